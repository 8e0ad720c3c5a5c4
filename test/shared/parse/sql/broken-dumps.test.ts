import { describe, expect, test } from 'vitest';
import { plainKernels } from '#shared/kernel/kernels.ts';
import { mysql } from '#shared/parse/mysql.ts';
import { postgresql } from '#shared/parse/postgresql.ts';
import { sqlite } from '#shared/parse/sqlite.ts';
import type { TextFormat } from '#shared/parse/table-format.ts';
import { utf8 } from '../../../fixtures/bytes.ts';
import { cut, readDump } from './read-dump.ts';

type Found = { readonly rows: unknown; readonly rejected: unknown; readonly strays: unknown };

/** Rows by table, and what was rejected as [line, reason, text]; the same for the file byte by byte. */
function read(format: TextFormat, dump: string): Found {
  const found = [readDump(format, dump), readDump(format, cut(utf8(dump), [1]))].map(({ tables, strays }) => ({
    rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows])),
    rejected: tables.flatMap(({ rejected }) => rejected.map(({ line, reason, raw }) => [line, reason, raw])),
    strays: strays.map(({ line, reason, raw }) => [line, reason, raw]),
  }));
  expect(found[1]).toEqual(found[0]);
  return found[0] ?? { rows: {}, rejected: [], strays: [] };
}

describe('a wrong quote costs its own row only', () => {
  test('in the middle of a string', () => {
    const dump = "INSERT INTO t VALUES(5,'O'Brien','x');\nINSERT INTO t VALUES(6,'Ann','y');\n";
    expect(read(sqlite, dump)).toEqual({
      rows: { t: [['6', 'Ann', 'y']] },
      rejected: [[1, 'malformed-statement', "(5,'O'Brien','x');"]],
      strays: [],
    });
  });

  test('that lets a string run into the next statement', () => {
    const dump = "INSERT INTO t VALUES(5,'abc, 6);\nINSERT INTO t VALUES(7,'Ann');\nINSERT INTO t VALUES(8,'Bob');";
    expect(read(sqlite, dump)).toEqual({
      rows: {
        t: [
          ['7', 'Ann'],
          ['8', 'Bob'],
        ],
      },
      rejected: [[1, 'malformed-statement', "(5,'abc, 6);"]],
      strays: [],
    });
  });

  test('that lets a string run into the next row', () => {
    expect(read(mysql, "INSERT INTO t VALUES (1,'abc),(2,'def'),\n(3,'ghi');")).toEqual({
      rows: {
        t: [
          ['2', 'def'],
          ['3', 'ghi'],
        ],
      },
      rejected: [[1, 'malformed-statement', "(1,'abc),"]],
      strays: [],
    });
  });

  test('that swallows a statement and still makes a sound row, of another width', () => {
    const dump = "INSERT INTO t VALUES (1,'a');\nINSERT INTO t VALUES (2,'b);\nINSERT INTO t VALUES (3,',');\n";
    expect(read(mysql, dump)).toMatchObject({
      rows: {
        t: [
          ['1', 'a'],
          ['3', ','],
        ],
      },
    });
  });

  test('in a statement without rows', () => {
    expect(read(mysql, "SET NAMES 'utf8;\nINSERT INTO t VALUES (1,'abc');\nINSERT INTO t VALUES (2,'b');")).toEqual({
      rows: {
        t: [
          ['1', 'abc'],
          ['2', 'b'],
        ],
      },
      rejected: [],
      strays: [[1, 'unclosed-quote', "SET NAMES 'utf8;"]],
    });
  });

  test('of a comment', () => {
    expect(read(mysql, '/* never closed\nINSERT INTO t VALUES (1);')).toEqual({
      rows: { t: [['1']] },
      rejected: [],
      strays: [[1, 'unclosed-quote', '/* never closed']],
    });
  });

  test('of a routine that never ends', () => {
    const dump = 'CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1;\nINSERT INTO t VALUES (1);';
    expect(read(sqlite, dump)).toMatchObject({
      rows: { t: [['1']] },
      strays: [[1, 'malformed-statement', expect.any(String)]],
    });
  });
});

describe('a character that is missing', () => {
  test('behind COPY: its rows are read all the same', () => {
    expect(read(postgresql, 'COPY t (a, b) FROM stdin\n1\tx\n\\.\nSELECT 1;\n')).toEqual({
      rows: { t: [['1', 'x']] },
      rejected: [],
      strays: [],
    });
    const dump = 'COPY t (a, b) FROMstdin;\n1\tx\n\\.\nINSERT INTO t VALUES (2);';
    expect(read(postgresql, dump)).toMatchObject({
      rows: { t: [['2']] },
      strays: [[1, 'malformed-statement', expect.stringContaining('1\tx')]],
    });
  });

  test('so that rows run on behind a statement that has none, or begin like one', () => {
    expect(read(mysql, "SET x = 1 INSERT INTO t VALUES (1,'a');\nINSERT INTO t VALUES (2,'b');")).toEqual({
      rows: { t: [['2', 'b']] },
      rejected: [],
      strays: [[1, 'malformed-statement', "SET x = 1 INSERT INTO t VALUES (1,'a');"]],
    });
    expect(read(mysql, "do','x'),(2,'b');\nINSERT INTO t VALUES (3,'c');")).toEqual({
      rows: { '': [['2', 'b']], t: [['3', 'c']] },
      rejected: [],
      strays: [[1, 'unclosed-quote', "do','x'),"]],
    });
  });
});

test('a row of COPY behind a line break that was lost is rejected, not passed over', () => {
  const { tables } = readDump(postgresql, 'COPY t (a, b) FROM stdin; 1\t2\n3\t4\n\\.\n');
  expect(tables).toMatchObject([{ rows: [['3', '4']], rejected: [{ line: 1, raw: ' 1\t2' }] }]);
});

describe('a dump that is cut', () => {
  test.each([
    ["INSERT INTO t VALUES (1,'a'),(2,'b", [[1, 'unclosed-quote', "(2,'b"]], 1],
    ["INSERT INTO t VALUES (1,'a'),\n(2,'b'", [[2, 'malformed-statement', "(2,'b'"]], null],
    ["INSERT INTO t VALUES (1,'a'),(2", [[1, 'malformed-statement', '(2']], null],
    ["INSERT INTO t VALUES (1,'a'),", [], null],
    ["INSERT INTO t VALUES (1,'a')", [], null],
  ])('at its end: %s', (dump, rejected, openLine) => {
    expect(read(mysql, dump)).toEqual({ rows: { t: [['1', 'a']] }, rejected, strays: [] });
    const reader = mysql.read(
      { format: 'mysql', separator: '', quote: "'", hasHeader: true, width: null, shortRows: 'reject' },
      {
        rowsPerBlock: 8,
        onStray: () => {},
        openTable: () => ({ onColumns: () => {}, onBlock: () => {}, onRejected: () => {} }),
      },
      plainKernels,
    );
    reader.push(utf8(dump));
    expect(reader.end()).toMatchObject([{ rows: 1, rejected: rejected.length, endsInsideQuote: openLine }]);
  });

  test('in the head of an INSERT', () => {
    expect(read(mysql, 'INSERT INTO t (a,')).toEqual({
      rows: {},
      rejected: [],
      strays: [[1, 'malformed-statement', 'INSERT INTO t (a,']],
    });
  });

  test('at its start: rows whose table is not known go to a table without a name', () => {
    const dump = "st','x'),(2,'b'),(3,'c');\nINSERT INTO `u` VALUES (4,'d','e');";
    expect(read(mysql, dump)).toEqual({
      rows: {
        '': [
          ['2', 'b'],
          ['3', 'c'],
        ],
        u: [['4', 'd', 'e']],
      },
      rejected: [],
      strays: [[1, 'malformed-statement', "st','x'),"]],
    });
  });

  test('inside COPY: the mark that ends the rows is missing', () => {
    const dump = 'COPY t (a, b) FROM stdin;\n1\tx\n2\n3\ty\tz\n\n--\n-- Name: u\n--\n\nINSERT INTO u VALUES (1);';
    expect(read(postgresql, dump)).toEqual({
      rows: { t: [['1', 'x']], u: [['1']] },
      rejected: [
        [3, 'too-few-cells', '2'],
        [4, 'too-many-cells', '3\ty\tz'],
      ],
      strays: [],
    });
  });
});

describe('what is no row', () => {
  test('is rejected with its line, between rows and between statements', () => {
    const dump =
      "Leaked by nobody\nEnjoy it's free\n\nINSERT INTO t VALUES (1,'a') xx, (2,'b'), garbage,\n(3,'c') (4,'d'),,(5,'e');\nbye\n";
    expect(read(mysql, dump)).toEqual({
      rows: {
        t: [
          ['1', 'a'],
          ['2', 'b'],
          ['3', 'c'],
          ['4', 'd'],
          ['5', 'e'],
        ],
      },
      rejected: [
        [4, 'malformed-statement', 'xx,'],
        [4, 'malformed-statement', 'garbage,'],
      ],
      strays: [
        [1, 'malformed-statement', "Leaked by nobody\nEnjoy it's free"],
        [6, 'malformed-statement', 'bye'],
      ],
    });
  });

  test('is a row with the wrong number of values', () => {
    const dump = "INSERT INTO t VALUES (1,'a'),(2),(3,'c','d'),(),(4,,'e'),(5,'f');INSERT INTO t (a) VALUES (1,2);";
    expect(read(mysql, dump)).toMatchObject({
      rejected: [
        [1, 'too-few-cells', '(2)'],
        [1, 'too-many-cells', "(3,'c','d')"],
        [1, 'too-few-cells', '()'],
        [1, 'malformed-statement', "(4,,'e'),"],
        [1, 'too-many-cells', '(1,2)'],
      ],
    });
  });

  test('is a row with malformed characters', () => {
    const dump = utf8("INSERT INTO t VALUES ('a'),('?'),('b\\n?'),('c');");
    const broken = dump.map((byte) => (byte === 0x3f ? 0xff : byte));
    expect(readDump(mysql, [broken]).tables[0]).toMatchObject({
      rows: [['a'], ['c']],
      rejected: [{ reason: 'not-utf-8', raw: "('\uFFFD')" }, { reason: 'not-utf-8' }],
    });
  });
});

describe('what is too long', () => {
  const long = 'x'.repeat(1 << 20);

  test('a row that ends soundly is rejected, and the next is read', () => {
    const dump = utf8(`INSERT INTO t VALUES (1,'${long}'),(2,'b');`);
    const { tables } = readDump(mysql, cut(dump, [65_537]));
    expect(tables[0]).toMatchObject({ rows: [['2', 'b']], rejected: [{ line: 1, reason: 'too-long' }] });
    expect(tables[0]?.rejected[0]?.raw).toHaveLength(1 << 16);
  });

  test('a string that does not close is given up, and the next statement is read', () => {
    const dump = utf8(`INSERT INTO t VALUES (1,'${long.repeat(9)}\nINSERT INTO t VALUES (2,"b");\n`);
    for (const size of [100_003, 1 << 20, dump.length]) {
      const { tables } = readDump(mysql, cut(dump, [size]));
      expect(tables[0]?.rows).toEqual([['2', 'b']]);
      expect(tables[0]?.rejected.map(({ line, reason, raw }) => [line, reason, raw.length])).toEqual([
        [1, 'too-long', 1 << 16],
      ]);
    }
  });

  test('a line of COPY', () => {
    const dump = utf8(`COPY t (a, b) FROM stdin;\n1\t${long}\n2\tb\n3\t${long.repeat(9)}\n4\td\n\\.\n`);
    const { tables } = readDump(postgresql, cut(dump, [99_991]));
    expect(tables[0]?.rows).toEqual([
      ['2', 'b'],
      ['4', 'd'],
    ]);
    expect(tables[0]?.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'too-long'],
      [4, 'too-long'],
    ]);
  });

  test('a statement of many megabytes is read row by row', () => {
    const tuples = Array.from({ length: 60_000 }, (_, row) => `(${row},'${'数据'.repeat(20)} it\\'s')`);
    const { tables } = readDump(mysql, cut(utf8(`INSERT INTO t VALUES ${tuples.join(',')};`), [262_147]), 8192);
    expect(tables[0]?.rows).toHaveLength(60_000);
    expect(tables[0]?.rejected).toEqual([]);
  });
});

/** Each would take time with the square of its length if recovery began afresh again and again. */
const traps: readonly [string, string, string][] = [
  ['quotes', "INSERT INTO t VALUES (1,'", 'a),(1,b '],
  ['parentheses', 'INSERT INTO t VALUES (', '),(('],
  ['comments that never close', 'INSERT INTO t VALUES ', '(1,/*),('],
  ['comments that close far away', 'INSERT INTO t VALUES ', `${'(1, /*),('.repeat(500)}*/ x`],
  ['triggers', '', 'CREATE TRIGGER x BEGIN \n'],
  ['heads', '', 'INSERT INTO t (a\n'],
  ['new columns', '', 'INSERT INTO t (c#) VALUES (1);'],
  ['dollars', 'INSERT INTO t VALUES ', '($a#$),'],
  ['blanks', 'INSERT INTO t VALUES (1)', '    '],
  ['line breaks', 'x', '\nI'],
];

describe.each([mysql, postgresql])('$label', (format) => {
  test.each(traps)('takes time in step with the length: %s', (_, head, part) => {
    const size = 300_000;
    const parts = Array.from({ length: Math.ceil(size / part.length) }, (__, index) =>
      part.replaceAll('#', `${index}`),
    );
    const bytes = utf8(head + parts.join(''));
    const reader = format.read(
      { format: format.id, separator: '', quote: "'", hasHeader: true, width: null, shortRows: 'reject' },
      {
        rowsPerBlock: 8192,
        onStray: () => {},
        openTable: () => ({ onColumns: () => {}, onBlock: () => {}, onRejected: () => {} }),
      },
      plainKernels,
    );
    const start = performance.now();
    for (const chunk of cut(bytes, [30_011])) {
      reader.push(chunk);
    }
    reader.end();
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
