import type { CaseId } from '#shared/domain/case.ts';
import { dialectSchema } from '#shared/domain/dialect.ts';
import { sha256Schema } from '#shared/domain/evidence.ts';
import { type Sample, sampleIdSchema } from '#shared/domain/sample.ts';
import { packId } from '#shared/packs/field-types.ts';
import { newId } from '../../../renderer/storage/clock-and-ids.ts';
import { commitImport } from '../../../renderer/storage/samples.ts';
import { detectionEvidence } from '../../fixtures/detection-evidence.ts';

/** Keeps the record of a made-up sample of 900 rows, a name and a resident id each; it has no rows to read. */
export async function committedSample(caseId: CaseId, name: string): Promise<Sample> {
  const detection = { confidence: 0.9, runnerUp: null, evidence: detectionEvidence(900, 890, 0.1) };
  const columns = [
    { header: 'realname', detection: { ...detection, fieldType: packId('full-name') } },
    { header: 'id_card', detection: { ...detection, fieldType: packId('cn-resident-id') } },
  ];
  // Each file has bytes of its own: the same ones would be one piece of evidence.
  const digit = name.length % 10;
  const [sample] = await commitImport({
    ...{ caseId, reasons: [], dialect: dialectSchema.parse({ format: 'csv', encoding: 'utf-8', hasHeader: true }) },
    file: {
      ...{ name, byteLength: 9, sha256: sha256Schema.parse(String(digit).repeat(64)) },
      ...{ bundled: false, original: null },
    },
    tables: [
      {
        ...{ id: newId(sampleIdSchema), table: '', basis: { kind: 'whole' }, rows: 900, rejected: 0, blocks: [] },
        ...{ columns, profiles: [], combinations: null, persons: null, rejectedBatches: [] },
      },
    ],
  });
  if (sample === undefined) {
    throw new Error('Nothing was kept.');
  }
  return sample;
}
