import type { CaseId } from '#shared/domain/case.ts';
import { sha256Schema } from '#shared/domain/evidence.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { sampleWorker } from '../../renderer/platform/sample-worker.ts';
import { keepFigures } from '../../renderer/storage/sample-figures.ts';
import { commitImport } from '../../renderer/storage/samples.ts';
import { importedTable } from './workers/searchable.ts';

/** Imports a file of one table into a case, through the real worker and into the real vault. */
export async function storedSample(caseId: CaseId, file: File): Promise<Sample> {
  const examined = await sampleWorker().examine(file, {});
  if (!examined.ok) {
    throw new Error('The file was refused.');
  }
  const table = await importedTable(file);
  const sha256 = sha256Schema.parse('0'.repeat(64));
  const [sample] = await commitImport({
    ...{ caseId, dialect: examined.value.dialect, reasons: [], tables: [table] },
    file: { name: file.name, byteLength: file.size, sha256, bundled: false, original: null },
  });
  if (sample === undefined) {
    throw new Error('The sample was not kept.');
  }
  const { fingerprints } = table;
  await keepFigures(
    sample.id,
    sample.columns.map(({ detection }) => detection.fieldType),
    { fingerprints },
  );
  return { ...sample, fingerprints };
}
