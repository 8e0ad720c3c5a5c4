import { expect, test } from 'vitest';
import { explainParseFailure, type ParseFailure } from '#shared/parse/outcome.ts';

const sentences: readonly [ParseFailure, string][] = [
  [
    { kind: 'empty' },
    '“orders.csv” is empty. Nothing was imported. Check that the download or copy was complete, then import it again.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'a PNG picture' },
    '“orders.csv” is a PNG picture, not text. Nothing was imported. Import a text file, a workbook (.xlsx), or a ZIP or gzip archive of one.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'a 7-Zip archive' },
    '“orders.csv” is a 7-Zip archive, which is not read. Nothing was imported. Unpack it and import the files inside.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'an old Office document (.xls or .doc)' },
    '“orders.csv” is an old Office document (.xls or .doc), which is not read. Nothing was imported. Save it as a workbook (.xlsx) or as CSV UTF-8 and import that.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'a workbook or document under a password' },
    '“orders.csv” is a workbook or document under a password, which is not read. Nothing was imported. Open it with its password, save it without, and import that.',
  ],
  [
    { kind: 'binary', atByte: 0, what: 'text in UTF-32' },
    '“orders.csv” is text in UTF-32, which is not read. Nothing was imported. Convert it to UTF-8 and import that.',
  ],
  [
    { kind: 'binary', atByte: 17, what: null },
    '“orders.csv” is not text: byte 17 is one that text does not hold. Nothing was imported. Import a text file, a workbook (.xlsx), or a ZIP or gzip archive of one.',
  ],
  [
    { kind: 'archive', why: 'its files are encrypted' },
    '“orders.csv” could not be unpacked: its files are encrypted. Nothing was imported. Unpack it yourself and import the files inside.',
  ],
  [
    { kind: 'damaged', why: 'a part of it is no XML' },
    '“orders.csv” could not be read: a part of it is no XML. Nothing was imported. Check that the file is complete.',
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
