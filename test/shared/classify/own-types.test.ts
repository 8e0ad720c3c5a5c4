import { afterEach, describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import { maskValue } from '#shared/classify/mask.ts';
import { ownDetector } from '#shared/classify/own-detector.ts';
import { adoptOwnTypes } from '#shared/classify/own-types.ts';
import { detectTable } from '#shared/classify/table.ts';
import { typeIdOf } from '#shared/domain/own-field-type.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { namedField } from '#shared/listing/field-phrases.ts';
import { groupOf, labelOf, packId } from '#shared/packs/field-types.ts';
import { mobileNumber } from '../../fixtures/china.ts';
import { ownType } from '../../fixtures/own-types.ts';
import { createRandom } from '../../fixtures/random.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

const random = createRandom(7);
const badges = Array.from({ length: 60 }, () => `EMP-${random.digits(6)}`);
const staff = ownType();
const staffId = typeIdOf(staff);

afterEach(() => adoptOwnTypes([]));

function typeOf(header: string | null, values: readonly string[]) {
  const [detection] = detectTable(header === null ? null : [header], [values]);
  return detection;
}

describe('an own field type', () => {
  it('is found by one of its names and its pattern, and says that its chance is not known', () => {
    adoptOwnTypes([staff]);
    for (const header of ['badge', 'Badge', '工牌', 'staff_number', 'user_badge']) {
      expect([header, typeOf(header, badges)?.fieldType]).toEqual([header, staffId]);
    }
    const detection = typeOf('badge', badges);
    expect(detection?.confidence).toBeGreaterThan(0.9);
    expect(detection?.evidence).toMatchObject({ accepted: 60, chance: 1 });
    expect(detection?.evidence.reasons).toContain(
      'The pattern is your own: how many made-up values would pass is not known.',
    );
  });

  it('is found by its values alone where values that only look like them fail', () => {
    adoptOwnTypes([staff]);
    expect(typeOf('col1', badges)?.fieldType).toBe(staffId);
    const digits = Array.from({ length: 60 }, () => `7${random.digits(7)}`);
    adoptOwnTypes([ownType({ pattern: '\\d{8}' })]);
    expect(typeOf('col1', digits)?.fieldType).not.toBe(staffId);
    expect(typeOf('badge', digits)?.fieldType).toBe(staffId);
  });

  it('yields to a stricter rule', () => {
    adoptOwnTypes([ownType({ pattern: '1\\d{10}' })]);
    const mobiles = Array.from({ length: 60 }, () => mobileNumber(random));
    expect(typeOf('mobile', mobiles)?.fieldType).toBe(packId('mobile'));
  });

  it('has a label and a group wherever types have one, and counts as the others do', () => {
    adoptOwnTypes([staff]);
    expect([labelOf(staffId), groupOf(staffId)]).toEqual(['Staff number', 'employment-education']);
    const profiler = createProfiler([staffId]);
    profiler.addBlock(3, shapedColumns([['EMP-000001', 'EMP-000001', 'nobody']]));
    const profiles = profiler.profiles();
    expect(profiles).toMatchObject([{ fieldType: staffId, filled: 3, valid: 2, distinct: 2 }]);
    expect(exposureOf([{ profiles, rows: 3, basis: { kind: 'whole' } }], [])).toMatchObject([
      { label: 'Staff number', filled: 3, valid: 2 },
    ]);
    expect(namedField('badge', 'header', null)).toMatchObject({ fieldType: staffId });
  });

  it('hides its values, those of credentials wholly', () => {
    adoptOwnTypes([staff]);
    expect(maskValue(staffId, 'EMP-000001')).toEqual({ text: 'E••••••', masked: true });
    adoptOwnTypes([ownType({ group: 'credential' })]);
    expect(maskValue(staffId, 'EMP-000001')).toEqual({ text: '••••••', masked: true });
    adoptOwnTypes([ownType({ group: 'credential', pattern: '' })]);
    expect(maskValue(staffId, 'EMP-000001')).toEqual({ text: '••••••', masked: true });
  });

  it('matches whole values only; without a pattern any value may be one', () => {
    adoptOwnTypes([ownType({ pattern: 'a|b' })]);
    expect(['a', 'b', 'ab', 'xa', ''].filter((value) => detectorFor(staffId).accepts(value))).toEqual(['a', 'b']);
    adoptOwnTypes([ownType({ pattern: '' })]);
    expect(typeOf('badge', ['x1', 'y2', 'z3'])?.fieldType).toBe(staffId);
    expect(typeOf('col1', ['x1', 'y2', 'z3'])?.fieldType).not.toBe(staffId);
  });

  it('is forgotten with its names when it is deleted', () => {
    adoptOwnTypes([staff]);
    adoptOwnTypes([]);
    expect(typeOf('工牌', badges)?.fieldType).not.toBe(staffId);
    expect(labelOf(staffId)).toBe('An own type, deleted since');
    expect(detectorFor(staffId).accepts('anything')).toBe(true);
  });

  it.each([
    ['(?=a)b', 'look-around'],
    ['(a)\\1', 'back-reference'],
    ['(', 'malformed'],
    ['a)|(b', 'malformed'],
    ['\\d*', 'matches-everything'],
  ])('refuses the pattern %s: %s', (pattern, kind) => {
    expect(ownDetector(ownType({ pattern }))).toMatchObject({ ok: false, error: { kind } });
  });

  it('cannot be made to hang by its pattern', () => {
    adoptOwnTypes([ownType({ pattern: '(a*)*b' })]);
    expect(detectorFor(staffId).accepts('a'.repeat(20_000))).toBe(false);
  });
});
