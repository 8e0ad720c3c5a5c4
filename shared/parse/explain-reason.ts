import type { RejectReason } from '../domain/sample.ts';

/** A reason in words: what the record is or does, what that usually comes from, and what may be done about it. */
export type ReasonInWords = { readonly what: string; readonly why: string; readonly help: string };

const words: Readonly<Record<RejectReason, ReasonInWords>> = {
  'too-few-cells': {
    what: 'has fewer cells than the table has columns',
    why: 'A line break inside a value, a row that was cut short, or another separator than the one chosen.',
    help: 'Fill short rows with nulls, or choose another separator.',
  },
  'too-many-cells': {
    what: 'has more cells than the table has columns',
    why: 'A value holds the separator and is not quoted, or the table is wider than its first records say.',
    help: 'Choose another separator or quote.',
  },
  'unclosed-quote': {
    what: 'opens a quote that is never closed',
    why: 'The file is cut off here, or its quotes do not enclose cells at all.',
    help: 'If quotes are plain characters in this file, read it without quotes.',
  },
  'not-utf-8': {
    what: 'holds characters that are malformed in the chosen encoding',
    why: 'The file is in another encoding, mixes several, or was damaged on its way.',
    help: 'Compare the encodings and choose the one that reads well.',
  },
  'too-long': {
    what: 'is longer than a record may be (1 MiB)',
    why: 'Usually a quote that stays open for many lines, or a file that has no line breaks.',
    help: 'Choose another quote or format. Of such a record the first 64 KiB are kept.',
  },
  'no-separator': {
    what: 'has no separator',
    why: 'A heading, an advertisement or a comment among the entries of a list.',
    help: 'Choose another separator or format if many records are like this.',
  },
  'malformed-json': {
    what: 'is not well-formed JSON',
    why: 'The file is cut off here, or text stands between the objects.',
    help: 'Check whether the file is complete.',
  },
  'malformed-statement': {
    what: 'is a statement that cannot be read as rows',
    why: 'The dump is cut off here, or the statement is of a kind that holds no plain values.',
    help: 'Choose another kind of dump if many statements are like this.',
  },
  'malformed-entry': {
    what: 'is an entry that does not have the form of its format',
    why: 'The entry is incomplete, or text stands between the entries.',
    help: 'Choose another format if many entries are like this.',
  },
};

/** Says in plain words why records are no rows. `what` goes on from “The record …”. */
export function explainReason(reason: RejectReason): ReasonInWords {
  return words[reason];
}
