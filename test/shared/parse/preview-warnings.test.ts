import { describe, expect, it } from 'vitest';
import { describeDialect } from '#shared/parse/describe-dialect.ts';
import { explainReason } from '#shared/parse/explain-reason.ts';
import { sourceOfFile } from '#shared/parse/import-source.ts';
import { type PreviewFacts, previewWarnings } from '#shared/parse/preview-warnings.ts';
import { rejectedAsCsv, rejectedAsText } from '#shared/parse/rejected-file.ts';
import { dialectOf } from './sources.ts';

const sound: PreviewFacts = {
  ...{ tables: [{ name: '', rowsSeen: 100 }], rejected: { seen: 0 }, worst: [], isWhole: true, endsInsideQuote: null },
};
const sure = { members: [], dialect: dialectOf(), encodingIsSure: true };

describe('warnings before an import', () => {
  it('are none for a sound file', () => {
    expect(previewWarnings(sound, sure)).toEqual([]);
  });

  it.each([
    [{ tables: [] }, /No row was found/],
    [{ rejected: { seen: 25 } }, /20 % of the records/],
    [{ endsInsideQuote: 7 }, /line 7: it looks cut off/],
    [{ worst: [{ kind: 'row' as const, faults: [{ fault: 'mojibake' }] }] }, /1 row among the worst holds signs/],
  ])('say what is wrong: %j', (change, words) => {
    expect(previewWarnings({ ...sound, ...change }, sure)).toEqual([expect.stringMatching(words)]);
  });

  it('name thin evidence and the file read of an archive', () => {
    const member = { path: 'a/users.csv', byteLength: 5, packedLength: 5 };
    const dialect = dialectOf({ member: member.path });
    const told = previewWarnings(sound, {
      members: [member, member, { ...member, path: '*/x' }],
      dialect,
      encodingIsSure: false,
    });
    expect(told).toEqual([expect.stringMatching(/thin/), expect.stringMatching(/2 files.*“a\/users.csv”/)]);
  });
});

describe('how a table was read', () => {
  it('is told with what its format leaves open', () => {
    expect(describeDialect(dialectOf({ separator: '\t', quote: '', shortRows: 'fill', hasHeader: false }), '')).toEqual(
      [
        ['Format', 'Delimited text (CSV, TSV)'],
        ['Encoding', 'UTF-8'],
        ['Separator', 'TAB'],
        ['Quotes', 'none'],
        ['Header', 'none'],
        ['Short rows', 'filled with nulls'],
      ],
    );
  });

  it('names the file in an archive and the table in a dump, and nothing that does not apply', () => {
    const told = describeDialect(dialectOf({ format: 'mysql', encoding: 'gb18030', member: 'dump.sql' }), 'users');
    expect(told.map(([name]) => name)).toEqual(['Format', 'Encoding', 'File in the archive', 'Table']);
  });
});

describe('the source of a file', () => {
  it.each([
    ['orders_2024-03 (1).csv', null, 'file:orders-#-#.csv'],
    ['ORDERS 2025-11.csv', null, 'file:orders-#-#.csv'],
    ['dump.sql', ' Seller_9 ', 'seller:seller_9.sql'],
    ['passwords', 'X', 'seller:x'],
  ])('of %s sold by %s is %s', (name, seller, source) => {
    expect(sourceOfFile(name, seller)).toBe(source);
  });
});

describe('rejected records as a file', () => {
  it('name the table they were meant for where it is another one', () => {
    const [own, other] = [
      { line: 1, reason: 'too-long' as const, raw: 'a' },
      { line: 2, reason: 'too-long' as const, raw: 'b', table: '=pay' },
    ];
    const { what } = explainReason('too-long');
    expect(rejectedAsCsv([own, other])).toBe(
      `\uFEFFline,reason,record,table\r\n1,"${what}","a",""\r\n2,"${what}","b","'=pay"\r\n`,
    );
  });

  const rows = [
    { line: 3, reason: 'too-few-cells' as const, raw: 'only,"two"' },
    { line: 9, reason: 'not-utf-8' as const, raw: '=cmd()' },
  ];

  it('are text as they were found', () => {
    expect(rejectedAsText(rows)).toBe('only,"two"\n=cmd()\n');
  });

  it('are CSV that no spreadsheet takes for formulas', () => {
    expect(rejectedAsCsv(rows)).toBe(
      `\uFEFFline,reason,record\r\n3,"${explainReason('too-few-cells').what}","only,""two"""\r\n9,"${explainReason('not-utf-8').what}","'=cmd()"\r\n`,
    );
  });
});
