/** How a number cell is shown: as a number, a day with or without its time, a time of day, or a length of time. */
export type NumberLook = 'number' | 'date' | 'time' | 'elapsed';

/** Excel keeps this many significant digits; in longer numbers the rest is gone, or was never Excel's. */
const excelDigits = 15;
const decimal = /^(-?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
const dayMs = 86_400_000;
/** The last day that Excel knows, 9999-12-31, in each system. */
const lastSerial = 2_958_465;

/** Writes out a decimal with an exponent, digit by digit: 1.38E+10 becomes 13800000000. */
function writtenOut(sign: string, whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const place = Math.max(point, 1);
  const left = padded.slice(0, place).replace(/^0+(?=\d)/, '');
  const right = padded.slice(place).replace(/0+$/, '');
  return right === '' ? sign + left : `${sign}${left}.${right}`;
}

function significantDigits(whole: string, fraction: string): number {
  return (whole + fraction).replace(/^0+/, '').replace(/0+$/, '').length;
}

/**
 * A stored number as text, exact and without exponent. A fraction with more than 15 digits is the nearest double to what
 * was typed (1.1000000000000001); it is told as that shorter number.
 */
export function plainNumber(stored: string): string {
  const found = decimal.exec(stored);
  if (found === null) {
    return stored;
  }
  const [, , wholeDigits = '', fractionDigits = '', power = '0'] = found;
  const isFraction = fractionDigits.length > Number(power);
  const isNearest = isFraction && significantDigits(wholeDigits, fractionDigits) > excelDigits;
  const text = isNearest ? String(Number(stored)) : stored;
  const [, sign = '', whole = '', fraction = '', exponent] = decimal.exec(text) ?? [];
  return exponent === undefined ? text : writtenOut(sign, whole, fraction, Number(exponent));
}

/** Whether a number, written out, has more whole digits than Excel keeps. */
export function isOverlong(plain: string): boolean {
  const whole = /^-?0*(\d*)/.exec(plain)?.[1] ?? '';
  return whole.length > excelDigits && /^-?\d+(?:\.\d*)?$/.test(plain);
}

function clockText(ms: number): string {
  const text = new Date(ms).toISOString();
  return text.endsWith('.000Z') ? text.slice(11, 19) : text.slice(11, 23);
}

function elapsedText(ms: number): string {
  const hours = Math.floor(ms / 3_600_000);
  return `${String(hours).padStart(2, '0')}${clockText(ms % 3_600_000).slice(2)}`;
}

/** The day of a serial number. In the 1900 system day 60 is 29 February 1900, which never was. */
function dayText(day: number, is1904: boolean): string {
  if (!is1904 && day === 60) {
    return '1900-02-29';
  }
  const sinceEpoch = is1904 ? day - 24_107 : day - (day > 60 ? 25_569 : 25_568);
  return new Date(sinceEpoch * dayMs).toISOString().slice(0, 10);
}

/** A serial number as an ISO date, time or both; as a plain number when it is outside of what Excel can show. */
export function dateText(stored: string, look: Exclude<NumberLook, 'number'>, is1904: boolean): string {
  const serial = Number(stored);
  const most = is1904 ? lastSerial - 1462 : lastSerial;
  if (!(serial >= 0 && serial < most + 1) || stored.trim() === '') {
    return plainNumber(stored);
  }
  // Serials are doubles: a time is told to the millisecond, or 08:00:00 would come out as 07:59:59.999.
  const ms = Math.round(serial * dayMs);
  const [day, rest] = [Math.floor(ms / dayMs), ms % dayMs];
  if (look === 'elapsed') {
    return elapsedText(ms);
  }
  const isTimeOnly = day === 0 && (look === 'time' || !is1904);
  if (isTimeOnly) {
    return clockText(rest);
  }
  return rest === 0 ? dayText(day, is1904) : `${dayText(day, is1904)} ${clockText(rest)}`;
}

/** A cell that holds its date as ISO text, in our form of it. */
export function isoDateText(stored: string): string {
  return stored.replace(/^(\d{4}-\d\d-\d\d)T/, '$1 ').replace(/ 00:00:00(?:\.0+)?$/, '');
}

/** The numbers of Excel's own formats that show dates or times; 27 to 36 and 50 to 58 are those of East Asia. */
const builtInLooks: readonly (readonly [from: number, to: number, look: NumberLook])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'elapsed'],
  [47, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

/** How a number looks under a format: by its code when the workbook gives one, else by its number. */
export function lookOf(format: number, code: string | undefined): NumberLook {
  if (code === undefined) {
    return builtInLooks.find(([from, to]) => format >= from && format <= to)?.[2] ?? 'number';
  }
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .split(';')[0]
    ?.toLowerCase();
  if (bare === undefined || /general|e[+-]/.test(bare)) {
    return 'number';
  }
  if (/\[(?:h+|m+|s+)\]/.test(bare)) {
    return 'elapsed';
  }
  const letters = bare.replace(/\[[^\]]*\]|am\/pm|a\/p/g, '');
  if (/[yd]|m(?![^hs]*[hs])/.test(letters.replace(/[hs][^a-z]*m+|m+[^a-z]*s/g, 'h'))) {
    return 'date';
  }
  return /[hs]/.test(letters) ? 'time' : 'number';
}

/** Excel writes characters that XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, restored) : text;
}

function restored(whole: string, code: string): string {
  const unit = Number.parseInt(code, 16);
  return unit >= 0xd800 && unit <= 0xdfff ? whole : String.fromCharCode(unit);
}
