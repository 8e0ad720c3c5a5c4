import type { FieldTypeId } from '../domain/field-type-id.ts';
import { type OwnFieldType, type OwnFieldTypeContent, typeIdOf } from '../domain/own-field-type.ts';
import { compileWhole, type PatternProblem } from '../lib/pattern.ts';
import { ok, type Result } from '../lib/result.ts';
import { type ColumnFacts, shareOf } from './column-facts.ts';
import { buildDetector, type Detector } from './detector.ts';
import { genericDetector } from './generic-detector.ts';

/**
 * Nobody has measured how many made-up values an own pattern passes. It is taken for as easy to hit as eleven digits that may
 * be a number of another kind, so that stricter rules are believed before it.
 */
const assumedChance = 0.3;
/** From this share of made-up values on a pattern says no more than what its values look like. */
const mostLuck = 0.3;

/** A value of the same shape that nobody wrote: each digit and letter gives way to another of its kind. */
function madeUp(value: string, at: number): string {
  return value.replaceAll(/[\dA-Za-z]/g, (sign, place: number) => {
    const code = sign.charCodeAt(0);
    const first = code < 58 ? 48 : code < 91 ? 65 : 97;
    const many = first === 48 ? 10 : 26;
    return String.fromCharCode(first + ((code - first + 1 + ((at * 7 + place * 3) % (many - 1))) % many));
  });
}

/** True where values that only look like those of the column mostly fail: then it is no accident that these pass. */
function provesItself(accepts: (value: string) => boolean): (facts: ColumnFacts) => boolean {
  return (facts) => {
    let at = 0;
    return facts.distinctRatio > 0.05 && shareOf(facts, (value) => accepts(madeUp(value, at++))) <= mostLuck;
  };
}

function detectorOf(fieldType: FieldTypeId, { group, pattern }: OwnFieldTypeContent): Result<Detector, PatternProblem> {
  if (pattern === '') {
    return ok(genericDetector(fieldType, group === 'credential'));
  }
  const compiled = compileWhole(pattern);
  if (!compiled.ok) {
    return compiled;
  }
  const accepts = compiled.value;
  return ok(
    buildDetector(fieldType, {
      ...{ chance: assumedChance, accepts, standsAlone: provesItself(accepts), secret: group === 'credential' },
    }),
  );
}

/** The detector of an own type: a whole value must match its pattern; without one any value may be of it. */
export function ownDetector(type: OwnFieldType): Result<Detector, PatternProblem> {
  return detectorOf(typeIdOf(type), type.content);
}
