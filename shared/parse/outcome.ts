import { assertNever } from '../lib/assert-never.ts';

/** Why a file gives no table at all. `atByte` is the first byte that tells, counted from 0. */
export type ParseFailure =
  | { readonly kind: 'empty' }
  /** `what` names the kind of file when its first bytes do. */
  | { readonly kind: 'binary'; readonly atByte: number; readonly what: string | null }
  /** An archive that is not unpacked; `why` is a clause such as `its files are encrypted`. */
  | { readonly kind: 'archive'; readonly why: string }
  /** The file is not what its format promises; `why` is a clause. */
  | { readonly kind: 'damaged'; readonly why: string }
  /** `rejected` records were read, but none is a row. */
  | { readonly kind: 'no-rows'; readonly rejected: number };

/** Carries a failure out of reading that is under way; whoever reads a file turns it back into a value. */
export class ParseProblem extends Error {
  readonly failure: ParseFailure;

  constructor(failure: ParseFailure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const kept = 'Nothing was imported.';
const advice = 'Import a text file, a workbook (.xlsx), or a ZIP or gzip archive of one.';

/** What to do with files that hold tables in a form that is not read, by what they are called. */
const conversions: readonly { readonly what: RegExp; readonly advice: string }[] = [
  { what: /UTF-32/, advice: 'Convert it to UTF-8 and import that.' },
  { what: /password/, advice: 'Open it with its password, save it without, and import that.' },
  { what: /\.xls or|\.xlsb|\.ods/, advice: 'Save it as a workbook (.xlsx) or as CSV UTF-8 and import that.' },
  { what: /archive/, advice: 'Unpack it and import the files inside.' },
];

function binarySentence(name: string, what: string | null, atByte: number): string {
  if (what === null) {
    return `${name} is not text: byte ${atByte} is one that text does not hold. ${kept} ${advice}`;
  }
  const conversion = conversions.find((known) => known.what.test(what));
  return conversion === undefined
    ? `${name} is ${what}, not text. ${kept} ${advice}`
    : `${name} is ${what}, which is not read. ${kept} ${conversion.advice}`;
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
    case 'archive':
      return `${name} could not be unpacked: ${failure.why}. ${kept} Unpack it yourself and import the files inside.`;
    case 'damaged':
      return `${name} could not be read: ${failure.why}. ${kept} Check that the file is complete.`;
    case 'no-rows':
      return noRowsSentence(name, failure.rejected);
    default:
      return assertNever(failure);
  }
}
