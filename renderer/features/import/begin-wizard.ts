import type { CaseId } from '#shared/domain/case.ts';
import { claimOf, standingClaims } from '#shared/domain/claim.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { Sample } from '#shared/domain/sample.ts';
import type { ChosenReading } from '#shared/domain/settings.ts';
import { sourceOfFile } from '#shared/parse/import-source.ts';
import { explainParseFailure, type ParseFailure } from '#shared/parse/outcome.ts';
import { sampleWorker } from '../../platform/sample-worker.ts';
import { claimsOf } from '../../storage/listings.ts';
import { rememberedReading } from '../../storage/settings.ts';
import { dismissImport, type IncomingFile, importStates, waitingFiles } from './import-states.ts';

async function sellerOf(caseId: CaseId): Promise<string | null> {
  return claimOf(standingClaims(await claimsOf(caseId)), 'seller')?.text ?? null;
}

/** What no choice of format or encoding can help: an empty file, an archive that does not open, a picture. */
function isHopeless(failure: ParseFailure): boolean {
  return failure.kind === 'empty' || failure.kind === 'archive' || (failure.kind === 'binary' && failure.what !== null);
}

/** What is decided to begin with of a file that is refused as it is guessed: with an encoding it is taken for text. */
function decidedAnyway({ kind }: ParseFailure): Partial<Dialect> {
  return kind === 'binary' ? { encoding: 'utf-8' } : {};
}

/** Opens the wizard for a file; one that cannot be read at all is refused with the reason, and a way to try anyway. */
export async function beginWizard(caseId: CaseId, incoming: IncomingFile): Promise<void> {
  const { file } = incoming;
  const source = sourceOfFile(file.name, await sellerOf(caseId));
  const remembered = await rememberedReading(source);
  const worker = sampleWorker();
  const fits = remembered !== null && (await worker.examine(file, remembered)).ok;
  const decided = fits ? remembered : {};
  const open = (begun: Partial<Dialect>): void => {
    dismissImport(caseId);
    waitingFiles.set(caseId, { incoming, source, decided: begun, isRemembered: fits, replacing: null });
  };
  const examined = fits ? null : await worker.examine(file, {});
  if (examined === null || examined.ok) {
    open(decided);
    return;
  }
  const { error } = examined;
  const sentence = explainParseFailure(error, file.name);
  const anyway = isHopeless(error) ? null : () => open(decidedAnyway(error));
  importStates.set(caseId, { kind: 'failed', sentence, anyway });
}

/** Opens the wizard for the file of a sample, to read it anew in the sample's place. */
export async function beginReread(
  caseId: CaseId,
  incoming: IncomingFile,
  sample: Sample,
  preset: ChosenReading,
): Promise<void> {
  const { format, encoding, separator, quote, hasHeader, headerByTable = false, shortRows, member } = sample.dialect;
  const before = { format, encoding, separator, quote, shortRows, member, ...(headerByTable ? {} : { hasHeader }) };
  const source = sourceOfFile(incoming.file.name, await sellerOf(caseId));
  dismissImport(caseId);
  waitingFiles.set(caseId, {
    ...{ incoming, source, decided: { ...before, ...preset }, isRemembered: false, replacing: sample },
  });
}
