import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { packId } from '#shared/packs/field-types.ts';
import { CellHasher } from '#shared/search/cell-hasher.ts';
import { decodeFilters, decodeSketches, encodeFilters, encodeSketches } from '#shared/search/fingerprint-form.ts';
import { FingerprintMaker } from '#shared/search/fingerprints.ts';
import { FuseBuilder, FuseFilter, falseShare } from '#shared/search/fuse-filter.ts';
import { SampleFilter, SampleFilterMaker } from '#shared/search/sample-filter.ts';
import { columnOf } from '../../fixtures/column.ts';

const secret = Uint8Array.from({ length: 32 }, (_, at) => 7 * at);
const mobile = packId('mobile');

/** Whether a filter says that it may hold a value, as a look-up asks it. */
function mayHold(filter: Uint8Array, value: string, key = secret): boolean {
  const asked = new FuseFilter(filter);
  let may = false;
  new CellHasher(key).hashesOf(value, (low, high) => {
    may ||= asked.mayHold(low, high);
  });
  return may;
}

function filterOf(cells: readonly (string | null)[], type: FieldTypeId = unknownFieldType): Uint8Array {
  const maker = new FingerprintMaker(new CellHasher(secret));
  const [made] = maker.addBlock(cells.length, [columnOf(cells)], [type]);
  return made?.filter ?? new Uint8Array(0);
}

function phones(count: number, from: number): string[] {
  return Array.from({ length: count }, (_, at) => `13${String(from + 7919 * at).padStart(9, '0')}`);
}

/** Asks a filter for the value of a cell as it stands, without the spellings that a look-up would try. */
function holdsCell(filter: Uint8Array, cell: string): boolean {
  const asked = new FuseFilter(filter);
  let may = true;
  const ask = (low: number, high: number): void => {
    may &&= asked.mayHold(low, high);
  };
  new CellHasher(secret).hashColumn(columnOf([cell]), ask, ask);
  return may;
}

describe('the filter of a column of a block', () => {
  it('never denies a value that is there, however few or many there are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 400 }), (cells) => {
        const filter = filterOf(cells);
        for (const cell of cells.filter((value) => value.trim() !== '')) {
          expect(holdsCell(filter, cell)).toBe(true);
        }
      }),
    );
  });

  it('never denies one of 8,192 values, and says yes to few others', () => {
    const cells = phones(8192, 0);
    const filter = filterOf(cells, mobile);
    expect(cells.filter((value) => !mayHold(filter, value))).toEqual([]);
    const others = phones(20_000, 500_000_000);
    const share = others.filter((value) => mayHold(filter, value)).length / others.length;
    expect(share).toBeLessThan(2 * falseShare);
    expect(share).toBeGreaterThan(0);
    expect(filter.length).toBeLessThan(1.4 * cells.length);
  });

  it('is small where one value stands in every row', () => {
    expect(filterOf(Array.from({ length: 8192 }, () => '13812345678')).length).toBeLessThan(64);
  });

  it('knows a value by its spellings, and an address by its domains', () => {
    const filter = filterOf([
      '+86 138-1234-5678',
      'https://user@login.Example.org:8443/path?to=1',
      'anna@mail.example.com',
      null,
    ]);
    for (const value of [
      '13812345678',
      'example.com',
      '@mail.example.com',
      'ANNA@mail.example.com',
      'example.org',
      'login.example.org',
    ]) {
      expect(mayHold(filter, value)).toBe(true);
    }
  });

  it('says nothing under another key', () => {
    const cells = phones(4000, 0);
    const filter = filterOf(cells, mobile);
    const wrong = secret.with(3, 255);
    const share = cells.filter((value) => mayHold(filter, value, wrong)).length / cells.length;
    expect(share).toBeLessThan(3 * falseShare);
  });

  it('is not made for values that nobody looks up', () => {
    const maker = new FingerprintMaker(new CellHasher(secret));
    const columns = [columnOf(['29.90']), columnOf(['13812345678']), columnOf(['secret'])];
    const made = maker.addBlock(1, columns, [packId('price'), mobile, packId('password-plain')]);
    expect(made.map(({ column }) => column)).toEqual([1]);
  });
});

describe('the filter of a whole column', () => {
  it('never denies a value, and hardly ever says yes to another', () => {
    const maker = new SampleFilterMaker();
    const hasher = new CellHasher(secret);
    const cells = phones(150_000, 0);
    for (const cell of cells) {
      hasher.hashesOf(cell, (low, high) => maker.add(low, high));
    }
    const filter = new SampleFilter(maker.build());
    const holds = (value: string): boolean => {
      let may = false;
      hasher.hashesOf(value, (low, high) => {
        may ||= filter.mayHold(low, high);
      });
      return may;
    };
    expect(cells.filter((value) => !holds(value)).length).toBe(0);
    const known = new Set(cells);
    const others = phones(50_000, 500_000_001).filter((value) => !known.has(value));
    expect(others.filter(holds).length).toBeLessThan(10);
  });

  it('can be empty', () => {
    expect(new SampleFilter(new SampleFilterMaker().build()).mayHold(1, 2)).toBe(false);
  });
});

describe('a filter of values that are not all different', () => {
  it('is refused, not left in a loop', () => {
    const same = { low: Uint32Array.of(1, 1), high: Uint32Array.of(2, 2), count: 2 };
    expect(() => new FuseBuilder().build(same)).toThrow('not all different');
  });
});

describe('the stored form', () => {
  it('gives filters and sketches back as they were', () => {
    const maker = new FingerprintMaker(new CellHasher(secret));
    const filters = maker.addBlock(2, [columnOf(['a', 'b']), columnOf(['1', '2'])], [unknownFieldType, mobile]);
    const group = [{ block: 3, filters }];
    expect(decodeFilters(encodeFilters(group))).toEqual(group);
    expect(decodeSketches(encodeSketches(maker.sketches()))).toEqual(maker.sketches());
  });
});
