import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { lintPlants } from './lint-plants.ts';
import { PATIENCE, type PlantedTree, plantTree } from './planted-tree.ts';
import { printedJson, runTool } from './run-tool.ts';

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      severity: z.string(),
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string() }).nullish(),
    }),
  ),
});

describe('Biome refuses', () => {
  let tree: PlantedTree;
  let code: number | null;
  let refusals: readonly { readonly file: string; readonly rule: string }[];

  beforeAll(async () => {
    tree = plantTree(Object.fromEntries(lintPlants.map(({ file, text }) => [file, text])));
    const outcome = await runTool(
      tree.root,
      '@biomejs/biome',
      'biome',
      'lint',
      '--reporter=json',
      '--max-diagnostics=none',
    );
    code = outcome.code;
    refusals = printedJson(outcome, reportSchema)
      .diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning')
      .map(({ category, message, location }) => ({
        file: (location?.path ?? '').replaceAll('\\', '/'),
        rule: category === 'plugin' ? message : category,
      }));
  }, PATIENCE);
  afterAll(() => tree.remove());

  it('the planted tree as a whole', () => {
    expect(code).toBe(1);
  });

  it.each(lintPlants)('$file: $rule', ({ file, rule }) => {
    const rules = new Set(refusals.filter((refusal) => refusal.file === file).map((refusal) => refusal.rule));
    expect([...rules]).toEqual(rule === null ? [] : [expect.stringContaining(rule)]);
  });

  it('nothing of the project itself', () => {
    expect(refusals.filter(({ file }) => !tree.isPlant(file))).toEqual([]);
  });
});
