import { type ColumnFacts, shareOf } from '../column-facts.ts';
import { defineDetector } from '../detector.ts';

const form = /^[-+]?(\d{1,3})\.\d{2,}(?:[,; ] ?[-+]?(\d{1,3})\.\d{2,})?$/;

function isCoordinate(value: string): boolean {
  if (value.length < 4 || value.length > 48) {
    return false;
  }
  const match = form.exec(value);
  if (match === null) {
    return false;
  }
  const [, first, second] = match;
  if (second === undefined) {
    return Number(first) <= 180;
  }
  return Number(first) <= 180 && Number(second) <= 180 && (Number(first) <= 90 || Number(second) <= 90);
}

/** Both axes in one cell; a single axis is any decimal. */
function holdsPairs(facts: ColumnFacts): boolean {
  return shareOf(facts, (value) => /\d[,; ] ?[-+]?\d/.test(value)) >= 0.8;
}

/** Coordinates in decimal degrees, one axis or both, with two places or more. */
export const gps = defineDetector({ fieldType: 'gps', chance: 0.3, standsAlone: holdsPairs, accepts: isCoordinate });
