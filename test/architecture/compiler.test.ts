import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, type PlantedTree, plantTree } from './planted-tree.ts';
import { runTool } from './run-tool.ts';

const IMPORT_ANSWER = "import { answer } from './ipc.ts';";
const IMPORT_ASK = "import { ask } from './desk.ts';";

/** File → what TypeScript must say of it, and the text. */
const plants: Readonly<Record<string, { readonly says: RegExp; readonly text: string }>> = {
  'shared/lib/plant-dom.ts': { says: /'document'/, text: 'export const title = document.title;' },
  'shared/lib/plant-node.ts': { says: /'process'/, text: 'export const place = process.cwd();' },
  'shared/lib/plant-timer.ts': { says: /'setTimeout'/, text: 'export const later = setTimeout;' },
  'shared/lib/plant-crypto.ts': { says: /'crypto'/, text: 'export const id = crypto.randomUUID();' },
  'shared/lib/plant-clock.ts': { says: /'performance'/, text: 'export const tick = performance.now();' },
  'electron/main/plant-dom.ts': { says: /'document'/, text: 'export const title = document.title;' },
  'renderer/workers/plant-dom.ts': { says: /'document'/, text: 'export const title = document.title;' },
  'cli/plant-dom.ts': { says: /'document'/, text: 'export const title = document.title;' },
  'renderer/ui/plant-node.ts': { says: /'process'/, text: 'export const place = process.cwd();' },

  'electron/main/plant-wrong-channel.ts': {
    says: /'"readLeaks"' is not assignable/,
    text: `${IMPORT_ANSWER}\nanswer('readLeaks', async () => null);`,
  },
  'electron/main/plant-wrong-input.ts': {
    says: /'cc' does not exist/,
    text: `${IMPORT_ANSWER}\nanswer('saveMail', async ({ mail }) => ({ kind: 'saved', name: mail.cc }));`,
  },
  'electron/main/plant-wrong-output.ts': {
    says: /kind: "lost".* is not assignable/,
    text: `${IMPORT_ANSWER}\nanswer('saveMail', async () => ({ kind: 'lost' }));`,
  },
  'renderer/platform/plant-wrong-channel.ts': {
    says: /'"readLeaks"' is not assignable/,
    text: `${IMPORT_ASK}\nexport const leaks = ask('readLeaks', null);`,
  },
  'renderer/platform/plant-wrong-input.ts': {
    says: /'7' is not assignable to parameter of type 'null'/,
    text: `${IMPORT_ASK}\nexport const info = ask('runtimeInfo', 7);`,
  },
  'renderer/platform/plant-wrong-output.ts': {
    says: /'node' does not exist/,
    text: `${IMPORT_ASK}\nexport const node = ask('runtimeInfo', null).then((info) => info.node);`,
  },

  'shared/lib/plant-implicit.ts': {
    says: /implicitly has an 'any' type/,
    text: 'export const same = (value) => value;',
  },
  'shared/lib/plant-index.ts': {
    says: /'string \| undefined' is not assignable/,
    text: 'export const first = (list: readonly string[]): string => list[0];',
  },
  'shared/lib/plant-optional.ts': {
    says: /exactOptionalPropertyTypes/,
    text: 'export const named: { name?: string } = { name: undefined };',
  },
  'shared/lib/plant-enum.ts': { says: /erasableSyntaxOnly/, text: 'export enum Size { Small }' },
  'shared/lib/plant-unused.ts': { says: /never read/, text: 'const unused = 1;\nexport {};' },
  'shared/lib/plant-type-import.ts': {
    says: /verbatimModuleSyntax/,
    text: "import { Result } from './result.ts';\nexport type Done = Result<null, null>;",
  },
};

describe('TypeScript refuses', () => {
  let tree: PlantedTree;
  const said = new Map<string, string[]>();

  beforeAll(async () => {
    tree = plantTree(Object.fromEntries(Object.entries(plants).map(([file, { text }]) => [file, `${text}\n`])));
    const folders = ['shared', 'electron', 'cli', 'renderer/workers', 'renderer'];
    const { stdout } = await runTool(tree.root, 'typescript', 'tsc', '-b', ...folders, '--pretty', 'false');
    for (const line of stdout.split(/\r?\n(?=\S)/)) {
      const [, file, message] = /^(.+?)\(\d+,\d+\): error (.*)$/s.exec(line) ?? [];
      if (file !== undefined && message !== undefined) {
        const name = file.replaceAll('\\', '/');
        said.set(name, [...(said.get(name) ?? []), message]);
      }
    }
  }, PATIENCE);
  afterAll(() => tree.remove());

  it.each(Object.entries(plants))('%s', (file, { says }) => {
    expect(said.get(file)).toEqual([expect.stringMatching(says)]);
  });

  it('nothing of the project itself', () => {
    expect([...said].filter(([file]) => !tree.isPlant(file))).toEqual([]);
  });
});
