import { isDigits } from '../characters.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';
import { isResidentId } from './cn-resident-id.ts';
import { email } from './email.ts';
import { chineseMobile, mobile } from './mobile.ts';
import { url } from './url.ts';

/** True for what has a type of its own, however it is used: an e-mail address, a phone number, an identity number. */
function isOtherwiseKnown(value: string): boolean {
  return email.accepts(value) || chineseMobile(value) !== null || isResidentId(value);
}

const nameForm = /^(?=.*[\p{L}\p{N}])[^\s"'`,;|<>(){}[\]\\]{2,64}$/u;

/** Names of accounts: one word of any script. Addresses and phone numbers that serve as names count as those. */
export const username = defineDetector({
  fieldType: 'username',
  chance: 0.9,
  accepts: (value) => value.length <= 64 && nameForm.test(value) && !isOtherwiseKnown(value),
});

const idForm = /^(?=.*\d)[\dA-Za-z][\dA-Za-z._:-]{0,63}$|^[A-Za-z\d_-]{8,64}$/;

/** Numbers and keys of users: one word of letters and digits. */
export const userId = defineDetector({
  fieldType: 'user-id',
  chance: 0.9,
  accepts: (value) => value.length <= 64 && idForm.test(value) && !isOtherwiseKnown(value),
  mask: (value) => keepEnds(value, 1, 1),
});

const wechatForm = /^(?:[A-Za-z][-\w]{5,19}|wxid_[\da-z]{8,24})$/;
/** What WeChat calls a user before an app: 28 signs that begin with o. */
const openIdForm = /^o[A-Za-z\d_-]{27}$/;

/**
 * WeChat accounts: a letter and 5–19 letters, digits, `_` and `-` (pack, validator `wechat`), ids given by the system, and
 * mobile numbers, by which accounts are found too. Of random words 52 of 62 begin with a letter.
 */
export const wechat = defineDetector({
  fieldType: 'wechat',
  chance: 0.84,
  standsAlone: (facts) => shareOf(facts, (value) => value.startsWith('wxid_')) >= 0.8,
  ...reading((value) => {
    const isName = value.length >= 6 && value.length <= 29 && (wechatForm.test(value) || openIdForm.test(value));
    return isName ? value : chineseMobile(value);
  }),
  mask: (value) => keepEnds(value, 2, 2),
  maskedForm: /^[A-Za-z][\w-]{0,5}[*＊●•]{2,14}[\w-]{0,4}$/,
  maskedFormIsCommon: true,
});

const alipayId = /^2088\d{12}$/;

/** Alipay accounts: an e-mail address, a Chinese mobile number, or an id of 16 digits that begins with 2088 (pack). */
export const alipay = defineDetector({
  fieldType: 'alipay',
  chance: 0.06,
  standsAlone: (facts) => facts.distinctRatio > 0.5 && shareOf(facts, (value) => alipayId.test(value)) >= 0.8,
  ...reading((value) => {
    if (alipayId.test(value)) {
      return value;
    }
    return email.accepts(value) ? email.normalise(value) : chineseMobile(value);
  }),
  mask: (value) => (value.includes('@') ? email.mask(value) : keepEnds(chineseMobile(value) ?? value, 3, 4)),
  maskedForm: /^1[3-9]\d?[*＊●•]{2,9}\d{0,4}$|^2088[*＊●•]{4,12}\d{0,4}$|^[^@\s]{0,8}[*＊●•]{2,}[^@\s]{0,8}@[^@\s]+$/,
  maskedFormIsCommon: true,
});

const handle = /^(?:@|live:|tg:)?[\p{L}\d][\p{L}\d_.:-]{2,62}$/u;

/** Accounts of messengers: a handle with or without @, a number, an address or a link. Nearly every word looks like one. */
export const imAccount = defineDetector({
  fieldType: 'im-account',
  // An e-mail address or a phone number in such a column is the account itself, so nothing in it speaks against the header.
  chance: 1,
  accepts: (value) =>
    value.length <= 254 && (handle.test(value) || email.accepts(value) || mobile.accepts(value) || url.accepts(value)),
});

/** Profiles of social networks: a handle, a number or a link. */
export const socialProfile = defineDetector({
  fieldType: 'social-profile',
  chance: 0.9,
  accepts: (value) => value.length <= 2048 && (handle.test(value) || url.accepts(value)),
});

const codeForm = /^[\dA-Za-z]+(?:[-/_.]?[\dA-Za-z]+){0,4}$/;

/** True for one word of letters and digits, at least half of them digits, as offices number people, cases and payments. */
function isCode(value: string, shortest: number, longest: number): boolean {
  if (value.length < shortest || value.length > longest || !codeForm.test(value)) {
    return false;
  }
  return value.replaceAll(/\D/g, '').length * 2 >= value.length;
}

/** Numbers of pupils, students and candidates. */
export const studentId = defineDetector({
  fieldType: 'student-id',
  chance: 0.9,
  fitsHeader: (facts) => facts.distinctRatio > 0.5,
  accepts: (value) => isCode(value, 4, 24),
  mask: (value) => keepEnds(value, 2, 2),
});

/** Numbers of patients and stays in hospital. */
export const medicalRecordNo = defineDetector({
  fieldType: 'medical-record-no',
  chance: 0.9,
  accepts: (value) => isCode(value, 4, 32),
  mask: (value) => keepEnds(value, 1, 2),
});

/** Numbers of payments: longer than most others, as processors give them. */
export const paymentRecord = defineDetector({
  fieldType: 'payment-record',
  chance: 0.9,
  accepts: (value) => isCode(value, 6, 64),
  mask: (value) => keepEnds(value, 3, 4),
});

const accountForm = /^\d(?:[ -]?\d){5,33}$/;

/** Accounts at a bank: 6–34 digits in any grouping. A card number may stand for the account behind it. */
export const bankAccount = defineDetector({
  fieldType: 'bank-account',
  chance: 0.9,
  fitsHeader: (facts) => !facts.countsUp,
  ...reading((value) => (value.length <= 42 && accountForm.test(value) ? value.replaceAll(/[ -]/g, '') : null)),
  mask: (value) => keepEnds(value.replaceAll(/[ -]/g, ''), 2, 4),
  maskedForm: /^\d{0,6}[*＊●•]{4,}\d{0,4}$/,
  maskedFormIsCommon: true,
});

/** Chinese driving licences carry the resident ID, their files twelve digits; elsewhere letters and digits. */
export const driverLicence = defineDetector({
  fieldType: 'driver-licence',
  chance: 0.9,
  accepts: (value) => isResidentId(value.toUpperCase()) || (value.length < 18 && isCode(value, 5, 17)),
  normalise: (value) => value.toUpperCase(),
  mask: (value) => keepEnds(value, 2, 2),
});

/** Social insurance: the resident ID, or the number of the card or the insured. */
export const socialInsurance = defineDetector({
  fieldType: 'social-insurance',
  chance: 0.9,
  accepts: (value) => isResidentId(value.toUpperCase()) || (value.length !== 18 && isCode(value, 6, 20)),
  normalise: (value) => value.toUpperCase(),
  mask: (value) => keepEnds(value, 2, 2),
});

const permitForm = /^(?:[HM]\d{8}(?:\d{2})?|[CWLT]\d{8}|C[A-HJ-NP-Z]\d{7}|\d{8}|\d{10}[A-Z]?)$/;

/**
 * Permits to travel between the mainland, Hong Kong, Macau and Taiwan: home-return permits (H, M), to Hong Kong and Macau (C,
 * W), to Taiwan (L, T), and eight or ten digits of Taiwanese. Own knowledge of the National Immigration Administration's series.
 */
export const travelPermit = defineDetector({
  fieldType: 'travel-permit',
  chance: 0.4,
  ...reading((value) => {
    const id = value.toUpperCase();
    return permitForm.test(id) && !(isDigits(id) && /^(?:19|20)\d{6}$/.test(id)) ? id : null;
  }),
  mask: (value) => keepEnds(value.toUpperCase(), 2, 2),
  maskedForm: /^[HMCWLT][A-Z]?\d{0,3}[*＊●•]{2,9}\d{0,4}$/i,
  maskedFormIsCommon: true,
});
