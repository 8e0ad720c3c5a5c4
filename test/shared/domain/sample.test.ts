import { describe, expect, it } from 'vitest';
import { type Basis, type Sample, sampleSchema } from '#shared/domain/sample.ts';
import { packId } from '#shared/packs/field-types.ts';
import { detectionEvidence } from '../../fixtures/detection-evidence.ts';

const at = '2026-03-20T09:30:00.000Z';
const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;

/** The profile of a column of 8,000 rows, or of as many as are filled in it. */
function column(type: string, filled: number, masked: number) {
  const detection = {
    fieldType: packId(type),
    confidence: 0.9,
    runnerUp: null,
    evidence: detectionEvidence(9, 8, 0.1),
  };
  const counts = { filled, valid: filled - masked, masked, distinct: 9, distinctIsEstimate: false };
  const looks = { range: null, shortest: 1, longest: 9, shapes: [], shapesOf: 0, script: 'Zyyy' };
  return { header: 'a', detection, profile: { ...counts, ...looks } };
}

/** What a sample of 1,000 stored rows, written before types had rows and masked rows of their own, is read as. */
function readBack(basis: Basis, profile: Readonly<Record<string, unknown>>): NonNullable<Sample['profiles']>[number] {
  const { profiles } = sampleSchema.parse({
    ...{ id: uuid(3), caseId: uuid(1), evidenceId: uuid(2), name: 'a.csv', rows: 1000, rejected: 0, basis },
    ...{ createdAt: at, updatedAt: at, revision: 1, reasons: [], rejectedBatches: [] },
    dialect: { format: 'csv', encoding: 'utf-8', hasHeader: true },
    columns: [column('mobile', 7200, 5000), column('price', 8000, 0)],
    profiles: [{ columns: [0], distinct: 9, distinctIsEstimate: false, ...profile }],
  });
  const [read] = profiles ?? [];
  if (read === undefined) {
    throw new Error('The type is gone.');
  }
  return read;
}

const profiled = { kind: 'profiled', rowsRead: 8000, seed: 1 } as const;
const mobile = { fieldType: 'mobile', filled: 7200, valid: 2200 };

describe('a sample that an earlier version has stored', () => {
  it('is read as counted over all rows where its types are those that were detected', () => {
    expect(readBack({ kind: 'whole' }, mobile)).toMatchObject({ rows: 1000, masked: 5000 });
    expect(readBack(profiled, mobile)).toMatchObject({ rows: 8000, masked: 5000 });
  });

  it('is read as counted over the stored rows where a type was changed, or changed and changed back', () => {
    expect(readBack(profiled, { ...mobile, fieldType: 'landline', filled: 900, valid: 0 })).toMatchObject({
      ...{ rows: 1000, masked: 0 },
    });
    expect(readBack(profiled, { ...mobile, filled: 900, valid: 300 })).toMatchObject({ rows: 1000, masked: 600 });
  });

  it('keeps what a type says of itself', () => {
    const kept = { ...mobile, rows: 500, filled: 400, valid: 300, masked: 7 };
    expect(readBack(profiled, kept)).toMatchObject(kept);
  });
});
