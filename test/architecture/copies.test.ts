import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, type PlantedTree, plantTree } from './planted-tree.ts';
import { runTool, type ToolOutcome } from './run-tool.ts';

function countWords(name: string): string {
  return [
    `export function ${name}(text: string): ReadonlyMap<string, number> {`,
    '  const counts = new Map<string, number>();',
    "  for (const word of text.split(' ')) {",
    '    const before = counts.get(word) ?? 0;',
    '    counts.set(word, before + 1);',
    '  }',
    "  counts.delete('');",
    '  return counts;',
    '}',
    '',
  ].join('\n');
}

const SOURCE = 'shared/lib/plant-words.ts';
const COPY = 'renderer/storage/plant-words.ts';

describe('jscpd refuses', () => {
  let tree: PlantedTree;
  let planted: ToolOutcome;

  beforeAll(async () => {
    // A test may repeat itself: each should read on its own.
    tree = plantTree({
      [SOURCE]: countWords('plantCounts'),
      [COPY]: countWords('plantCountsAgain'),
      'test/plant-words.ts': countWords('plantCounts'),
    });
    planted = await runTool(tree.root, 'jscpd', 'jscpd', '--config', '.jscpd.json', '--no-colors');
  }, PATIENCE);
  afterAll(() => tree.remove());

  it('a copied function', () => {
    expect(planted.code).not.toBe(0);
    expect(planted.stdout).toContain(SOURCE);
    expect(planted.stdout).toContain(COPY);
  });

  it('nothing of the project itself', () => {
    expect(planted.stdout).toContain('Found 1 clones.');
  });
});
