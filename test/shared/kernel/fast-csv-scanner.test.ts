import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CsvScannerOptions } from '#shared/kernel/scan-csv.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { compiledKernels } from '../../fixtures/compiled-kernels.ts';
import { generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { scanWhole } from '../../fixtures/scan-whole.ts';

/** Cuts bytes into chunks whose sizes repeat in turn. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

const options: fc.Arbitrary<Partial<CsvScannerOptions>> = fc.record({
  separator: fc.constantFrom(0x2c, 0x3b, 0x09),
  quote: fc.constantFrom(0x22, 0x22, 0x22, 0x27, -1),
  columns: fc.constantFrom(null, null, 1, 2, 3),
  hasHeader: fc.boolean(),
  fillShortRows: fc.boolean(),
  rowsPerBlock: fc.integer({ min: 1, max: 6 }),
  maxRecordBytes: fc.constantFrom(8, 30, 1000, 1 << 20),
  maxBlockBytes: fc.constantFrom(20, 200, 1 << 24),
});
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 });

const record = fc
  .array(
    fc.oneof(
      fc.constantFrom('a', '"x,y"', '"d""d"', '张三', '', "'q'", '😀é', '13812345678901234567'),
      fc.string({ maxLength: 5 }),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((cells) => cells.join(','));
const tableText = fc
  .tuple(fc.array(record, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([records, lineBreak]) => utf8(records.join(lineBreak)));
const wild = fc
  .array(fc.constantFrom('"', ',', ';', '\n', '\r', 'a', '数', '😀', '\0', ' ', 'bcdefghijklmnopq', "'"), {
    maxLength: 60,
  })
  .map((parts) => utf8(parts.join('')));
const spoilt = fc.tuple(tableText, fc.nat(), fc.integer({ min: 0, max: 255 })).map(([bytes, place, byte]) => {
  const damaged = bytes.slice();
  damaged[place % Math.max(1, damaged.length)] = byte;
  return damaged;
});
const input = fc.oneof(tableText, wild, spoilt, fc.uint8Array({ maxLength: 200 }));

function seen(chunks: Iterable<Uint8Array>, given: Partial<CsvScannerOptions>, isFast: boolean): unknown {
  const { summary, rows, rejected, blocks } = isFast
    ? scanWhole(chunks, given, compiledKernels())
    : scanWhole(chunks, given);
  return { summary, rows, rejected, blocks: blocks.map((block) => [block.firstRow, block.rows]) };
}

describe('the compiled scanner finds what its twin finds', () => {
  test('in any bytes, with any options, however they are cut', () => {
    fc.assert(
      fc.property(input, options, sizes, (bytes, given, chunks) => {
        expect(seen(cut(bytes, chunks), given, true)).toEqual(seen([bytes], given, false));
      }),
      { numRuns: 1500 },
    );
  });

  test('at every split of a small table', () => {
    const bytes = utf8('\uFEFFid,name\r\n1,"张, 三"\r\n2,"a""b\nc"\r\n\r\n3,x,y\r\n4,"open\r\n5,李四\n6,\xff');
    const whole = seen([bytes], { hasHeader: true }, false);
    for (let first = 0; first <= bytes.length; first++) {
      for (let second = first; second <= bytes.length; second++) {
        const parts = [bytes.slice(0, first), bytes.slice(first, second), bytes.slice(second)];
        expect(seen(parts, { hasHeader: true }, true)).toEqual(whole);
      }
    }
  });

  test.each([777, 65_537, 262_144, 1_000_003])('in a sample with all its flaws, in chunks of %i bytes', (size) => {
    const bytes = joined(generateEcommerceSample({ rows: 20_000, seed: 5, quirks: true }));
    const given = { hasHeader: true, columns: 8, rowsPerBlock: 8192 };
    expect(seen(cut(bytes, [size]), given, true)).toEqual(seen([bytes], given, false));
  });

  test('in cells that outgrow their column, and records that outgrow the input', () => {
    const long = 'x'.repeat(300_000);
    const bytes = utf8(
      `a,b\n${long},1\n"${long}\n${long}",2\n3,${'数'.repeat(90_000)}\n${long}${long}${long}${long},4\n5,6\n`,
    );
    const given = { hasHeader: true };
    expect(seen(cut(bytes, [100_000]), given, true)).toEqual(seen([bytes], given, false));
  });

  test('in a long record that comes byte by byte', () => {
    const bytes = utf8(`a,b\n"${'x'.repeat(30_000)}",1\n2,3\n`);
    expect(seen(cut(bytes, [1]), { hasHeader: true }, true)).toEqual(seen([bytes], { hasHeader: true }, false));
  });
});
