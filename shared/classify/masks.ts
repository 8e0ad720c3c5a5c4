/** The sign that stands for hidden characters where no convention of the field prescribes an asterisk. */
export const maskSign = '•';

const longestRun = 6;

/** Hides a value of unknown form: its first character and at most six signs, so that its length stays hidden too. */
export function genericMask(value: string): string {
  const first = value.codePointAt(0);
  if (first === undefined) {
    return '';
  }
  const head = String.fromCodePoint(first);
  if (head.length === value.length) {
    return maskSign;
  }
  return head + maskSign.repeat(Math.min(value.length - head.length, longestRun));
}

/** Hides a secret wholly: always the same six signs, whatever its length. */
export function secretMask(): string {
  return maskSign.repeat(longestRun);
}

/** Hides the middle of a value, with one asterisk for each hidden character; both ends stay. Falls back to the generic mask. */
export function keepEnds(value: string, head: number, tail: number): string {
  const hidden = value.length - head - tail;
  if (hidden < 3) {
    return genericMask(value);
  }
  return value.slice(0, head) + '*'.repeat(hidden) + value.slice(value.length - tail);
}

/** True for a character by which sources hide parts of a value: asterisks, bullets and their full-width forms. */
function isHidingSign(character: string): boolean {
  return character === '*' || character === '•' || character === '＊' || character === '●';
}

/** True if the source already hid a part of the value, as in `138****1234` or `张**`. */
export function hasHidingSign(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    if (isHidingSign(value.charAt(i))) {
      return true;
    }
  }
  return false;
}
