import { expect, test } from 'vitest';
import { explainParseFailure, type ParseFailure } from '#shared/parse/outcome.ts';

const sentences: readonly [ParseFailure, string][] = [
  [
    { kind: 'empty' },
    '“orders.csv” is empty. Nothing was imported. Check that the download or copy was complete, then import it again.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'an Excel workbook' },
    '“orders.csv” is an Excel workbook, not text. Nothing was imported. Save the sheet as CSV UTF-8 and import that.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'a PNG picture' },
    '“orders.csv” is a PNG picture, not text. Nothing was imported. Import a text file with separators, such as CSV.',
  ],
  [
    { kind: 'binary', atByte: 17, what: null },
    '“orders.csv” is not text: byte 17 is one that text does not hold. Nothing was imported. Import a text file with separators, such as CSV.',
  ],
  [
    { kind: 'not-utf-8', atByte: 9, likely: 'gb18030' },
    '“orders.csv” is not UTF-8 from byte 9 on; it is most likely GB18030 (GBK). Nothing was imported. Convert a copy to UTF-8 and import that.',
  ],
  [
    { kind: 'not-utf-8', atByte: 0, likely: 'utf-16le' },
    '“orders.csv” is not UTF-8 from byte 0 on; it is most likely UTF-16 (little-endian). Nothing was imported. Convert a copy to UTF-8 and import that.',
  ],
  [
    { kind: 'not-utf-8', atByte: 0, likely: 'utf-16be' },
    '“orders.csv” is not UTF-8 from byte 0 on; it is most likely UTF-16 (big-endian). Nothing was imported. Convert a copy to UTF-8 and import that.',
  ],
  [
    { kind: 'not-utf-8', atByte: 4, likely: 'unknown' },
    '“orders.csv” is not UTF-8 from byte 4 on; it may be GB18030, UTF-16 or an older code page. Nothing was imported. Convert a copy to UTF-8 and import that.',
  ],
  [
    { kind: 'no-rows', rejected: 0 },
    '“orders.csv” has a header but no rows. Nothing was imported. Check that the file is complete.',
  ],
  [
    { kind: 'no-rows', rejected: 1 },
    'The only record of “orders.csv” could not be read as a row. Nothing was imported. Check the separator and the quotes in the file.',
  ],
  [
    { kind: 'no-rows', rejected: 12 },
    'None of the 12 records of “orders.csv” could be read as a row. Nothing was imported. Check the separator and the quotes in the file.',
  ],
];

test.each(sentences)('%j', (failure, sentence) => {
  expect(explainParseFailure(failure, 'orders.csv')).toBe(sentence);
});
