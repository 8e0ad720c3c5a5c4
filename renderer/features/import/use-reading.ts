import { useEffect, useRef, useState } from 'react';
import type { Dialect, Encoding } from '#shared/domain/dialect.ts';
import type { Examination } from '#shared/parse/examine-file.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import { type FilePreview, type ReadableFile, sampleWorker } from '../../platform/sample-worker.ts';

/** What a file looks like as it is read now. */
export type Reading = {
  readonly examination: Examination;
  readonly preview: FilePreview;
  /** Whether its values are in clear. */
  readonly isClear: boolean;
};

/** What to read, and how. */
export type ReadingRequest = {
  readonly file: ReadableFile;
  readonly decided: Partial<Dialect>;
  readonly isClear: boolean;
  readonly most: number;
};

/** The last reading stays in sight until the next one is there. */
export type ReadingState = {
  readonly reading: Reading | null;
  readonly failure: ParseFailure | null;
  /** False while options have changed and their reading is not there yet. */
  readonly isCurrent: boolean;
  /** True once that takes long enough to say so. */
  readonly isSlow: boolean;
};

const slowMilliseconds = 300;

type Answer = { readonly reading: Reading } | { readonly failure: ParseFailure };

function withChosen(candidates: readonly Encoding[], chosen: Encoding): readonly Encoding[] {
  return candidates.includes(chosen) ? candidates : [...candidates, chosen];
}

async function read({ file, decided, isClear, most }: ReadingRequest): Promise<Answer> {
  const worker = sampleWorker();
  const examined = await worker.examine(file, decided);
  if (!examined.ok) {
    return { failure: examined.error };
  }
  const examination = examined.value;
  const { dialect } = examination;
  const encodings = examination.encodings.length === 0 ? [] : withChosen(examination.encodings, dialect.encoding);
  const request = { file, dialect, encodings, most };
  const preview = await (isClear ? worker.revealPreview(request) : worker.preview(request));
  return preview.ok ? { reading: { examination, preview: preview.value, isClear } } : { failure: preview.error };
}

function unreadable(cause: unknown): Answer {
  return { failure: { kind: 'damaged', why: cause instanceof Error ? cause.message : String(cause) } };
}

/** Reads a file's beginning anew whenever what is asked changes; of several answers on their way only the last counts. */
export function useReading(request: ReadingRequest): ReadingState {
  const { file, isClear, most } = request;
  const options = JSON.stringify(request.decided);
  const latest = useRef(request);
  latest.current = request;
  const [state, setState] = useState<Omit<ReadingState, 'isCurrent'> & { readonly of: string | null }>({
    ...{ reading: null, failure: null, isSlow: false, of: null },
  });
  const name = `${options}|${isClear}|${most}`;
  useEffect(() => {
    let isWanted = true;
    const slow = setTimeout(() => setState((before) => ({ ...before, isSlow: true })), slowMilliseconds);
    void read({ ...latest.current, file })
      .catch(unreadable)
      .then((answer) => {
        clearTimeout(slow);
        if (isWanted) {
          setState((before) => ({ ...{ reading: before.reading, failure: null }, ...answer, isSlow: false, of: name }));
        }
      });
    return () => {
      isWanted = false;
      clearTimeout(slow);
    };
  }, [file, name]);
  const { of, ...shown } = state;
  return { ...shown, isCurrent: of === name };
}
