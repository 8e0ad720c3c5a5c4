import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PATIENCE, type PlantedTree, plantTree } from './planted-tree.ts';
import { printedJson, runTool } from './run-tool.ts';

const foundSchema = z.array(z.object({ name: z.string() })).default([]);
const reportSchema = z.object({
  issues: z.array(
    z.object({
      file: z.string(),
      files: foundSchema,
      exports: foundSchema,
      types: foundSchema,
      unlisted: foundSchema,
      unresolved: foundSchema,
      devDependencies: foundSchema,
      dependencies: foundSchema,
    }),
  ),
});
type Issues = z.infer<typeof reportSchema>['issues'];

const LIVE = 'shared/lib/plant-live.ts';
const DEAD = 'shared/lib/plant-dead.ts';
const TESTED = 'shared/lib/plant-tested.ts';
const BOOT = 'electron/main/index.ts';

const plants = {
  [LIVE]: [
    "import { gone } from 'plant-of-no-registry';",
    'export const used = gone;',
    'export const unused = 2;',
    'export const onlyTested = 3;',
    'export type Unused = string;',
    '',
  ].join('\n'),
  [DEAD]: 'export const dead = 1;\n',
  [TESTED]: 'export const tested = 1;\n',
  'test/shared/plant.test.ts': [
    "import { onlyTested } from '#shared/lib/plant-live.ts';",
    "import { tested } from '#shared/lib/plant-tested.ts';",
    'process.exitCode = onlyTested + tested;',
    '',
  ].join('\n'),
};

/** The names that knip reports of a file, as `kind:name`. */
function reported(issues: Issues, file: string): readonly string[] {
  return issues
    .filter((issue) => issue.file === file)
    .flatMap(({ file: _, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, found]) =>
        found.map(({ name }) => `${kind}:${kind === 'files' ? '' : name}`),
      ),
    )
    .toSorted();
}

describe('knip refuses', () => {
  let tree: PlantedTree;
  let everything: Issues;
  let production: Issues;

  beforeAll(async () => {
    tree = plantTree(plants);
    appendFileSync(path.join(tree.root, BOOT), "import { used } from '#shared/lib/plant-live.ts';\nused();\n");
    const [all, shipped] = await Promise.all([
      runTool(tree.root, 'knip', 'knip', '--reporter', 'json'),
      runTool(tree.root, 'knip', 'knip', '--production', '--include', 'files,exports,types', '--reporter', 'json'),
    ]);
    everything = printedJson(all, reportSchema).issues;
    production = printedJson(shipped, reportSchema).issues;
  }, PATIENCE);
  afterAll(() => tree.remove());

  it('an export, a type and a package that nobody knows', () => {
    expect(reported(everything, LIVE)).toEqual(['exports:unused', 'types:Unused', 'unlisted:plant-of-no-registry']);
  });

  it('a file that nobody imports', () => {
    expect(reported(everything, DEAD)).toEqual(['files:']);
  });

  it('in production, what only a test imports', () => {
    expect(reported(production, LIVE)).toEqual(['exports:onlyTested', 'exports:unused', 'types:Unused']);
    expect(reported(production, TESTED)).toEqual(['files:']);
    expect(reported(everything, TESTED)).toEqual([]);
  });

  it('nothing of the project itself', () => {
    const own = [...everything, ...production].filter(({ file }) => !tree.isPlant(file));
    const found = own.flatMap(({ file }) => reported(own, file).map((what) => `${file} ${what}`));
    expect([...new Set(found)]).toEqual([]);
  });
});
