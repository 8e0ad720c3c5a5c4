import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;

/** The folders inside a folder: rules are made from what is there, so a new room or feature is guarded at birth. */
function roomsOf(folder) {
  const path = join(here, folder);
  if (!existsSync(path)) {
    return [];
  }
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Our own top folders; npm packages and Node's modules are not in them. */
const OURS = '^(?:shared|electron|renderer|cli|scripts|test)/';

/** `folder` may import from our own code only itself and what `allowed` matches. */
function onlyImports(name, folder, allowed, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: `^${folder}/` },
    to: { path: OURS, pathNot: [`^${folder}/`, ...allowed] },
  };
}

/** `from` may not import `to`. */
function never(name, from, to, comment) {
  return { name, severity: 'error', comment, from: { path: from }, to: { path: to } };
}

/** What each room of shared/ builds on, beside itself. A room that is not listed may import domain and lib only. */
const SHARED_ROOMS = {
  lib: [],
  domain: ['lib'],
  ipc: ['domain'],
  packs: ['lib', 'domain'],
  kernel: ['lib', 'domain'],
  parse: ['lib', 'domain', 'kernel'],
  classify: ['lib', 'domain', 'packs', 'kernel'],
  listing: ['lib', 'domain', 'packs'],
  expose: ['lib', 'domain', 'packs', 'kernel', 'classify'],
  tickets: ['lib', 'domain', 'packs', 'expose'],
  search: ['lib', 'domain', 'packs', 'kernel'],
  verify: ['lib', 'domain', 'packs', 'kernel', 'parse', 'classify', 'expose'],
};

const sharedRules = roomsOf('shared').map((room) => {
  const below = SHARED_ROOMS[room] ?? ['lib', 'domain'];
  return {
    name: `shared-${room}-imports-only-what-is-below`,
    severity: 'error',
    comment: `shared/${room} may import ${['itself', ...below].join(', ')}. Take the rest as an argument, or move the common part down.`,
    from: { path: `^shared/${room}/` },
    to: { path: '^shared/', pathNot: [room, ...below].map((name) => `^shared/${name}/`) },
  };
});

/** The rooms of renderer/ that have rules of their own. Any other room is treated as a foundation: shared/ and itself. */
const UPPER_ROOMS = new Set(['app', 'features']);
const UPPER = '^renderer/(?:app|features)/';

const roomRules = roomsOf('renderer')
  .filter((room) => !UPPER_ROOMS.has(room))
  .map((room) =>
    onlyImports(
      `${room}-imports-shared-only`,
      `renderer/${room}`,
      // Each of these directions has a rule of its own, whose comment is more to the point.
      ['^shared/', '^electron/', '^test/', UPPER, '^renderer/workers/'],
      `renderer/${room} is a foundation: it may import shared/ and itself. Take the rest as an argument or a callback; app/ joins them.`,
    ),
  );

const featureRules = roomsOf('renderer/features').map((feature) => ({
  name: `features-never-meet-${feature}`,
  severity: 'error',
  comment: `renderer/features/${feature} may not import another feature: compose the two in renderer/app, or move the common part to ui or storage.`,
  from: { path: `^renderer/features/${feature}/` },
  to: { path: '^renderer/features/', pathNot: `^renderer/features/${feature}/` },
}));

const forbidden = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two files that need each other are one file, or hide a third: move what both need into its own file.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'Nothing imports this file and it imports nothing: delete it, or use it.',
    from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.config\\.[cm]?[jt]s$', '^test/', '^scripts/'] },
    to: {},
  },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'This import leads nowhere, so no rule can judge it: correct the path, with its extension.',
    from: { pathNot: '^test/' },
    to: { couldNotResolve: true },
  },
  never('nothing-imports-tests', '^(?!test/)', '^test/', 'Move what both need out of test/ into the source.'),
  never(
    'shared-is-the-bottom',
    '^shared/',
    '^(?:electron|renderer|cli|scripts)/',
    'shared/ knows no process: take what you need as an argument, or move the pure part into shared/.',
  ),
  {
    name: 'shared-is-pure',
    severity: 'error',
    comment: 'shared/ knows neither Node nor an engine: take bytes, text or a function as an argument.',
    from: { path: '^shared/' },
    to: { dependencyTypes: ['core'] },
  },
  ...sharedRules,
  {
    name: 'ipc-is-for-the-processes',
    severity: 'error',
    comment:
      'Only electron/ and renderer/ speak the contract. Move the record to shared/domain; the contract imports it.',
    from: { path: '^shared/(?!ipc/)' },
    to: { path: '^shared/ipc/' },
  },
  onlyImports(
    'main-imports-shared-only',
    'electron/main',
    ['^shared/', '^test/'],
    'The main process knows no page and no preload script: what they must agree on goes into shared/ipc/contract.ts.',
  ),
  {
    name: 'preload-imports-the-contract-only',
    severity: 'error',
    comment:
      'The preload script turns the contract into window.leakdesk and does nothing else: do the work in main or in the page.',
    from: { path: '^electron/preload/' },
    to: { pathNot: ['^electron/preload/', '^shared/ipc/', '^electron$', 'node_modules/electron/'] },
  },
  never(
    'renderer-never-imports-electron',
    '^renderer/',
    '^electron/|(?:^|node_modules/)electron(?:/|$)',
    'The page asks the main process through `ask` of renderer/platform/desk.ts; what both must know goes into shared/.',
  ),
  {
    name: 'renderer-has-no-node',
    severity: 'error',
    comment: "The renderer runs without Node: use the platform's own, or add a call to shared/ipc/contract.ts.",
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  never(
    'only-app-composes',
    '^renderer/(?!app/)',
    '^renderer/app/',
    'app/ is the top: it hands things down as props, context or arguments. Move the common part to ui, storage or platform.',
  ),
  never(
    'features-are-on-top-of-the-foundations',
    '^renderer/(?!app/|features/)',
    '^renderer/features/',
    'A foundation knows no feature: take what you need as an argument or a callback.',
  ),
  ...roomRules,
  {
    name: 'features-have-a-folder',
    severity: 'error',
    comment: 'A feature is a folder of renderer/features: move this file into one, or into ui.',
    from: { path: '^renderer/features/[^/]+$' },
    to: {},
  },
  ...featureRules,
  never(
    'ui-knows-nothing-about-leaks',
    '^renderer/ui/',
    '^shared/(?!lib/)',
    'The kit may import shared/lib only: take text, numbers and callbacks as props; the feature knows what they mean.',
  ),
  never(
    'page-never-runs-worker-code',
    '^renderer/(?!workers/|platform/)',
    '^renderer/workers/',
    'Worker code runs off the page: call the handle that renderer/platform exports.',
  ),
  {
    name: 'platform-knows-workers-by-type',
    severity: 'error',
    comment: 'renderer/platform starts a worker by its URL and imports only its types: write `import type`.',
    from: { path: '^renderer/platform/' },
    to: { path: '^renderer/workers/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-storage-imports-dexie',
    severity: 'error',
    comment: 'Add a verb to renderer/storage and import that.',
    from: { path: '^(?:shared|electron|cli|renderer/(?!storage/))' },
    to: { path: ['(?:^|node_modules/)dexie(?:/|$)', '(?:^|node_modules/)dexie-'] },
  },
  never(
    'the-page-never-imports-the-command-line',
    UPPER,
    '^cli/',
    'The command line runs in Node, beside the app: move what both need into shared/.',
  ),
  onlyImports(
    'cli-imports-shared-only',
    'cli',
    ['^shared/'],
    'The command line is another shell around shared/: move the common part there.',
  ),
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^out/', '^dist/', '^shared/kernel/assembly/'] },
    // Type-only imports are dependencies too: a type that leaks upward pulls its owner along.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.d.ts', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types', 'node', 'require'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
