import { isDigits } from '../characters.ts';
import { defineDetector } from '../detector.ts';

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

/** Row numbers: at most fifteen digits, or a UUID (RFC 9562). Whether they count up is judged over the whole column. */
export const rowId = defineDetector({
  fieldType: 'row-id',
  chance: 0.9,
  standsAlone: (facts) => facts.countsUp,
  fitsHeader: (facts) =>
    facts.countsUp || (facts.distinctRatio >= 0.98 && (facts.meanLength < 7 || facts.meanLength === 36)),
  accepts: (value) => (value.length <= 15 ? isDigits(value) : value.length === 36 && uuid.test(value)),
});
