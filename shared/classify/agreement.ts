import type { Detection } from '../domain/detection.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { packId } from '../packs/field-types.ts';
import { repairedCell } from './cell-repair.ts';
import { isDigits } from './characters.ts';
import { dateTimeForm } from './date-time.ts';
import { isResidentId } from './detectors/cn-resident-id.ts';

const residentIdType = packId('cn-resident-id');
const birthDateType = packId('birth-date');
const genderType = packId('gender');

/** Rows compared; agreement shows early. */
const mostRows = 500;
const fewestRows = 5;
const almostAll = 0.9;

/** A resident id of 18 characters holds the day of birth and, in its seventeenth, the sex. */
type Holder = { readonly born: string; readonly isMale: boolean };

function holderOf(cell: string): Holder | null {
  const id = cell.toUpperCase();
  if (id.length !== 18 || !isResidentId(id)) {
    return null;
  }
  return { born: id.slice(6, 14), isMale: id.charCodeAt(16) % 2 === 1 };
}

/** The day that a date says, as yyyymmdd; '' where it is none. Of a day and a month below 13 the order cannot be known. */
function daysOf(cell: string): readonly string[] {
  const form = dateTimeForm(cell);
  if (form === null || form === 'epoch') {
    return [];
  }
  if (isDigits(cell)) {
    return [cell.slice(0, 8)];
  }
  const [a = '', b = '', c = ''] = cell.split(/\D+/);
  const two = (part: string): string => part.padStart(2, '0');
  return a.length === 4 ? [a + two(b) + two(c)] : [c + two(a) + two(b), c + two(b) + two(a)];
}

function holdsBirthDates(cells: readonly string[], holders: readonly (Holder | null)[]): boolean {
  let compared = 0;
  let equal = 0;
  cells.forEach((cell, row) => {
    const holder = holders[row] ?? null;
    const days = holder === null ? [] : daysOf(cell);
    compared += days.length > 0 ? 1 : 0;
    equal += holder !== null && days.includes(holder.born) ? 1 : 0;
  });
  return compared >= fewestRows && equal >= compared * almostAll;
}

/** Two words, one for the rows of men and one for those of women. */
function holdsSexes(cells: readonly string[], holders: readonly (Holder | null)[]): boolean {
  const counts = new Map<string, { men: number; women: number }>();
  let compared = 0;
  cells.forEach((cell, row) => {
    const holder = holders[row] ?? null;
    if (holder !== null && cell !== '') {
      const count = counts.get(cell) ?? { men: 0, women: 0 };
      count[holder.isMale ? 'men' : 'women']++;
      counts.set(cell, count);
      compared++;
    }
  });
  if (compared < fewestRows * 2 || counts.size < 2 || counts.size > 6) {
    return false;
  }
  const all = [...counts.values()];
  const most = all.reduce((sum, { men, women }) => sum + Math.max(men, women), 0);
  const men = all.filter((count) => count.men > count.women).length;
  return most >= compared * almostAll && men > 0 && men < all.length;
}

function sure(detection: Detection, fieldType: FieldTypeId, reason: string): Detection {
  const { evidence } = detection;
  const isSame = detection.fieldType === fieldType;
  return {
    ...detection,
    fieldType,
    confidence: 0.99,
    runnerUp: isSame ? detection.runnerUp : detection.fieldType,
    evidence: {
      ...evidence,
      accepted: isSame ? evidence.accepted : evidence.filled,
      masked: isSame ? evidence.masked : 0,
      counterExamples: isSame ? evidence.counterExamples : [],
      reasons: [...evidence.reasons, reason],
    },
  };
}

/** Raises the verdicts on columns that agree row by row with the resident id beside them: dates of birth and sexes. */
export function agreements(detections: readonly Detection[], columns: readonly (readonly string[])[]): Detection[] {
  const idColumn = columns[detections.findIndex(({ fieldType }) => fieldType === residentIdType)];
  if (idColumn === undefined) {
    return [...detections];
  }
  const holders = idColumn.slice(0, mostRows).map((cell) => holderOf(repairedCell(cell)));
  return detections.map((detection, index) => {
    const cells = (columns[index] ?? []).slice(0, mostRows).map(repairedCell);
    if (detection.fieldType === residentIdType) {
      return detection;
    }
    if (holdsBirthDates(cells, holders)) {
      return sure(detection, birthDateType, 'It equals the date of birth inside the resident id of the same row.');
    }
    if (holdsSexes(cells, holders)) {
      return sure(detection, genderType, 'It agrees with the sex inside the resident id of the same row.');
    }
    return detection;
  });
}
