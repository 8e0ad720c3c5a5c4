import { defineDetector } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const passportForm = /^(?:[EGDSPHK]\d{8}|(?:E[A-HJ-NP-Z]|DE|SE|PE|KJ|MA)\d{7}|1[45]\d{7}|[A-Z]{1,2}\d{6,8})$/i;

/** Passports: the Chinese series of the validator `passport-cn`, and the form letters + digits of other countries. */
export const passport = defineDetector({
  fieldType: 'passport',
  chance: 0.3,
  accepts: (value) => value.length >= 7 && value.length <= 10 && passportForm.test(value),
  normalise: (value) => value.toUpperCase(),
  mask: (value) => keepEnds(value, 2, 2),
  maskedForm: /^[A-Za-z]{1,2}\d{0,3}[*＊●•]{2,7}\d{0,4}$/,
});

const plateForm =
  /^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z] ?[·•]?(?:[A-HJ-NP-Z\d]{4}[A-HJ-NP-Z\d挂学警港澳]|[A-HJ-NP-Z][A-HJ-NP-Z\d]\d{4}|\d{5}[A-HJ-NP-Z])$/;

/** Vehicle plates of mainland China, five places or six for new energy (GA 36; pack, validator `cn-plate`). */
export const plate = defineDetector({
  fieldType: 'plate',
  chance: 0.01,
  standsAlone: () => true,
  accepts: (value) => value.length >= 7 && value.length <= 10 && value.charCodeAt(0) > 0x4dff && plateForm.test(value),
  normalise: (value) => value.replace(/[ ·•]/g, '').toUpperCase(),
  mask: (value) => keepEnds(value, 2, 1),
  maskedForm: /^[\u4e00-\u9fff][A-Z][·]?[A-Z\d]{0,3}[*＊●•]{2,5}[A-Z\d]{0,2}$/,
});
