import { isCalendarDay } from '../calendar.ts';
import { isDigits, numberAt } from '../characters.ts';
import { groupedDigits, hasVerhoeffDigit, isOneDigit, weightedSum } from '../check-digits.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const sgWeights = [2, 7, 6, 5, 4, 3, 2];
// What is added to the sum, and the check letters by remainder. Not published by the ICA; those of M are the same in FormSG
// (Open Government Products) as "KLJNPQRTUWX" from behind.
const sgSeries: Readonly<Record<string, readonly [offset: number, letters: string]>> = {
  S: [0, 'JZIHGFEDCBA'],
  T: [4, 'JZIHGFEDCBA'],
  F: [0, 'XWUTRQPNMLK'],
  G: [4, 'XWUTRQPNMLK'],
  M: [3, 'XWUTRQPNJLK'],
};

function readNric(value: string): string | null {
  const id = value.toUpperCase();
  const series = id.length === 9 ? sgSeries[id.charAt(0)] : undefined;
  if (series === undefined || !isDigits(id, 1, 8)) {
    return null;
  }
  const [offset, letters] = series;
  return letters.charAt((weightedSum(id.slice(1), sgWeights) + offset) % 11) === id.charAt(8) ? id : null;
}

/** Singapore NRIC and FIN (pack, validator `sg-nric`). Chance: 5 of 26 letters in front × 1 of 26 behind. */
export const sgNric = defineDetector({
  fieldType: 'sg-nric',
  chance: 0.0074,
  standsAlone: () => true,
  ...reading(readNric),
  mask: (value) => keepEnds(value.toUpperCase(), 1, 4),
  maskedForm: /^[STFGM]\d{0,3}[*＊●•Xx]{3,7}\d{0,4}[A-Z]?$/i,
  maskedFormIsCommon: true,
});

const krWeights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];

/** Births from October 2020 on got random digits behind the seventh, so that the check proves nothing for them. */
function mayLackCheck(year: number, month: number): boolean {
  return year > 2020 || (year === 2020 && month >= 10);
}

function readRrn(value: string): string | null {
  const digits = value.length === 14 && '- /'.includes(value.charAt(6)) ? value.slice(0, 6) + value.slice(7) : value;
  if (digits.length !== 13 || !isDigits(digits)) {
    return null;
  }
  // 1, 2, 5, 6: born in the 1900s; 3, 4, 7, 8: in the 2000s. 9 and 0, the 1800s, are those of nobody alive.
  const kind = digits.charCodeAt(6) - 48;
  if (kind === 0 || kind === 9) {
    return null;
  }
  const year = (kind % 4 === 1 || kind % 4 === 2 ? 1900 : 2000) + numberAt(digits, 0, 2);
  const month = numberAt(digits, 2, 4);
  if (year > 2039 || !isCalendarDay(year, month, numberAt(digits, 4, 6))) {
    return null;
  }
  const check = (11 - (weightedSum(digits, krWeights) % 11)) % 10;
  return mayLackCheck(year, month) || digits.charCodeAt(12) - 48 === check ? digits : null;
}

/**
 * South Korean resident registration numbers (pack, validator `kr-rrn`). Chance: 8 of 10 digits for the century × 3.7 % days
 * × 1/10; a little more for births since October 2020.
 */
export const krRrn = defineDetector({
  fieldType: 'kr-rrn',
  chance: 0.005,
  standsAlone: (facts) => !facts.countsUp,
  ...reading(readRrn),
  mask: (value) => `${value.slice(0, 2)}****-*******`,
  maskedForm: /^\d{6}-?[\d*＊●•]?[*＊●•]{5,7}$|^\d{2,6}[*＊●•]{6,11}$/,
  maskedFormIsCommon: true,
});

const jpWeights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

function readMyNumber(value: string): string | null {
  const digits = value.length > 16 ? null : groupedDigits(value);
  if (digits === null || digits.length !== 12 || isOneDigit(digits)) {
    return null;
  }
  const rest = weightedSum(digits, jpWeights) % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digits.charCodeAt(11) - 48 ? digits : null;
}

/** Japan's Individual Number (pack, validator `jp-in`; order no. 85 of 2014 of its Ministry of Internal Affairs). One in ten passes. */
export const jpMyNumber = defineDetector({
  fieldType: 'jp-my-number',
  chance: 0.1,
  standsAlone: (facts) => !facts.countsUp && facts.distinctRatio > 0.5,
  ...reading(readMyNumber),
  mask: (value) => keepEnds(readMyNumber(value) ?? value, 2, 2),
  maskedForm: /^\d{0,4}[*＊●•]{4,12}[ -]?\d{0,4}$/,
  maskedFormIsCommon: true,
});

function readAadhaar(value: string): string | null {
  const digits = value.length > 16 ? null : groupedDigits(value);
  if (digits === null || digits.length !== 12 || digits < '2' || !hasVerhoeffDigit(digits)) {
    return null;
  }
  // The UIDAI gives out no number that reads the same from behind (python-stdnum, in_.aadhaar).
  return digits === [...digits].reverse().join('') ? null : digits;
}

/** Aadhaar numbers of India (pack, validator `in-aadhaar`). Chance: 8 of 10 first digits × 1/10 for the check of Verhoeff. */
export const inAadhaar = defineDetector({
  fieldType: 'in-aadhaar',
  chance: 0.08,
  standsAlone: (facts) => !facts.countsUp && facts.distinctRatio > 0.5,
  ...reading(readAadhaar),
  mask: (value) => keepEnds(readAadhaar(value) ?? value, 0, 4),
  maskedForm: /^[\dXx*＊●•]{4}[ -]?[Xx*＊●•]{4}[ -]?\d{4}$/,
  maskedFormIsCommon: true,
});

/** Permanent account numbers of India (pack, validator `in-pan`): the fourth letter is one of 11 holders' kinds, so 42 % pass. */
export const inPan = defineDetector({
  fieldType: 'in-pan',
  chance: 0.42,
  standsAlone: (facts) => facts.distinctRatio > 0.5,
  ...reading((value) => {
    const id = value.toUpperCase();
    return /^[A-Z]{3}[ABCFGHLJPTK][A-Z](?!0000)\d{4}[A-Z]$/.test(id) ? id : null;
  }),
  mask: (value) => keepEnds(value.toUpperCase(), 2, 2),
  maskedForm: /^[A-Z]{2,5}[*＊●•X]{3,7}[\dA-Z]{0,4}$/i,
  maskedFormIsCommon: true,
});
