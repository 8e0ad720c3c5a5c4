import type { CellPlaces } from '../kernel/csv-record.ts';
import { headLines, shareThat } from './head-lines.ts';
import { readFromHead } from './held-head.ts';
import { readLineTable } from './line-table.ts';
import { bestSeparator, type SeparatorFinding } from './separator-finding.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';
import { isUsualHeader } from './usual-headers.ts';

/** Above delimited text: a mail address in front and one separator are good evidence, and no password is cut apart. */
const surestOfAddresses = 0.87;
/** Any word before a colon is thin evidence. */
const surestOfWords = 0.6;
/** How much of a file decides whether its logins are called addresses, in bytes. */
const judgedBytes = 1 << 16;
/** In this order on a tie. */
const separators = [':', ';', '|', '\t', ' ', ','] as const;

const space = 0x20;
const address = /^[^\s@:;|,"']{1,64}@[^\s@:;|,"']+\.[^\s@:;|,"'.]{2,}$/;
const word = /^[^\s:;|,"'{}[\]()<>=/#@]{2,64}$/;
const secret = /^(?!\/\/)\S+$/;
const hexGroups = /^(?:[\da-f]{0,4}:){2,}[\da-f]{0,4}(?:[/%]\S*)?$/i;
const hostAndPort = /^(?:[\w-]+\.)+[\w-]+:\d{1,5}$/;

type Pair = { readonly login: string; readonly password: string; readonly line: string };

function pairsOf(lines: readonly string[], separator: string): readonly Pair[] {
  return lines.flatMap((line) => {
    const at = line.indexOf(separator);
    return at < 0 ? [] : [{ login: line.slice(0, at), password: line.slice(at + separator.length), line }];
  });
}

function isAddressPair({ login, password }: Pair): boolean {
  return address.test(login.trim()) && password.trim() !== '';
}

/** A word, a colon and a word; but no time, no address of a network, no host with its port. */
function isWordPair({ login, password, line }: Pair): boolean {
  const isShaped = word.test(login) && secret.test(password) && !/[;,{]$/.test(line);
  return isShaped && !hexGroups.test(line) && !hostAndPort.test(line) && !/^\d{1,2}:\d\d/.test(line);
}

/** Settings and logs use the same few words before a colon; logins are nearly all different. Labels are all capitals. */
function areLogins(pairs: readonly Pair[]): boolean {
  const logins = pairs.map(({ login }) => login);
  const isLabelled = shareThat(logins, (login) => /^[A-Z][A-Z-]+$/.test(login)) > 0.5;
  return pairs.length > 1 && !isLabelled && new Set(logins).size >= pairs.length * 0.7;
}

/** The share of lines that have the commonest number of cells, and that number. */
function commonestCells(lines: readonly string[], separator: string): { cells: number; share: number } {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(separator).length;
    counts.set(cells, (counts.get(cells) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? { cells: 0, share: 0 } : { cells: best[0], share: best[1] / lines.length };
}

/** Whether the lines are rather a table of more columns, or of two that delimited text reads without loss. */
function isOtherTable(lines: readonly string[], separator: string, hasHeader: boolean): boolean {
  const secrets = pairsOf(lines, separator).map(({ password }) => password.trim());
  if (shareThat(secrets, (password) => password.includes(' ')) > 0.2) {
    return true;
  }
  const { cells, share } = commonestCells(lines, separator);
  if (separator === ':') {
    return lines.length >= 5 && cells > 3 && share >= 0.9;
  }
  const isPlainComma = separator === ',' && (share === 1 || lines.some((line) => line.includes('"')));
  return cells !== 2 || hasHeader || isPlainComma || (separator === ' ' && share < 0.9);
}

function namesColumns(line: string, separator: string): boolean {
  const cells = line.split(separator);
  return cells.length === 2 && cells.every(isUsualHeader);
}

type Finding = SeparatorFinding & { readonly why: string };

function look(lines: readonly string[], separator: string): Finding {
  const hasHeader = namesColumns(lines[0] ?? '', separator);
  const rows = hasHeader ? lines.slice(1) : lines;
  const pairs = pairsOf(rows, separator);
  const addresses = pairs.filter(isAddressPair).length;
  const words = separator === ':' && areLogins(pairs) ? pairs.filter((pair) => isWordPair(pair)).length : 0;
  const share = rows.length === 0 ? 0 : Math.max(addresses, addresses + words) / rows.length;
  const isMail = addresses * 2 >= rows.length;
  const isKnown = share >= (isMail ? 0.6 : 0.9) && !isOtherTable(rows, separator, hasHeader);
  const what = isMail ? 'a mail address' : 'a word that may be a login';
  const why = `${addresses + words} of ${rows.length} lines have ${what}, a “${separator}” and something behind it.`;
  return { separator, hasHeader, score: isKnown ? share * (isMail ? surestOfAddresses : surestOfWords) : 0, why };
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const lines = headLines(head);
  const best = bestSeparator(separators, decided, (separator) => look(lines, separator));
  if (best.score === 0 && decided.format !== 'combo') {
    return null;
  }
  const { separator, hasHeader } = best;
  return {
    score: best.score,
    dialect: {
      ...{ format: 'combo', quote: '', hasHeader, width: 2, shortRows: 'reject' },
      ...{ ...decided, separator },
    },
    reasons: [best.why],
  };
}

/** The place of the first separator in [start, end), or -1. */
function separatorAt(bytes: Uint8Array, start: number, end: number, separator: Uint8Array): number {
  const [first = 0] = separator;
  const last = end - separator.length;
  for (let at = start; at <= last; at++) {
    if (bytes[at] !== first) {
      continue;
    }
    let k = 1;
    while (k < separator.length && bytes[at + k] === separator[k]) {
      k++;
    }
    if (k === separator.length) {
      return at;
    }
  }
  return -1;
}

/** Cuts a line at its first separator: the password may hold more of them. Blanks on both sides belong to the separator. */
function cutter(separator: Uint8Array): (bytes: Uint8Array, start: number, end: number, cells: CellPlaces) => boolean {
  return (bytes, start, end, cells) => {
    const at = separatorAt(bytes, start, end, separator);
    if (at < 0) {
      return false;
    }
    const behind = at + separator.length;
    const isSpaced = separator[0] !== space && at > start && bytes[at - 1] === space && bytes[behind] === space;
    const blank = isSpaced && behind < end ? 1 : 0;
    cells.add(0, at - blank - start, 0);
    cells.add(behind + blank - start, end - start, 0);
    return true;
  };
}

function read({ separator, hasHeader }: FormatDialect, sink: TableSink): TextReader {
  return readFromHead(judgedBytes, (head, isWhole) => {
    const lines = headLines({ text: new TextDecoder().decode(head), isWhole });
    const pairs = pairsOf(lines, separator);
    const login = shareThat(pairs, isAddressPair) >= 0.5 ? 'email' : 'login';
    const cut = cutter(new TextEncoder().encode(separator || ':'));
    return readLineTable({ columns: [login, 'password'], hasHeader, cut }, sink);
  });
}

/** Combo lists: a mail address or a login, a separator, a password. */
export const combo: TextFormat = {
  id: 'combo',
  label: 'Combo list (email:password)',
  extensions: ['.txt'],
  recognise,
  read,
};
