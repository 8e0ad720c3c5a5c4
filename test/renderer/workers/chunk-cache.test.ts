import { expect, test } from 'vitest';
import { encodeChunk, expandedLength } from '#shared/kernel/column-chunk.ts';
import { expandChunk } from '#shared/kernel/find.ts';
import { ChunkCache } from '../../../renderer/workers/search/chunk-cache.ts';
import { chunkOf } from '../../fixtures/bytes.ts';

const packed = encodeChunk(chunkOf(Array.from({ length: 200 }, (_, row) => `made up ${row % 7}`)));
const expanded = expandedLength(packed);

function lengthsOf(cache: ChunkCache, names: readonly string[]): readonly (number | undefined)[] {
  return names.map((name) => cache.get(name, expandChunk)?.length);
}

/** A turn reads all of these, as a search does. */
function turn(cache: ChunkCache, names: readonly string[]): readonly boolean[] {
  cache.beginTurn();
  return names.map((name) => {
    const isThere = cache.get(name, expandChunk) !== undefined;
    if (!isThere) {
      cache.put(name, packed);
    }
    return isThere;
  });
}

test('a chunk that is asked for again is kept expanded', () => {
  const cache = new ChunkCache();
  cache.put('a', packed);
  expect(packed.length).toBeLessThan(expanded / 2);
  expect(lengthsOf(cache, ['a', 'a', 'b'])).toEqual([expanded, expanded, undefined]);
});

test('chunks stay compressed where there is no room for more', () => {
  const cache = new ChunkCache(packed.length * 3);
  turn(cache, ['a', 'b', 'c']);
  expect(lengthsOf(cache, ['a', 'b', 'c', 'a'])).toEqual(Array.from({ length: 4 }, () => packed.length));
});

test('a sample larger than the room keeps the chunks that fitted', () => {
  const cache = new ChunkCache(packed.length * 2);
  const names = ['a', 'b', 'c', 'd'];
  turn(cache, names);
  expect(turn(cache, names)).toEqual([true, true, false, false]);
  expect(turn(cache, names)).toEqual([true, true, false, false]);
});

test('what an earlier search read gives way to what this one reads, the oldest first', () => {
  const cache = new ChunkCache(packed.length * 2);
  turn(cache, ['a', 'b']);
  turn(cache, ['c']);
  cache.beginTurn();
  expect(lengthsOf(cache, ['a', 'b', 'c'])).toEqual([undefined, packed.length, packed.length]);
});

test('a sample that is closed is forgotten, and its room with it', () => {
  const cache = new ChunkCache(packed.length * 2);
  turn(cache, ['one|0', 'two|0']);
  cache.drop('one');
  cache.put('two|1', packed);
  expect(lengthsOf(cache, ['one|0', 'two|0', 'two|1'])).toEqual([undefined, packed.length, packed.length]);
});
