import { type ColumnFacts, shareOf } from '../column-facts.ts';
import { defineDetector } from '../detector.ts';

const decimal = '([-+]?\\d{1,3}\\.\\d{2,15})°?';
const form = new RegExp(`^\\(?${decimal} ?([NSEW])?(?:(?: ?[,;] ?| )${decimal} ?([NSEW])?)?\\)?$`, 'i');
const point = new RegExp(`^POINT ?\\(${decimal} ${decimal}\\)$`, 'i');
const sexagesimal = '(\\d{1,3})°(\\d{1,2})[′\']?(?:(\\d{1,2}(?:\\.\\d{1,6})?)[″"]?)? ?([NSEW])';
const degrees = new RegExp(`^${sexagesimal}(?:[,; ]{0,2}${sexagesimal})?$`, 'i');

/** True if one number can be a latitude and the other a longitude, in whichever order; a single one may be either. */
function areAxes(first: number, second: number | null): boolean {
  const a = Math.abs(first);
  const b = second === null ? 0 : Math.abs(second);
  return a <= 180 && b <= 180 && (second === null || a <= 90 || b <= 90);
}

function limitOf(side: string | undefined): number {
  return side === undefined || 'ewEW'.includes(side) ? 180 : 90;
}

function isCoordinate(value: string): boolean {
  if (value.length < 4 || value.length > 64) {
    return false;
  }
  const match = form.exec(value);
  if (match !== null) {
    const [, first, side, second, otherSide] = match;
    const isBounded = Math.abs(Number(first)) <= limitOf(side) && Math.abs(Number(second ?? 0)) <= limitOf(otherSide);
    return isBounded && areAxes(Number(first), second === undefined ? null : Number(second));
  }
  const [, x, y] = point.exec(value) ?? [];
  if (x !== undefined && y !== undefined) {
    return areAxes(Number(x), Number(y));
  }
  const [, first, minutes = '0', , side, second, otherMinutes = '0', , otherSide] = degrees.exec(value) ?? [];
  const areMinutes = Number(minutes) < 60 && Number(otherMinutes) < 60;
  return (
    first !== undefined && areMinutes && Number(first) <= limitOf(side) && Number(second ?? 0) <= limitOf(otherSide)
  );
}

/** Both axes in one cell; a single axis is any decimal. */
function holdsPairs(facts: ColumnFacts): boolean {
  return shareOf(facts, (value) => /\d[NSEW°]?(?:[,;]| ) ?[-+]?\d|^POINT/i.test(value)) >= 0.8;
}

/**
 * Coordinates: decimal degrees with two places or more, one axis or both, also with the side of the sky, and degrees with
 * minutes (pack, validator `latlng`). Of three random digits before the point some fifth is in range.
 */
export const gps = defineDetector({ fieldType: 'gps', chance: 0.3, standsAlone: holdsPairs, accepts: isCoordinate });
