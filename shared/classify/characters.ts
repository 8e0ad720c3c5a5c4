/** True for a UTF-16 code of the ASCII digits 0–9. */
export function isDigitCode(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** True if the characters from `start` up to `end` are ASCII digits and there is at least one. */
export function isDigits(value: string, start = 0, end = value.length): boolean {
  if (end <= start) {
    return false;
  }
  for (let i = start; i < end; i++) {
    if (!isDigitCode(value.charCodeAt(i))) {
      return false;
    }
  }
  return true;
}

/** The number that a few ASCII digits spell; the caller has checked that they are digits. */
export function numberAt(value: string, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) {
    number = number * 10 + value.charCodeAt(i) - 48;
  }
  return number;
}

/** True for a UTF-16 code of the common Han block, U+4E00–U+9FFF. */
export function isHanCode(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** True if the value holds at least one Han character. */
export function hasHan(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    if (isHanCode(value.charCodeAt(i))) {
      return true;
    }
  }
  return false;
}

/** The value without the characters of `drop`; the same string where there is nothing to drop. */
export function without(value: string, drop: string): string {
  for (let i = 0; i < value.length; i++) {
    if (drop.includes(value.charAt(i))) {
      return [...value].filter((character) => !drop.includes(character)).join('');
    }
  }
  return value;
}
