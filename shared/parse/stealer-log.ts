import { LineReader } from '../kernel/line-reader.ts';
import { TableWriter } from '../kernel/table-writer.ts';
import { BoundedColumns } from './bounded-columns.ts';
import { ByteText } from './byte-text.ts';
import { headLines } from './head-lines.ts';
import { addLine } from './record-text.ts';
import { rejectedText } from './rejected-text.ts';
import { isRuler, labelledLine, stealerColumn } from './stealer-labels.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';

/** The labels of an entry, one below the other, are a signature. */
const surest = 0.93;
const columns = ['url', 'login', 'password', 'application'] as const;
const essential = new Set(['url', 'login', 'password']);
/** The column of lines that stand in an entry without a label. */
const unlabelled = '(other)';
const maxColumns = 200;

/** The entry being read. Cells are set when its lines come; it becomes a row or is rejected when it ends. */
class Entries {
  private readonly table: TableWriter;
  private readonly columns: BoundedColumns;
  private readonly text = new ByteText();
  private readonly other = new ByteText();
  private readonly seen = new Set<string>();
  private readonly taken = new Set<string>();
  private line = 0;
  private hasEssential = false;
  private hasLabel = false;
  private isSound = true;
  private isOverLimit = false;

  constructor(table: TableWriter) {
    this.table = table;
    this.columns = new BoundedColumns(table, maxColumns, columns);
  }

  add(bytes: Uint8Array, start: number, end: number, line: number): void {
    if (isRuler(bytes, start, end)) {
      this.finish();
      return;
    }
    const found = labelledLine(bytes, start, end);
    const column = found === null ? null : stealerColumn(found.label);
    // A banner is no part of the entry that follows it; a label that comes again begins the next entry.
    const isNext = found !== null && this.seen.has(found.label);
    const isAfterBanner = column !== null && this.text.length > 0 && !this.hasLabel;
    if (isNext || isAfterBanner) {
      this.finish();
    }
    this.keep(bytes, start, end, line);
    if (found === null) {
      this.isOverLimit = !addLine(this.other, bytes, start, end) || this.isOverLimit;
      return;
    }
    this.hasLabel = true;
    this.seen.add(found.label);
    const place = this.columns.place(this.columnName(column, found.label));
    if (place < 0) {
      this.isOverLimit = !addLine(this.other, bytes, start, end) || this.isOverLimit;
    } else {
      this.isSound = this.table.setBytes(place, bytes, found.valueStart, end) && this.isSound;
    }
  }

  /** A line over the limit makes its entry too long. */
  addTooLong(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.keep(bytes, start, end, line);
    this.isOverLimit = true;
  }

  finish(): void {
    const { table, text, line } = this;
    if (text.length === 0) {
      return;
    }
    const reason = this.isOverLimit ? 'too-long' : this.isSound ? 'malformed-entry' : 'not-utf-8';
    if (this.hasEssential && !this.isOverLimit && this.isSound && this.setOther()) {
      table.endRow();
    } else {
      table.dropRow();
      table.reject(rejectedText(text.bytes, 0, text.length, line, reason));
    }
    text.clear();
    this.other.clear();
    this.seen.clear();
    this.taken.clear();
    this.hasEssential = false;
    this.hasLabel = false;
    this.isSound = true;
    this.isOverLimit = false;
  }

  private keep(bytes: Uint8Array, start: number, end: number, line: number): void {
    if (this.text.length === 0) {
      this.line = line;
    }
    this.isOverLimit = !addLine(this.text, bytes, start, end) || this.isOverLimit;
  }

  /** Two labels of one entry may mean the same column, as `Soft` and `Browser` do: then the second has one of its own. */
  private columnName(column: string | null, label: string): string {
    if (column === null) {
      return label;
    }
    this.hasEssential ||= essential.has(column);
    const isTaken = this.taken.has(column);
    this.taken.add(column);
    return isTaken ? `${label} (2)` : column;
  }

  private setOther(): boolean {
    const { other, table } = this;
    return other.length === 0 || table.setBytes(table.column(unlabelled), other.bytes, 0, other.length);
  }
}

function recognise(head: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const encoder = new TextEncoder();
  const lines = headLines(head).map((line) => {
    const bytes = encoder.encode(line);
    const found = labelledLine(bytes, 0, bytes.length);
    return found === null ? null : stealerColumn(found.label);
  });
  const counts = columns.map((name) => lines.filter((column) => column === name).length);
  const [urls = 0, logins = 0, passwords = 0] = counts;
  // Of every entry at least two labels, or the sign is only words before colons.
  const entries = Math.max(urls, logins, passwords);
  const isKnown = entries > 0 && Math.min(logins, passwords) * 2 >= entries;
  const labelled = counts.reduce((sum, count) => sum + count, 0);
  if (decided.format !== 'stealer-log' && (!isKnown || labelled * 4 < lines.length)) {
    return null;
  }
  return {
    score: isKnown ? surest : 0,
    dialect: {
      ...{ format: 'stealer-log', separator: '', quote: '', hasHeader: false, width: null, shortRows: 'reject' },
      ...decided,
    },
    reasons: [`${urls} lines are labelled as URL, ${logins} as login and ${passwords} as password.`],
  };
}

function read(_: FormatDialect, sink: TableSink): TextReader {
  const table = new TableWriter('', sink, sink.openTable(''));
  const entries = new Entries(table);
  const lines = new LineReader({
    line: (bytes, start, end, line) => entries.add(bytes, start, end, line),
    tooLong: (bytes, start, end, line) => entries.addTooLong(bytes, start, end, line),
  });
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      entries.finish();
      return [table.end()];
    },
  };
}

/**
 * The password files of stealers: entries of labelled lines (URL, Login or Username, Password, Application), with a blank or
 * drawn line between them. An entry is a row when it has a URL, a login or a password; other labels are columns by their own
 * names. Banners and other text are rejected as entries of their own.
 */
export const stealerLog: TextFormat = {
  id: 'stealer-log',
  label: 'Stealer log (URL, Login, Password)',
  extensions: ['.txt', '.log'],
  recognise,
  read,
};
