import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DistinctCounter } from '#shared/expose/distinct.ts';
import { hashOf } from '#shared/expose/hash.ts';

/** Adds a value as the profiler does. */
function add(counter: DistinctCounter, value: string): void {
  const hash = hashOf(value);
  counter.add(hash >>> 0, Math.floor(hash / 2 ** 32));
}

function countOf(keys: Iterable<string>, capacity?: number): number {
  const counter = new DistinctCounter(capacity);
  for (const key of keys) {
    add(counter, key);
  }
  return counter.count;
}

function* keys(count: number, name: (index: number) => string): Generator<string> {
  for (let i = 0; i < count; i++) {
    yield name(i);
  }
}

describe('the distinct counter', () => {
  it('is exact up to its capacity', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 400 }), (values) => {
        expect(countOf(values, 400)).toBe(new Set(values).size);
      }),
    );
    const counter = new DistinctCounter(5000);
    for (const key of keys(5000, (i) => `1380000${String(i).padStart(4, '0')}`)) {
      add(counter, key);
    }
    expect([counter.count, counter.isEstimate]).toEqual([5000, false]);
    add(counter, '1380000000');
    expect(counter.isEstimate).toBe(true);
  });

  it.each([
    ['phone numbers', (i: number) => String(13_800_000_000 + i)],
    ['order numbers', (i: number) => `20240301${String(i * 7919).padStart(12, '0')}`],
    ['addresses', (i: number) => `浙江省杭州市西湖区文三路${i}号`],
  ])('stays within 2 % beyond it, for %s', (_, name) => {
    for (const count of [200_000, 700_000]) {
      expect(Math.abs(countOf(keys(count, name)) / count - 1)).toBeLessThan(0.02);
    }
  });

  it('counts a value once however often it comes', () => {
    expect(countOf([...keys(3000, String), ...keys(3000, String)], 100_000)).toBe(3000);
    expect(countOf([...keys(9000, String), ...keys(9000, String)], 1024)).toBe(countOf(keys(9000, String), 1024));
  });

  it('hashes half a million short keys without a collision', () => {
    const hashes = new Set<number>();
    for (const key of keys(500_000, String)) {
      hashes.add(hashOf(key));
    }
    expect(hashes.size).toBe(500_000);
  });
});
