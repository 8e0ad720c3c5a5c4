import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE, type PlantedTree, plantTree, projectRoot } from './planted-tree.ts';
import { silencingComments } from './silencing.ts';

// Put together here, so that this file silences nothing.
const IGNORE = 'ignore';
const silencers = [
  `// biome-${IGNORE} lint/suspicious/noExplicitAny: later`,
  `// biome-${IGNORE}-all lint: later`,
  `/* eslint-${'disable'} */`,
  `// @ts-${IGNORE}`,
  `/* @ts-${'expect'}-error */`,
  `// @ts-${'nocheck'}`,
  `/* jscpd:${IGNORE}-start */`,
  `/* v8 ${IGNORE} next */`,
  `/** @${'public'} */`,
  `/** Kept for the tests. @${'internal'} */`,
];

describe('No comment silences a checker', () => {
  let tree: PlantedTree;

  beforeAll(() => {
    tree = plantTree({
      'shared/lib/plant-silent.ts': `${silencers.join('\n')}\nexport {};\n`,
      'renderer/ui/plant-silent.tsx': `export const Quiet = () => <p>{/* biome-${IGNORE} lint: later */}</p>;\n`,
      'test/plant-silent.test.ts': `// @ts-${'expect'}-error\nexport {};\n`,
      'shared/lib/plant-loud.ts': '// Not to be ignored: the public part is internal to the case.\nexport {};\n',
    });
  }, PATIENCE);
  afterAll(() => tree.remove());

  it('in the project', () => {
    expect(silencingComments(projectRoot)).toEqual([]);
  });

  it('without being found', () => {
    const found = silencingComments(tree.root).filter((place) => tree.isPlant(place.replace(/:\d+$/, '')));
    expect(found).toEqual([
      'renderer/ui/plant-silent.tsx:1',
      ...silencers.map((_, index) => `shared/lib/plant-silent.ts:${index + 1}`).toSorted(),
      'test/plant-silent.test.ts:1',
    ]);
  });
});
