import type { CsvDialect } from '../domain/sample.ts';
import { err, ok, type Result } from '../lib/result.ts';
import { findNonText, nameBinary } from './binary.ts';
import { countUtf8, findUtf16, guessEncoding } from './encoding.ts';
import { guessHeader } from './header-guess.ts';
import type { ParseFailure } from './outcome.ts';
import { guessSeparator } from './separator.ts';

/** How to read a delimited file, how wide its table is, and sentences that say why. */
export type Sniffed = { readonly dialect: CsvDialect; readonly columns: number; readonly reasons: readonly string[] };

/** How much of a file is looked at, in bytes; more of a head is ignored. */
export const sniffedBytes = 1 << 18;
/** With more malformed characters than one to this many sound ones, the file as a whole is not UTF-8. */
const soundPerMalformed = 10;

function startOfText(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

function refuse(head: Uint8Array, cutOff: boolean): Result<{ malformed: number }, ParseFailure> {
  const what = nameBinary(head);
  if (what !== null) {
    return err({ kind: 'binary', atByte: 0, what });
  }
  const utf16 = findUtf16(head);
  if (utf16 !== null) {
    return err({ kind: 'not-utf-8', atByte: 0, likely: utf16 });
  }
  const nonText = findNonText(head);
  if (nonText >= 0) {
    return err({ kind: 'binary', atByte: nonText, what: null });
  }
  const { firstInvalid, invalid, valid } = countUtf8(head, cutOff);
  if (invalid * soundPerMalformed > valid) {
    return err({ kind: 'not-utf-8', atByte: firstInvalid, likely: guessEncoding(head) });
  }
  return ok({ malformed: invalid });
}

function look(text: string, isWholeText: boolean): Sniffed {
  const guess = guessSeparator(text, isWholeText);
  const { separator, name, columns, agreeing, records } = guess;
  const first = records.findIndex((record) => record.length === columns);
  const header = guessHeader(
    records[first] ?? [],
    records.slice(first + 1).filter((record) => record.length === columns),
  );
  const { hasHeader } = header;
  const width =
    columns === 1
      ? 'No separator gives the records the same number of cells: the table has one column.'
      : `The ${name} gives ${columns} cells in ${agreeing} of ${records.length} records.`;
  const before = first > 0 ? [`${first} records before it have another number of cells.`] : [];
  return {
    dialect: { format: 'csv', encoding: 'utf-8', separator, hasHeader },
    columns,
    reasons: [width, header.reason, ...before],
  };
}

/**
 * Tells from a file's first bytes (256 KiB are enough) how to read it as delimited text, or why it is none: empty, binary,
 * not UTF-8. `isWholeFile` says that the head is all there is. Single malformed characters are left to the scanner, which
 * rejects their records.
 *
 * @example sniffDelimited(new TextEncoder().encode('name,age\nAda,36\n'), true) // ok: ',' with a header, 2 columns
 */
export function sniffDelimited(head: Uint8Array, isWholeFile: boolean): Result<Sniffed, ParseFailure> {
  const seen = head.subarray(0, sniffedBytes);
  const isWhole = isWholeFile && seen.length === head.length;
  const text = new TextDecoder('utf-8').decode(seen.subarray(startOfText(seen)));
  if (text.trim() === '') {
    return err(isWhole ? { kind: 'empty' } : { kind: 'no-rows', rejected: 0 });
  }
  const checked = refuse(seen, !isWhole);
  if (!checked.ok) {
    return checked;
  }
  const sniffed = look(text, isWhole);
  const { malformed } = checked.value;
  if (malformed === 0) {
    return ok(sniffed);
  }
  const warning = `${malformed} malformed characters near its start: their records will be rejected.`;
  return ok({ ...sniffed, reasons: [...sniffed.reasons, warning] });
}
