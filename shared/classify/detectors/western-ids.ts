import { isDigits } from '../characters.ts';
import { isOneDigit, weightedSum } from '../check-digits.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const ssnForm = /^(?!000|666|9)(\d{3})([- ]?)(?!00)(\d{2})\2(?!0000)(\d{4})$/;
/** Numbers known from advertisements (the pack; Social Security Administration on Woolworth's wallet card, 078-05-1120). */
const fakeSsns = new Set(['078051120', '219099999', '457555462']);

function readSsn(value: string): string | null {
  const match = value.length <= 11 ? ssnForm.exec(value) : null;
  if (match === null) {
    return null;
  }
  const [, area = '', , group = '', serial = ''] = match;
  const digits = area + group + serial;
  return fakeSsns.has(digits) || isOneDigit(digits) ? null : digits;
}

/**
 * US social security numbers (pack, validator `us-ssn`). They have no check digit: 898 of 1000 areas × 99 % groups pass, so
 * without a header only the hyphens of 3-2-4 tell them from other numbers.
 */
export const usSsn = defineDetector({
  fieldType: 'us-ssn',
  chance: 0.89,
  standsAlone: (facts) =>
    facts.distinctRatio > 0.5 && shareOf(facts, (value) => /^\d{3}-\d\d-\d{4}$/.test(value)) >= 0.8,
  fitsHeader: (facts) => !facts.countsUp,
  ...reading(readSsn),
  mask: (value) => `***-**-${value.slice(-4)}`,
  maskedForm: /^[*＊●•Xx]{3}-?[*＊●•Xx]{2}-?[\d*＊●•]{4}$/,
  maskedFormIsCommon: true,
});

const ninoForm = /^(?!BG|GB|NK|KN|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/;

function readNino(value: string): string | null {
  if (value.length < 9 || value.length > 13 || !/^[A-Za-z]{2}[ -]?\d/.test(value)) {
    return null;
  }
  const id = /^.{2}([ -]?)\d\d([ -]?)\d\d\2\d\d[ -]?.$/.test(value) ? value.replaceAll(/[ -]/g, '').toUpperCase() : '';
  return ninoForm.test(id) ? id : null;
}

/** UK national insurance numbers (pack, validator `uk-nino`). Chance: 20/26 × 19/26 letters in front × 4/26 behind. */
export const ukNino = defineDetector({
  fieldType: 'uk-nino',
  chance: 0.085,
  standsAlone: () => true,
  ...reading(readNino),
  mask: (value) => keepEnds(readNino(value) ?? value, 2, 1),
  maskedForm: /^[A-Z]{2} ?[\d *＊●•]{0,4}[*＊●•]{2,6} ?[A-D*]?$/i,
  maskedFormIsCommon: true,
});

const cpfForm = /^\d{3}\.?\d{3}\.?\d{3}[-/]?\d{2}$/;
const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2];

function cpfDigit(digits: string, weights: readonly number[]): number {
  const rest = weightedSum(digits, weights) % 11;
  return rest < 2 ? 0 : 11 - rest;
}

function readCpf(value: string): string | null {
  if (value.length < 11 || value.length > 14 || !cpfForm.test(value)) {
    return null;
  }
  const digits = value.replaceAll(/[./-]/g, '');
  if (digits.length !== 11 || isOneDigit(digits)) {
    return null;
  }
  const isChecked =
    cpfDigit(digits, cpfWeights.slice(1)) === digits.charCodeAt(9) - 48 &&
    cpfDigit(digits, cpfWeights) === digits.charCodeAt(10) - 48;
  return isChecked ? digits : null;
}

/** Brazil's CPF (pack, validator `br-cpf`): two check digits, so one number in a hundred passes. */
export const brCpf = defineDetector({
  fieldType: 'br-cpf',
  chance: 0.01,
  standsAlone: (facts) => !facts.countsUp,
  ...reading(readCpf),
  mask: (value) => `***.${(readCpf(value) ?? '').slice(3, 6)}.***-**`,
  maskedForm: /^[\d*＊●•]{3}\.?[\d*＊●•]{3}\.?[\d*＊●•]{3}-?[\d*＊●•]{2}$/,
  maskedFormIsCommon: true,
});

/** Digits two to eleven of a Turkish number follow from the first nine. */
function readTckn(value: string): string | null {
  const digits = value.length > 14 ? '' : value.replaceAll(' ', '');
  if (digits.length !== 11 || digits.startsWith('0') || !isDigits(digits)) {
    return null;
  }
  const odd = weightedSum(digits, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
  const even = weightedSum(digits, [0, 1, 0, 1, 0, 1, 0, 1]);
  const tenth = (((odd * 7 - even) % 10) + 10) % 10;
  const isChecked = tenth === digits.charCodeAt(9) - 48 && (odd + even + tenth) % 10 === digits.charCodeAt(10) - 48;
  return isChecked ? digits : null;
}

/** Turkish identity numbers (pack, validator `tr-tckn`): no leading zero and two check digits, so nine in a thousand pass. */
export const trTckn = defineDetector({
  fieldType: 'tr-tckn',
  chance: 0.009,
  standsAlone: (facts) => !facts.countsUp,
  ...reading(readTckn),
  mask: (value) => keepEnds(readTckn(value) ?? value, 2, 2),
  maskedForm: /^\d{0,4}[*＊●•]{4,9}\d{0,4}$/,
  maskedFormIsCommon: true,
});
