import { isOneDigit } from '../check-digits.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const hkForm = /^([A-Z]{1,2}) ?(\d{6}) ?(?:\(([\dA])\)|\[([\dA])\]|\/?-? ?([\dA]))$/;

/** Worth of a character in the sum of the HKID: digits themselves, A–Z 10–35, a blank 36. */
function worth(character: string): number {
  return character === ' ' ? 36 : Number.parseInt(character, 36);
}

/** Reads a Hong Kong identity card number into letters, six digits, check character; brackets fall away. */
function readHkId(value: string): string | null {
  const match = value.length >= 8 && value.length <= 14 ? hkForm.exec(value.toUpperCase()) : null;
  if (match === null) {
    return null;
  }
  const [, letters = '', digits = '', round, square, bare] = match;
  const check = round ?? square ?? bare ?? '';
  let sum = 0;
  for (const [i, character] of [...(letters.padStart(2, ' ') + digits)].entries()) {
    sum += worth(character) * (9 - i);
  }
  return (sum + worth(check)) % 11 === 0 ? letters + digits + check : null;
}

/**
 * Hong Kong identity cards: one or two letters, six digits and a check character mostly in brackets, by the weights of the
 * pack (validator `hkid`, after python-stdnum). One in eleven numbers of this shape passes; A stands where a digit mostly does.
 */
export const hkId = defineDetector({
  fieldType: 'hk-id',
  chance: 0.09,
  standsAlone: (facts) => facts.distinctRatio > 0.2,
  ...reading(readHkId),
  mask: (value) => keepEnds(readHkId(value) ?? value, 1, 2),
  maskedForm: /^[A-Z]{1,2}\d{0,5}[*＊●•]{2,7}\(?[\dA*]?\)?$/i,
  maskedFormIsCommon: true,
});

// Letters in the order of their codes, 10 to 35.
const twLetters = 'ABCDEFGHJKLMNPQRSTUVXYWZIO';

/** Reads a number of Taiwan: a letter and nine digits, the first 1 or 2, 8 or 9 for residents (2021), or A–D for older ones. */
function readTwId(value: string): string | null {
  const id = value.toUpperCase();
  if (!/^[A-Z][1289A-D]\d{8}$/.test(id)) {
    return null;
  }
  const code = 10 + twLetters.indexOf(id.charAt(0));
  const second = id.charAt(1);
  // Of the older residents' second letter only the last digit of its code counts.
  const digit = second >= 'A' ? twLetters.indexOf(second) % 10 : Number(second);
  let sum = Math.floor(code / 10) + (code % 10) * 9 + digit * 8;
  for (let i = 2; i < 9; i++) {
    sum += (id.charCodeAt(i) - 48) * (9 - i);
  }
  return (sum + id.charCodeAt(9) - 48) % 10 === 0 && !isOneDigit(id.slice(1)) ? id : null;
}

/**
 * Taiwan's identity card and residents' numbers (pack, validator `tw-id`; forms of residents after stdnum's tw/ui). Of random
 * numbers with a letter in front, four tenths have a first digit in use, and one in ten of those passes the check.
 */
export const twId = defineDetector({
  fieldType: 'tw-id',
  chance: 0.04,
  standsAlone: () => true,
  ...reading(readTwId),
  mask: (value) => keepEnds(value.toUpperCase(), 2, 2),
  maskedForm: /^[A-Z][1289A-D]?\d{0,6}[*＊●•]{2,8}\d{0,4}$/i,
  maskedFormIsCommon: true,
});
