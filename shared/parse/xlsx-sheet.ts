import { dateText, isOverlong, isoDateText, plainNumber, unescaped } from './xlsx-values.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { createTextCollector } from './xlsx-workbook.ts';
import { readXml, type XmlAttributes } from './xml-stream.ts';
import type { ZipMember } from './zip.ts';

/** A cell with a value: its column (first = 0), its text, and whether it is a number longer than Excel keeps. */
export type Cell = { readonly column: number; readonly text: string; readonly isOverlong: boolean };

/** A row that has cells with text; `number` is the one Excel shows. `isSound` is false when a cell cannot be read. */
export type SheetRow = { readonly number: number; readonly cells: readonly Cell[]; readonly isSound: boolean };

const lastColumn = 16_383;
const letterA = 64;

/** The column of a reference such as `AB12`, from 0; -1 when it is none. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at);
    if (code <= letterA || code > letterA + 26) {
      return at > 0 && at < 4 && column <= lastColumn + 1 ? column - 1 : -1;
    }
    column = column * 26 + code - letterA;
  }
  return -1;
}

type OpenCell = { column: number; type: string; style: number; value: string; inline: string | null };

/** Reads cells as Excel stores them into the text they stand for. */
class CellReader {
  private readonly workbook: Workbook;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  /** The text of a cell; '' for one without a value, null for one that points nowhere. */
  textOf({ type, style, value, inline }: OpenCell): string | null {
    switch (type) {
      case 's':
        return value === '' ? '' : (this.workbook.texts[Number(value)] ?? null);
      case 'inlineStr':
        return inline ?? '';
      case 'str':
        return unescaped(value);
      case 'b':
        return value === '' ? '' : value === '1' || value === 'true' ? 'true' : 'false';
      case 'e':
        return value;
      case 'd':
        return isoDateText(value);
      default:
        return this.numberText(value.trim(), style);
    }
  }

  private numberText(value: string, style: number): string {
    const look = this.workbook.looks[style] ?? 'number';
    if (look === 'number' || value === '') {
      return plainNumber(value);
    }
    return dateText(value, look, this.workbook.is1904);
  }
}

/** Follows the elements of a sheet and hands over its rows. */
function createSheetHandlers(workbook: Workbook, onRow: (row: SheetRow) => void) {
  const reader = new CellReader(workbook);
  let number = 0;
  let column = -1;
  let cells: Cell[] = [];
  let isSound = true;
  let cell: OpenCell | null = null;
  let isValue = false;
  const inline = createTextCollector((text) => {
    if (cell !== null) {
      cell.inline = text;
    }
  }, 'is');

  const openCell = ({ r: reference, t: type, s: style }: XmlAttributes): void => {
    const stated = reference === undefined ? column + 1 : columnOf(reference);
    isSound &&= stated > column && stated <= lastColumn;
    column = Math.max(stated, column + 1);
    cell = { column, type: type ?? 'n', style: Number(style ?? 0), value: '', inline: null };
  };
  const closeCell = (closed: OpenCell): void => {
    const text = reader.textOf(closed);
    isSound &&= text !== null;
    const kept = text ?? closed.value;
    if (kept !== '') {
      const isLong = closed.type === 'n' && (workbook.looks[closed.style] ?? 'number') === 'number' && isOverlong(kept);
      cells.push({ column: closed.column, text: kept, isOverlong: isLong });
    }
    cell = null;
  };
  const openRow = ({ r: stated }: XmlAttributes): void => {
    number = stated === undefined ? number + 1 : Math.max(Number(stated) || 0, number + 1);
    column = -1;
    cells = [];
    isSound = true;
  };

  return {
    onOpen: (name: string, attributes: XmlAttributes): void => {
      if (name === 'row') {
        openRow(attributes);
      } else if (name === 'c') {
        openCell(attributes);
      }
      isValue = name === 'v' && cell !== null;
      inline.onOpen(name);
    },
    onText: (text: string): void => {
      if (isValue && cell !== null) {
        cell.value += text;
      }
      inline.onText(text);
    },
    onClose: (name: string): void => {
      isValue = false;
      inline.onClose(name);
      if (name === 'c' && cell !== null) {
        closeCell(cell);
      } else if (name === 'row' && cells.length > 0) {
        onRow({ number, cells, isSound });
      }
    },
  };
}

/** Reads the rows of a sheet, pausing after each piece of it. Rows without text are left out. */
export function readSheet(part: ZipMember, workbook: Workbook, onRow: (row: SheetRow) => void): AsyncGenerator<void> {
  return readXml(part.chunks(), createSheetHandlers(workbook, onRow));
}
