import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PATIENCE, type PlantedTree, type Plants, plantTree } from './planted-tree.ts';
import { printedJson, runTool } from './run-tool.ts';

const reportSchema = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Each room, with the rooms it may import from. Rooms named plant-… are born with the test: no rule names them. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/lib': [],
  'shared/domain': ['shared/lib'],
  'shared/ipc': ['shared/domain'],
  'shared/packs': ['shared/lib', 'shared/domain'],
  'shared/kernel': ['shared/lib', 'shared/domain'],
  'shared/parse': ['shared/lib', 'shared/domain', 'shared/kernel'],
  'shared/classify': ['shared/lib', 'shared/domain', 'shared/packs', 'shared/kernel'],
  'shared/listing': ['shared/lib', 'shared/domain', 'shared/packs'],
  'shared/expose': ['shared/lib', 'shared/domain', 'shared/packs', 'shared/kernel', 'shared/classify'],
  'shared/tickets': ['shared/lib', 'shared/domain', 'shared/packs', 'shared/expose'],
  'shared/plant-room': ['shared/lib', 'shared/domain'],
  'electron/main': ['shared/*'],
  'electron/preload': ['shared/ipc'],
  cli: ['shared/*'],
  'renderer/ui': ['shared/lib'],
  'renderer/storage': ['shared/*'],
  'renderer/platform': ['shared/*'],
  'renderer/workers': ['shared/*'],
  'renderer/plant-room': ['shared/*'],
  'renderer/features/plant-one': ['shared/*', 'renderer/ui', 'renderer/storage', 'renderer/platform'],
  'renderer/features/plant-two': ['shared/*', 'renderer/ui', 'renderer/storage', 'renderer/platform'],
  'renderer/app': [
    'shared/*',
    'renderer/ui',
    'renderer/storage',
    'renderer/platform',
    'renderer/plant-room',
    'renderer/features/plant-one',
    'renderer/features/plant-two',
  ],
};
/** A feature may build on a room of renderer/ that no rule names; so may app/. */
const NEW_ROOM_IS_OPEN_TO = new Set(['renderer/app', 'renderer/features/plant-one', 'renderer/features/plant-two']);

const rooms = Object.keys(MAY_IMPORT);

function isAllowed(from: string, to: string): boolean {
  if (to === 'renderer/plant-room') {
    return NEW_ROOM_IS_OPEN_TO.has(from);
  }
  const allowed = MAY_IMPORT[from] ?? [];
  return allowed.includes(to) || (to.startsWith('shared/') && allowed.includes('shared/*'));
}

type Edge = { readonly from: string; readonly to: string; readonly file: string; readonly text: string };

/** A file in `from` that imports the target of `to`, as a value or as a type. */
function edge(from: string, to: string, kind: 'value' | 'type'): Edge {
  const file = `${from}/plant-${kind}-of-${to.replaceAll('/', '-')}.ts`;
  const relative = path.posix.relative(from, `${to}/plant-target.ts`);
  const isCrossing = to.startsWith('shared/') && !from.startsWith('shared/');
  const specifier = isCrossing ? `#${to}/plant-target.ts` : relative;
  const text =
    kind === 'value'
      ? `import { target } from '${specifier}';\nexport const copy = target;\n`
      : `import type { Target } from '${specifier}';\nexport type Copy = Target;\n`;
  return { from, to, file, text };
}

const pairs = rooms.flatMap((from) => rooms.filter((to) => to !== from).map((to) => ({ from, to })));
const values = pairs.map(({ from, to }) => edge(from, to, 'value'));
const types = pairs.map(({ from, to }) => edge(from, to, 'type'));

/** File → the rule that must refuse it. */
const named: Readonly<Record<string, { readonly rule: string; readonly text: string }>> = {
  'shared/lib/plant-circle-a.ts': { rule: 'no-cycles', text: "export { b as a } from './plant-circle-b.ts';\n" },
  'shared/lib/plant-type-circle-a.ts': {
    rule: 'no-cycles',
    text: "import type { B } from './plant-type-circle-b.ts';\nexport type A = B | 1;\n",
  },
  'shared/lib/plant-orphan.ts': { rule: 'no-orphans', text: 'export const alone = 1;\n' },
  'shared/lib/plant-nowhere.ts': { rule: 'resolvable', text: "export { gone } from './plant-gone.ts';\n" },
  'shared/lib/plant-node.ts': { rule: 'shared-is-pure', text: "export { join } from 'node:path';\n" },
  'shared/lib/plant-dexie.ts': { rule: 'only-storage-imports-dexie', text: "export { Dexie } from 'dexie';\n" },
  'shared/lib/plant-test.ts': {
    rule: 'nothing-imports-tests',
    text: "export { target } from '../../test/plant-target.ts';\n",
  },
  'renderer/platform/plant-worker-url.ts': {
    rule: 'platform-knows-workers-by-type',
    text: "export { default as Start } from '../workers/plant-target.ts?worker';\n",
  },
  'renderer/ui/plant-node.ts': { rule: 'renderer-has-no-node', text: "export { join } from 'node:path';\n" },
  'renderer/ui/plant-electron.ts': {
    rule: 'renderer-never-imports-electron',
    text: "export { app } from 'electron';\n",
  },
  'renderer/ui/plant-dexie.ts': {
    rule: 'only-storage-imports-dexie',
    text: "export { useLiveQuery } from 'dexie-react-hooks';\n",
  },
  'renderer/features/plant-loose.ts': {
    rule: 'features-have-a-folder',
    text: "export { target } from '../ui/plant-target.ts';\n",
  },
  'electron/preload/plant-node.ts': {
    rule: 'preload-imports-the-contract-only',
    text: "export { join } from 'node:path';\n",
  },
};

/** Directions whose rule must be this one, so that the analyst of the error reads the right advice. */
const NAMED_DIRECTIONS: readonly (readonly [from: string, to: string, rule: string])[] = [
  ['shared/lib', 'renderer/storage', 'shared-is-the-bottom'],
  ['shared/lib', 'shared/domain', 'shared-lib-imports-only-what-is-below'],
  ['shared/plant-room', 'shared/parse', 'shared-plant-room-imports-only-what-is-below'],
  ['shared/domain', 'shared/ipc', 'ipc-is-for-the-processes'],
  ['electron/main', 'renderer/ui', 'main-imports-shared-only'],
  ['electron/preload', 'shared/parse', 'preload-imports-the-contract-only'],
  ['renderer/storage', 'electron/main', 'renderer-never-imports-electron'],
  ['renderer/storage', 'renderer/features/plant-one', 'features-are-on-top-of-the-foundations'],
  ['renderer/storage', 'renderer/ui', 'storage-imports-shared-only'],
  ['renderer/workers', 'renderer/storage', 'workers-imports-shared-only'],
  ['renderer/plant-room', 'renderer/storage', 'plant-room-imports-shared-only'],
  ['renderer/ui', 'shared/domain', 'ui-knows-nothing-about-leaks'],
  ['renderer/features/plant-one', 'renderer/features/plant-two', 'features-never-meet-plant-one'],
  ['renderer/features/plant-one', 'renderer/app', 'only-app-composes'],
  ['renderer/features/plant-one', 'renderer/workers', 'page-never-runs-worker-code'],
  ['renderer/platform', 'renderer/workers', 'platform-knows-workers-by-type'],
];

function allPlants(): Plants {
  const targets = [...rooms, 'test'].map((room) => `${room}/plant-target.ts`);
  return Object.fromEntries([
    ...targets.map((file) => [file, 'export const target = 1;\nexport type Target = number;\n'] as const),
    ...[...values, ...types].map(({ file, text }) => [file, text] as const),
    ...Object.entries(named).map(([file, { text }]) => [file, text] as const),
    // A circle is reported at its first file only.
    ['shared/lib/plant-circle-b.ts', "export { a as b } from './plant-circle-a.ts';\n"],
    [
      'shared/lib/plant-type-circle-b.ts',
      "import type { A } from './plant-type-circle-a.ts';\nexport type B = A | 2;\n",
    ],
    // Legal: what storage, main and platform are there for.
    ['renderer/storage/plant-dexie.ts', "export { Dexie } from 'dexie';\n"],
    ['electron/main/plant-node.ts', "export { join } from 'node:path';\n"],
    ['electron/main/plant-electron.ts', "export { app } from 'electron';\n"],
    ['electron/preload/plant-electron.ts', "export { ipcRenderer } from 'electron';\n"],
  ]);
}

describe('dependency-cruiser refuses', () => {
  let tree: PlantedTree;
  const rulesAt = new Map<string, Set<string>>();

  beforeAll(async () => {
    tree = plantTree(allPlants());
    const folders = ['shared', 'electron', 'renderer', 'cli', 'test'];
    const outcome = await runTool(tree.root, 'dependency-cruiser', 'depcruise', ...folders, '--output-type', 'json');
    for (const { from, rule } of printedJson(outcome, reportSchema).summary.violations) {
      rulesAt.set(from, (rulesAt.get(from) ?? new Set()).add(rule.name));
    }
  }, PATIENCE);
  afterAll(() => tree.remove());

  function rulesOf(file: string): readonly string[] {
    return [...(rulesAt.get(file) ?? [])];
  }

  it('exactly the imports that the layers forbid', () => {
    const refused = values.filter(({ file }) => rulesOf(file).length > 0).map(({ file }) => file);
    expect(refused).toEqual(values.filter(({ from, to }) => !isAllowed(from, to)).map(({ file }) => file));
  });

  it('the same imports of types, but for those that platform takes from workers', () => {
    const isFree = ({ from, to }: Edge): boolean =>
      isAllowed(from, to) || (from === 'renderer/platform' && to === 'renderer/workers');
    const refused = types.filter(({ file }) => rulesOf(file).length > 0).map(({ file }) => file);
    expect(refused).toEqual(types.filter((type) => !isFree(type)).map(({ file }) => file));
  });

  it.each(NAMED_DIRECTIONS)('%s → %s by the rule %s', (from, to, rule) => {
    expect(rulesOf(edge(from, to, 'value').file)).toContain(rule);
  });

  it.each(Object.entries(named))('%s', (file, { rule }) => {
    expect(rulesOf(file)).toEqual([rule]);
  });

  it('nothing that is legal, and nothing of the project itself', () => {
    const planted = new Set([...values, ...types].map(({ file }) => file).concat(Object.keys(named)));
    expect([...rulesAt].filter(([file]) => !planted.has(file))).toEqual([]);
  });
});
