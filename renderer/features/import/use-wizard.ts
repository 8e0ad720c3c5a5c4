import { type RefObject, useEffect, useRef, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import type { Dialect } from '#shared/domain/dialect.ts';
import { previewedBytes } from '#shared/parse/preview.ts';
import { recordPreviewReveal } from '../../storage/samples.ts';
import { isAnythingChosen, planOf, rememberChoice } from './decide-plan.ts';
import { type WaitingFile, waitingFiles } from './import-states.ts';
import { startImport } from './run-import.ts';
import { type StoringChoice, usualStoring } from './storing-options.tsx';
import type { TableChoice } from './table-picker.tsx';
import { type KnownFile, useKnownFile } from './use-known-file.ts';
import { type ReadingState, useReading } from './use-reading.ts';

/** Each look further reads this many times more of the file, up to the last. */
const furtherTimes = 16;
const furthestBytes = previewedBytes * furtherTimes * furtherTimes;

/** What the wizard shows and what can be done in it. */
export type Wizard = {
  readonly state: ReadingState;
  readonly known: KnownFile | null;
  readonly tables: TableChoice;
  readonly chooseTables: (tables: TableChoice) => void;
  readonly storing: StoringChoice;
  readonly chooseStoring: (storing: StoringChoice) => void;
  readonly decide: (decided: Partial<Dialect>) => void;
  readonly disclose: (isClear: boolean) => void;
  readonly lookFurther: (() => void) | null;
  readonly isReady: boolean;
  readonly start: () => void;
  readonly leave: () => void;
};

/** Runs `start` once the reading under way is there, if it was asked for before. */
function useStartWhenCurrent(isCurrent: boolean, run: () => void): () => void {
  const isAsked = useRef(false);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (isCurrent && isAsked.current) {
      isAsked.current = false;
      latest.current();
    }
  }, [isCurrent]);
  return () => {
    // An option that was just changed must be read before it can be imported.
    isAsked.current = !isCurrent;
    if (isCurrent) {
      latest.current();
    }
  };
}

/** The state of the wizard of one file. */
export function useWizard(caseId: CaseId, waiting: WaitingFile): Wizard {
  const { incoming, decided, replacing } = waiting;
  const { file } = incoming;
  const [isClear, setIsClear] = useState(false);
  const [most, setMost] = useState(previewedBytes);
  const [tables, chooseTables] = useState<TableChoice>({ leftOut: [], withLater: true });
  const [storing, chooseStoring] = useState(usualStoring);
  const state = useReading({ file, decided, isClear, most });
  const found = useKnownFile(caseId, file);
  const known = replacing === null ? found : null;
  const { reading, failure, isCurrent } = state;
  const isReady = reading !== null && failure === null && isAnythingChosen(reading, tables);
  const leave = (): void => waitingFiles.set(caseId, null);
  const start = useStartWhenCurrent(isCurrent, () => {
    if (reading !== null && isReady) {
      void rememberChoice(waiting);
      leave();
      void startImport(caseId, planOf(waiting, reading, { tables, storing, isAgain: known !== null }));
    }
  });

  async function reveal(): Promise<void> {
    await recordPreviewReveal(caseId, file.name);
    setIsClear(true);
  }

  return {
    ...{ state, known, tables, chooseTables, storing, chooseStoring, isReady, start, leave },
    decide: (change) => waitingFiles.set(caseId, { ...waiting, decided: change, isRemembered: false }),
    disclose: (wanted) => (wanted ? void reveal() : setIsClear(false)),
    lookFurther: most < furthestBytes ? () => setMost(most * furtherTimes) : null,
  };
}

/** Puts the focus on the button that imports once the first reading is there, so that one key imports a clean file. */
export function useFocusOnce(button: RefObject<HTMLButtonElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (isThere) {
      button.current?.focus();
    }
  }, [button, isThere]);
}
