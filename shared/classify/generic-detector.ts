import type { FieldTypeId } from '../domain/field-type-id.ts';
import { type ColumnFacts, shareOf } from './column-facts.ts';
import { type Detector, quickVerdict } from './detector.ts';
import { genericMask, secretMask } from './masks.ts';

// Secrets show nothing, not even how long they are; templates of a face or a voice are secrets that cannot be changed.
const secrets = new Set(['password-plain', 'security-qa', 'face', 'fingerprint']);

function isText(facts: ColumnFacts, leastLength: number): boolean {
  return facts.meanLength >= leastLength && shareOf(facts, (value) => /\d{3}|\d\.\d/.test(value)) < 0.2;
}

const tier = /^\d+$|vip|^v\d|^lv|gold|silver|bronze|platinum|diamond|member|级|卡|[金银铜钻]|会员/i;

// Types that short ambiguous headers may stand for, which some columns plainly cannot hold: `dw` with 件 or kg, `jg` with
// prices, `level` with INFO.
const plausible = new Map<string, (facts: ColumnFacts) => boolean>([
  ['employer', (facts) => facts.filled.length === 0 || isText(facts, 4)],
  ['loyalty', (facts) => facts.filled.length === 0 || shareOf(facts, (value) => tier.test(value)) >= 0.5],
  ['birth-place', (facts) => facts.filled.length === 0 || isText(facts, 2)],
]);

/** The detector of a type that has none of its own: every non-blank value passes, which proves nothing. */
export function genericDetector(fieldType: FieldTypeId, isSecret = secrets.has(fieldType)): Detector {
  const canHold = plausible.get(fieldType) ?? (() => true);
  return {
    fieldType,
    chance: 1,
    standsAlone: () => false,
    fitsHeader: (facts) => canHold(facts),
    accepts: (value) => value.trim() !== '',
    quick: () => quickVerdict.valid,
    quickEnd: null,
    normalise: (value) => value.trim(),
    mask(value) {
      const trimmed = value.trim();
      if (trimmed === '') {
        return '';
      }
      return isSecret ? secretMask() : genericMask(trimmed);
    },
    isMasked: () => false,
    judge(value) {
      const spelling = value.trim();
      return { spelling, isValid: spelling !== '', isMasked: false };
    },
    fits: (cleaned) => cleaned !== '',
  };
}
