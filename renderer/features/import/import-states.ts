import type { CaseId } from '#shared/domain/case.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import type { Sample, SampleId } from '#shared/domain/sample.ts';
import type { ImportProgress, ImportRequest, ReadableFile } from '../../platform/sample-worker.ts';
import { createLastingStore } from '../../ui/lasting-store/lasting-store.ts';

/** A file on its way into a case. `bundled` marks made-up material. */
export type IncomingFile = { readonly file: ReadableFile; readonly bundled: boolean };

/** Where the import into a case stands. It outlives the screen that began it. */
export type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly name: string;
      readonly progress: ImportProgress;
      readonly elapsed: number;
      readonly isPaused: boolean;
      readonly pause: () => void;
      readonly resume: () => void;
      readonly cancel: () => void;
    }
  /** `anyway` opens the wizard for a file that could not be read as it was guessed. */
  | { readonly kind: 'failed'; readonly sentence: string; readonly anyway: (() => void) | null }
  /** The file turned out to be in the case already; what was read of it waits for a decision. */
  | {
      readonly kind: 'known';
      readonly sentence: string;
      readonly sampleId: SampleId | null;
      readonly keep: () => void;
      readonly drop: () => void;
    }
  | { readonly kind: 'done'; readonly sampleId: SampleId; readonly sentence: string };

const idle: ImportState = { kind: 'idle' };

/** The import of each case. */
export const importStates = createLastingStore<CaseId, ImportState>(idle);

/** Where the import into a case stands, for a component. */
export function useImport(caseId: CaseId): ImportState {
  return importStates.use(caseId);
}

/** Puts the last outcome away. */
export function dismissImport(caseId: CaseId): void {
  importStates.set(caseId, idle);
}

/** A file that waits in the wizard, with what was chosen for it so far. */
export type WaitingFile = {
  readonly incoming: IncomingFile;
  /** Where the file comes from: the key under which choices are remembered. */
  readonly source: string;
  /** What is decided so far of how it is read, and whether that was remembered from an earlier file. */
  readonly decided: Partial<Dialect>;
  readonly isRemembered: boolean;
  /** The sample that this file, read anew, will take the place of. */
  readonly replacing: Sample | null;
};

/** The file of each case that waits in its wizard. */
export const waitingFiles = createLastingStore<CaseId, WaitingFile | null>(null);

/** What the analyst decided on a file: how it is read, and what of it is stored. */
export type ImportPlan = Pick<ImportRequest, 'tables' | 'leftOut' | 'rowLimit' | 'selection' | 'keepOriginal'> & {
  readonly incoming: IncomingFile;
  readonly dialect: Dialect;
  readonly reasons: readonly string[];
  readonly replacing: Sample | null;
  /** The analyst knows that the case has these bytes already. */
  readonly isAgain: boolean;
};

/** The file that waits in the wizard of a case, for a component; null when none does. */
export function useWaitingFile(caseId: CaseId): WaitingFile | null {
  return waitingFiles.use(caseId);
}
