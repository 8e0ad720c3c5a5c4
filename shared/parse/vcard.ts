import { LineReader } from '../kernel/line-reader.ts';
import { TableWriter } from '../kernel/table-writer.ts';
import { firstInvalidUtf8 } from '../kernel/utf8.ts';
import { BoundedColumns } from './bounded-columns.ts';
import { ByteText } from './byte-text.ts';
import { addLine } from './record-text.ts';
import { rejectedText } from './rejected-text.ts';
import type { FormatDialect, Recognition, TableSink, TextFormat, TextHead, TextReader } from './table-format.ts';
import { cellsOf, isQuotedPrintable, vcardProperty } from './vcard-property.ts';

const surest = 0.98;
/** Columns that every table of contacts begins with. */
const columns = ['fn', 'n.family', 'n.given', 'tel', 'email', 'org', 'adr', 'bday', 'note'] as const;
const maxColumns = 500;
/** The column of lines that are no properties, and of those a table has no more columns for. */
const further = '(other)';
const equals = 0x3d;
const semicolon = 0x3b;
const space = 0x20;
const letterB = 0x62;
const letterE = 0x65;

/** The cards of a file. Lines are unfolded as bytes, for a fold may tear a character apart. */
class Cards {
  private readonly table: TableWriter;
  private readonly columns: BoundedColumns;
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly text = new ByteText();
  private readonly logical = new ByteText();
  private readonly rest = new ByteText();
  private readonly counts = new Map<string, number>();
  private line = 0;
  private isInside = false;
  private isQuoted = false;
  private isSound = true;
  private isOverLimit = false;

  constructor(table: TableWriter) {
    this.table = table;
    this.columns = new BoundedColumns(table, maxColumns, columns);
  }

  add(bytes: Uint8Array, start: number, stop: number, line: number): void {
    const word = this.wordOf(bytes, start, stop);
    if (word === 'begin:vcard') {
      this.giveUp();
      this.isInside = true;
      this.keep(bytes, start, stop, line);
      return;
    }
    if (word === '' && !this.isInside) {
      this.giveUp();
      return;
    }
    this.keep(bytes, start, stop, line);
    if (!this.isInside) {
      return;
    }
    if (word === 'end:vcard') {
      this.finish();
    } else if (word === '') {
      this.endProperty();
    } else {
      this.join(bytes, start, stop);
    }
  }

  /** A line that may begin or end a card, folded; '' when it is blank, null when it is any other. */
  private wordOf(bytes: Uint8Array, start: number, stop: number): string | null {
    const letter = (bytes[start] ?? 0) | 0x20;
    const isAsked = start === stop || letter === letterB || letter === letterE || letter === space;
    return isAsked && stop - start < 40 ? this.decoder.decode(bytes.subarray(start, stop)).trim().toLowerCase() : null;
  }

  addTooLong(bytes: Uint8Array, start: number, stop: number, line: number): void {
    this.keep(bytes, start, stop, line);
    this.isOverLimit = true;
  }

  /** Rejects what has begun and is no whole card. */
  giveUp(): void {
    if (this.text.length > 0) {
      this.table.dropRow();
      this.reject(this.isOverLimit ? 'too-long' : 'malformed-entry');
    }
    this.clear();
  }

  private finish(): void {
    this.endProperty();
    const { rest, table } = this;
    if (rest.length > 0 && this.isSound) {
      this.isSound = table.setBytes(table.column(further), rest.bytes, 0, rest.length);
    }
    if (this.isSound && !this.isOverLimit) {
      table.endRow();
    } else {
      table.dropRow();
      this.reject(this.isOverLimit ? 'too-long' : 'not-utf-8');
    }
    this.clear();
  }

  private clear(): void {
    this.text.clear();
    this.logical.clear();
    this.rest.clear();
    this.counts.clear();
    this.isInside = false;
    this.isSound = true;
    this.isOverLimit = false;
  }

  private reject(reason: 'too-long' | 'malformed-entry' | 'not-utf-8'): void {
    this.table.reject(rejectedText(this.text.bytes, 0, this.text.length, this.line, reason));
  }

  private keep(bytes: Uint8Array, start: number, stop: number, line: number): void {
    if (this.text.length === 0) {
      this.line = line;
    }
    this.isOverLimit = !addLine(this.text, bytes, start, stop) || this.isOverLimit;
  }

  /** Adds a line to the property it folds, or begins the next one. */
  private join(bytes: Uint8Array, start: number, stop: number): void {
    if (this.isOverLimit) {
      return;
    }
    const { logical } = this;
    if (this.isQuoted && logical.bytes[logical.length - 1] === equals) {
      logical.length--;
      logical.putBytes(bytes, start, stop);
    } else if (bytes[start] === 0x20 || bytes[start] === 0x09) {
      logical.putBytes(bytes, start + 1, stop);
    } else {
      this.endProperty();
      logical.putBytes(bytes, start, stop);
      const named = bytes.subarray(start, Math.min(stop, start + 200));
      this.isQuoted = named.includes(semicolon) && isQuotedPrintable(this.decoder.decode(named));
    }
  }

  private endProperty(): void {
    const { logical } = this;
    if (logical.length === 0) {
      return;
    }
    this.isSound = this.isSound && firstInvalidUtf8(logical.bytes, 0, logical.length) < 0;
    this.set(logical.toString());
    logical.clear();
    this.isQuoted = false;
  }

  private set(line: string): void {
    const property = vcardProperty(line);
    if (property === null) {
      this.setFurther(line);
      return;
    }
    const count = (this.counts.get(property.name) ?? 0) + 1;
    this.counts.set(property.name, count);
    const column = count === 1 ? property.name : `${property.name}.${count}`;
    const cells = [...cellsOf(property), ...(property.types === '' ? [] : [['.type', property.types] as const])];
    const places = cells.map(([part]) => this.columns.place(column + part));
    if (places.some((place) => place < 0)) {
      this.setFurther(line);
      return;
    }
    cells.forEach(([, value], k) => void this.table.set(places[k] ?? 0, value));
  }

  private setFurther(line: string): void {
    this.rest.putText(this.rest.length === 0 ? line : `\n${line}`);
  }
}

function recognise({ text }: TextHead, decided: Partial<FormatDialect>): Recognition | null {
  const cards = text.match(/^[ \t]*BEGIN:VCARD[ \t]*$/gim)?.length ?? 0;
  const isFirst = /^\s*BEGIN:VCARD[ \t]*[\r\n]/i.test(text);
  if (cards === 0 && decided.format !== 'vcard') {
    return null;
  }
  return {
    score: isFirst ? surest : cards > 0 ? 0.5 : 0,
    dialect: {
      ...{ format: 'vcard', separator: '', quote: '', hasHeader: false, width: null, shortRows: 'reject' },
      ...decided,
    },
    reasons: [`BEGIN:VCARD stands ${cards} times in the first part of the file.`],
  };
}

function read(_: FormatDialect, sink: TableSink): TextReader {
  const table = new TableWriter('', sink, sink.openTable(''));
  const cards = new Cards(table);
  const lines = new LineReader({
    line: (bytes, start, stop, line) => cards.add(bytes, start, stop, line),
    tooLong: (bytes, start, stop, line) => cards.addTooLong(bytes, start, stop, line),
  });
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      cards.giveUp();
      return [table.end()];
    },
  };
}

/**
 * vCard 2.1, 3.0 and 4.0: one card a row; a property that comes again has a column of its own (`tel.2`). Our own reader: the
 * libraries that read contacts (vcf, ical.js) take a whole file as one string, know no quoted-printable in other charsets,
 * and drop or throw at a damaged card.
 */
export const vcard: TextFormat = {
  id: 'vcard',
  label: 'Contacts (vCard)',
  extensions: ['.vcf'],
  recognise,
  read,
};
