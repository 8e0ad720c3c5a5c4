import { isDigits, numberAt } from '../characters.ts';
import { groupedDigits, hasLuhnDigit, isOneDigit } from '../check-digits.ts';
import { shareOf } from '../column-facts.ts';
import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const separatedMac = /^[\dA-F]{2}([:-])(?:[\dA-F]{2}\1){4}[\dA-F]{2}$/i;
const dottedMac = /^(?:[\dA-F]{4}\.){2}[\dA-F]{4}$/i;
/** Twelve signs without a separator: with a letter among them, since twelve digits are any number. */
const bareMac = /^(?=.*[A-F])(?=.*\d)[\dA-F]{12}$/i;

function readMac(value: string): string | null {
  if (value.length < 12 || value.length > 17) {
    return null;
  }
  if (!separatedMac.test(value) && !dottedMac.test(value) && !bareMac.test(value)) {
    return null;
  }
  const pairs = value.replaceAll(/[:.-]/g, '').toLowerCase().match(/../g) ?? [];
  return pairs.join(':');
}

/**
 * MAC addresses: six octets with `:` or `-` (pack, validator `mac`; IEEE 802), as Cisco writes them, or bare. Of random letters
 * and digits in that layout (16/36)^12 are hexadecimal.
 */
export const mac = defineDetector({
  fieldType: 'mac',
  chance: 0.0001,
  standsAlone: (facts) => shareOf(facts, (value) => !bareMac.test(value)) >= 0.8 || facts.distinctRatio > 0.5,
  ...reading(readMac),
  mask: (value) => `${(readMac(value) ?? '').slice(0, 8)}:**:**:**`,
  maskedForm: /^[\dA-F]{2}([:-])(?:[\dA-F*]{2}\1){4}[\dA-F*]{2}$/i,
  maskedFormIsCommon: true,
});

// Reporting bodies of the type allocation code that have given out numbers: GSMA TS.06.
const reportingBodies = new Set([...[1, 10, 30, 33, 35, 44, 45, 49, 50, 51, 52, 53, 54, 86, 91, 98, 99]]);

function readImei(value: string): string | null {
  if (value.length < 14 || value.length > 22 || !/^[\d /-]+$/.test(value)) {
    return null;
  }
  const digits = groupedDigits(value.replaceAll('/', '-'));
  if (digits === null || isOneDigit(digits)) {
    return null;
  }
  if (digits.length === 15) {
    return hasLuhnDigit(digits) ? digits : null;
  }
  const isUnchecked = digits.length === 14 || digits.length === 16;
  return isUnchecked && reportingBodies.has(numberAt(digits, 0, 2)) ? digits : null;
}

/**
 * IMEI of mobile devices: 15 digits with Luhn; 14 without it and the 16 of an IMEISV count where a known body reports them
 * (pack, validator `imei`; 3GPP TS 23.003). Chance: one in ten for the check digit.
 */
export const imei = defineDetector({
  fieldType: 'imei',
  chance: 0.1,
  standsAlone: (facts) =>
    !facts.countsUp &&
    facts.distinctRatio > 0.2 &&
    shareOf(facts, (value) => {
      const digits = readImei(value);
      return digits?.length === 15 && reportingBodies.has(numberAt(digits, 0, 2));
    }) >= 0.8,
  ...reading(readImei),
  mask: (value) => keepEnds(readImei(value) ?? value, 4, 2),
  maskedForm: /^\d{4,8}[\d*＊●•-]{0,6}[*＊●•]{3,9}\d{0,4}$/,
  maskedFormIsCommon: true,
});

// Mobile country codes of ITU-T E.212: single ones, and those that run on.
const countryCodes = new Set(
  (
    '202 204 206 208 212 213 214 216 218 219 220 221 222 225 226 228 230 231 232 234 235 238 240 242 244 246 247 248 250 255 257 259 260 ' +
    '262 266 268 270 272 274 276 278 280 282 283 284 286 288 289 290 292 293 294 295 297 302 308 310 311 312 313 314 315 316 330 332 334 ' +
    '338 340 342 344 346 348 350 352 354 356 358 360 362 363 364 365 366 368 370 372 374 376 400 401 402 404 405 406 410 412 413 414 415 ' +
    '416 417 418 419 420 421 422 424 425 426 427 428 429 430 431 432 434 436 437 438 440 441 450 452 454 455 456 457 460 461 466 467 470 ' +
    '472 502 505 510 514 515 520 525 528 530 536 537 539 540 541 542 543 544 545 546 547 548 549 550 551 552 553 554 555 602 603 604 605 ' +
    '606 607 608 609 610 611 612 613 614 615 616 617 618 619 620 621 622 623 624 625 626 627 628 629 630 631 632 633 634 635 636 637 638 ' +
    '639 640 641 642 643 645 646 647 648 649 650 651 652 653 654 655 657 658 659 702 704 706 708 710 712 714 716 722 724 730 732 734 736 ' +
    '738 740 742 744 746 748 750 901'
  ).split(' '),
);

/** The number of a SIM card (ICCID, ITU-T E.118): 89, 19 or 20 digits, Luhn; some issuers of China end it in a letter. */
function isIccid(value: string): boolean {
  if (!/^89\d{16,17}[\dA-Z]?$/i.test(value)) {
    return false;
  }
  // Twenty places of Chinese issuers carry no check digit.
  return value.startsWith('8986') ? value.length >= 19 : hasLuhnDigit(value.toUpperCase());
}

function readImsi(value: string): string | null {
  if (value.length >= 18 && value.length <= 20) {
    return isIccid(value) ? value.toUpperCase() : null;
  }
  const isSized = value.length === 14 || value.length === 15;
  return isSized && isDigits(value) && countryCodes.has(value.slice(0, 3)) ? value : null;
}

/**
 * IMSI of subscribers: 14–15 digits that begin with a country's code (pack, validator `imsi`; ITU-T E.212), and the numbers of
 * SIM cards, which go by the same headers. Chance: 237 of 1000 codes are in use.
 */
export const imsi = defineDetector({
  fieldType: 'imsi',
  chance: 0.24,
  standsAlone: (facts) =>
    !facts.countsUp &&
    facts.distinctRatio > 0.5 &&
    shareOf(facts, (value) => /^460[01]\d{11}$|^8986\d/.test(value)) >= 0.8,
  fitsHeader: (facts) => !facts.countsUp,
  ...reading(readImsi),
  mask: (value) => keepEnds(value, 5, 2),
  maskedForm: /^\d{3,10}[*＊●•]{3,12}\d{0,4}$/,
  maskedFormIsCommon: true,
});
