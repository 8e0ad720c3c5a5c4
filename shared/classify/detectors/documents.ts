import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

/*
 * The Chinese series of the pack's validator `passport-cn`, and the form letters + digits of other countries. E and G are those
 * of ordinary Chinese passports: with another number of digits they are a slip.
 */
const passportForm =
  /^(?:[EGDSPHK]\d{8}|(?:E[A-HJ-NP-Z]|DE|SE|PE|KJ|MA)\d{7}|1[45]\d{7}|[A-DFH-Z]\d{6,8}|[A-DF-Z][A-Z]\d{6,7})$/;

/** Passports. Chance: of random letters and digits in that layout nearly all of other countries' pass, of nine digits 2 %. */
export const passport = defineDetector({
  fieldType: 'passport',
  chance: 0.3,
  ...reading((value) => {
    if (value.length < 7 || value.length > 12) {
      return null;
    }
    const number = value.replaceAll(/(?<=[A-Za-z\d]) (?=\d)/g, '').toUpperCase();
    return passportForm.test(number) ? number : null;
  }),
  mask: (value) => keepEnds(value.replaceAll(' ', ''), 2, 2),
  maskedForm: /^[A-Za-z]{1,2}\d{0,3}[*＊●•]{2,7}\d{0,4}$/,
});

const area = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z]';
const plateForm = new RegExp(
  `^${area}(?:[A-HJ-NP-Z\\d]{4}[A-HJ-NP-Z\\d挂学警港澳领试超]|[A-HJK][A-HJ-NP-Z\\d]\\d{4}|\\d{5}[A-HJK])$`,
);

/**
 * Vehicle plates of mainland China (GA 36; pack, validator `cn-plate`): five places behind the area, or six for new energy,
 * which begin or end with one of the letters A–K. Han characters at random are those of a province once in 700.
 */
export const plate = defineDetector({
  fieldType: 'plate',
  chance: 0.01,
  standsAlone: () => true,
  ...reading((value) => {
    if (value.length < 7 || value.length > 11 || value.charCodeAt(0) < 0x4e00) {
      return null;
    }
    const number = value.replace(/^(..) ?[ ·•・.-]? ?/, '$1').toUpperCase();
    return plateForm.test(number) ? number : null;
  }),
  mask: (value) => keepEnds(value.replaceAll(/[ ·•・.-]/g, ''), 2, 1),
  maskedForm: /^[\u4e00-\u9fff][A-Z][·]?[A-Z\d]{0,3}[*＊●•]{2,5}[A-Z\d]{0,2}$/,
});
