import { assertNever } from '../lib/assert-never.ts';

/** The encodings that bytes which are not UTF-8 may be in. */
export type LikelyEncoding = 'gb18030' | 'utf-16le' | 'utf-16be' | 'unknown';

/** Why a file gives no table at all. `atByte` is the first byte that tells, counted from 0. */
export type ParseFailure =
  | { readonly kind: 'empty' }
  /** `what` names the kind of file when its first bytes do. */
  | { readonly kind: 'binary'; readonly atByte: number; readonly what: string | null }
  | { readonly kind: 'not-utf-8'; readonly atByte: number; readonly likely: LikelyEncoding }
  /** `rejected` records were read, but none is a row. */
  | { readonly kind: 'no-rows'; readonly rejected: number };

const kept = 'Nothing was imported.';

/** What to do with a file of a kind that can be turned into text. */
const advice: Readonly<Record<string, string>> = {
  'an Excel workbook': 'Save the sheet as CSV UTF-8 and import that.',
  'a ZIP archive': 'Unpack it and import the files inside.',
  'a gzip archive': 'Unpack it and import the file inside.',
  'a SQLite database': 'Export each table as CSV and import those.',
};

function binarySentence(name: string, what: string | null, atByte: number): string {
  if (what === null) {
    return `${name} is not text: byte ${atByte} is one that text does not hold. ${kept} Import a text file with separators, such as CSV.`;
  }
  return `${name} is ${what}, not text. ${kept} ${advice[what] ?? 'Import a text file with separators, such as CSV.'}`;
}

const encodingNames: Readonly<Record<Exclude<LikelyEncoding, 'unknown'>, string>> = {
  gb18030: 'most likely GB18030 (GBK)',
  'utf-16le': 'most likely UTF-16 (little-endian)',
  'utf-16be': 'most likely UTF-16 (big-endian)',
};

function encodingSentence(name: string, likely: LikelyEncoding, atByte: number): string {
  const guess =
    likely === 'unknown' ? 'it may be GB18030, UTF-16 or an older code page' : `it is ${encodingNames[likely]}`;
  return `${name} is not UTF-8 from byte ${atByte} on; ${guess}. ${kept} Convert a copy to UTF-8 and import that.`;
}

function noRowsSentence(name: string, rejected: number): string {
  if (rejected === 0) {
    return `${name} has a header but no rows. ${kept} Check that the file is complete.`;
  }
  const found =
    rejected === 1
      ? `The only record of ${name} could not be read as a row`
      : `None of the ${rejected} records of ${name} could be read as a row`;
  return `${found}. ${kept} Check the separator and the quotes in the file.`;
}

/** Tells the analyst in plain words what is wrong with the file, that nothing was imported, and what to do. */
export function explainParseFailure(failure: ParseFailure, fileName: string): string {
  const name = `“${fileName}”`;
  switch (failure.kind) {
    case 'empty':
      return `${name} is empty. ${kept} Check that the download or copy was complete, then import it again.`;
    case 'binary':
      return binarySentence(name, failure.what, failure.atByte);
    case 'not-utf-8':
      return encodingSentence(name, failure.likely, failure.atByte);
    case 'no-rows':
      return noRowsSentence(name, failure.rejected);
    default:
      return assertNever(failure);
  }
}
