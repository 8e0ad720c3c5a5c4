import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8 } from '../../fixtures/bytes.ts';
import { type ScannedTable, scanWhole } from '../../fixtures/scan-whole.ts';

/** Cuts bytes into chunks whose sizes repeat in turn. */
function* cut(bytes: Uint8Array, sizes: readonly number[]): Generator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.slice(at, at + size);
    at += size;
  }
}

const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });
const separator = fc.constantFrom(',', ';', '\t', '|');
const content = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', '\n', '\r', 'a', '数', '😀', '\0', ' '), maxLength: 8 }),
  fc.constantFrom('', '"', '""', '\r\n', '\uFEFF', 'x"y'),
);

/** A cell as some writer may write it: quoted when it must be, and otherwise as the writer likes. */
function written(cell: string, by: string, quoteAnyway: boolean): string {
  const must = cell.includes(by) || /^"|[\r\n]/.test(cell);
  return must || quoteAnyway ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const table = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    separator,
    records: fc.array(fc.array(fc.tuple(content, fc.boolean()), { minLength: width, maxLength: width }), {
      minLength: 1,
      maxLength: 12,
    }),
    breaks: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 4 }),
    lastBreak: fc.boolean(),
    mark: fc.boolean(),
  }),
);

describe('a table that was written by RFC 4180', () => {
  test('is read cell by cell, however it is quoted, ended and cut', () => {
    fc.assert(
      fc.property(
        table,
        sizes,
        fc.integer({ min: 1, max: 5 }),
        ({ separator: by, records, breaks, lastBreak, mark }, chunks, rowsPerBlock) => {
          // A first cell that is empty and alone would be a blank line before the width is known: quote it.
          const lines = records.map((record) =>
            record.map(([cell, anyway]) => written(cell, by, anyway || (cell === '' && record.length === 1))).join(by),
          );
          // CR alone before a line that begins with LF cannot happen: such a cell is quoted.
          const text = lines
            .map((line, row) => line + (row < lines.length - 1 || lastBreak ? breaks[row % breaks.length] : ''))
            .join('');
          // A text that itself begins with U+FEFF would lose it as a byte order mark.
          const bytes = utf8((mark || text.startsWith('\uFEFF') ? '\uFEFF' : '') + text);
          const scanned = scanWhole(cut(bytes, chunks), { separator: by.charCodeAt(0), rowsPerBlock });
          expect(scanned.rows).toEqual(records.map((record) => record.map(([cell]) => cell)));
          expect(scanned.rejected).toEqual([]);
          expect(scanned.summary).toMatchObject({ rows: records.length, rejected: 0, endsInsideQuote: null });
          expect(
            scanned.blocks
              .map(({ rows }) => rows)
              .every((rows, index, all) => index === all.length - 1 || rows === rowsPerBlock),
          ).toBe(true);
          expect(scanned.blocks.map(({ firstRow }) => firstRow)).toEqual(
            scanned.blocks.map((_, index) => index * rowsPerBlock),
          );
        },
      ),
      { numRuns: 3000 },
    );
  });
});

const mean = fc.oneof(
  fc.uint8Array({ maxLength: 120 }),
  fc
    .string({ unit: fc.constantFrom('"', '"', ',', ',', '\n', '\r', 'a', 'b', '数', '😀', '\0'), maxLength: 120 })
    .map(utf8),
  fc
    .array(
      fc.constantFrom(
        'a,b\n',
        'a,"b\n',
        'x","\n',
        '"a\nb",c\n',
        '"a"b,c\n',
        ',\n',
        '\r\n',
        '"',
        'a,b,c\n',
        'aaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      ),
      {
        maxLength: 20,
      },
    )
    .map((lines) => utf8(lines.join(''))),
);
const shape = fc.record({
  columns: fc.constantFrom(null, 1, 2, 3),
  hasHeader: fc.boolean(),
  maxRecordBytes: fc.constantFrom(8, 24, 1 << 20),
  maxBlockBytes: fc.constantFrom(1, 50, 1 << 26),
});

function outcome({ summary, rows, rejected }: ScannedTable) {
  return { summary, rows, rejected };
}

function count(texts: readonly string[], character: string): number {
  return texts.reduce((sum, text) => sum + text.split(character).length - 1, 0);
}

describe('any bytes', () => {
  test('give records that are rows or rejected, in the order of the file', () => {
    fc.assert(
      fc.property(mean, shape, (bytes, options) => {
        const { summary, rows, rejected } = scanWhole([bytes], options);
        expect(summary.rows).toBe(rows.length);
        expect(summary.rejected).toBe(rejected.length);
        expect(summary.records).toBe(rows.length + rejected.length);
        expect(rows.every((row) => row.length === summary.header.length)).toBe(true);
        const lines = rejected.map(({ line }) => line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
        expect(new Set(lines).size).toBe(lines.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('give the same outcome however they are cut', () => {
    fc.assert(
      fc.property(mean, shape, sizes, (bytes, options, chunks) => {
        const whole = outcome(scanWhole([bytes], options));
        expect(outcome(scanWhole(cut(bytes, chunks), options))).toEqual(whole);
        expect(outcome(scanWhole(cut(bytes, [1]), options))).toEqual(whole);
      }),
      { numRuns: 3000 },
    );
  });

  test('lose no letter: each is in a header, a row or a rejected record', () => {
    fc.assert(
      fc.property(mean, shape, (bytes, options) => {
        const roomy = { ...options, maxRecordBytes: 1 << 20 };
        const { summary, rows, rejected } = scanWhole([bytes], roomy);
        const found = [...summary.header, ...rows.flat(), ...rejected.map(({ raw }) => raw)];
        const text = new TextDecoder().decode(bytes);
        for (const letter of ['a', 'b', 'x', '数', '😀', '\0']) {
          expect(count(found, letter)).toBe(count([text], letter));
        }
      }),
      { numRuns: 3000 },
    );
  });

  test('keep their letters also where a quote is given up because its record grew too long', () => {
    const lines = fc.array(fc.constantFrom('a,b\n', 'a,"b\n', 'x","\n', '"a\nb",c\n', '"a"b,c\n', 'a,b,c\n'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(lines, fc.integer({ min: 8, max: 40 }), (parts, maxRecordBytes) => {
        const text = parts.join('');
        const { summary, rows, rejected } = scanWhole([utf8(text)], { maxRecordBytes });
        const found = [...summary.header, ...rows.flat(), ...rejected.map(({ raw }) => raw)];
        for (const letter of ['a', 'b', 'c', 'x']) {
          expect(count(found, letter)).toBe(count([text], letter));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
