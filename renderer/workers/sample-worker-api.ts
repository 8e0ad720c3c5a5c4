import type { SetColumnType } from '#shared/annotate/column-type.ts';
import type { CheckResult } from '#shared/domain/check.ts';
import type { Dialect, Encoding } from '#shared/domain/dialect.ts';
import type { OriginalId, Sha256 } from '#shared/domain/evidence.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { OwnFieldType } from '#shared/domain/own-field-type.ts';
import type { Fingerprints, RejectReason, SampleId } from '#shared/domain/sample.ts';
import type { Recount } from '#shared/expose/recount.ts';
import type { Result } from '#shared/lib/result.ts';
import type { Examination } from '#shared/parse/examine-file.ts';
import type { ParseFailure } from '#shared/parse/outcome.ts';
import type { Preview } from '#shared/parse/preview.ts';
import type { CellFault } from '#shared/parse/worst-rows.ts';
import type { Share } from '#shared/search/overlap.ts';
import type { QueryProblem, SearchQuery } from '#shared/search/query.ts';
import type { CheckedTable } from '#shared/verify/checked-table.ts';
import type { ObservedField, ObservedSample } from '#shared/verify/observe-sample.ts';
import type { ImportedFile, ImportFailure, ImportProgress, ImportRequest, ReadableFile } from './import-api.ts';
import type {
  MaskedCell,
  MaskedRejected,
  MaskedRow,
  MaskedSpan,
  RejectedGroup,
  RejectedView,
  RowView,
  SampleLayout,
} from './row-api.ts';
import type { TableFigures } from './table-count.ts';

export type * from './import-api.ts';
export type * from './row-api.ts';

/** A cell of a preview; null where there is no value at all. */
export type PreviewCell = MaskedCell | null;

/** A rejected record of a preview. */
export type PreviewRejected = { readonly line: number; readonly reason: RejectReason; readonly text: MaskedCell };

/** A table of a preview, with the types its columns seem to hold. `hasNames` is false when the table names no columns. */
export type PreviewedTable = {
  readonly name: string;
  readonly columns: readonly { readonly header: MaskedCell; readonly fieldType: FieldTypeId }[];
  readonly hasNames: boolean;
  readonly rows: readonly { readonly row: number; readonly cells: readonly PreviewCell[] }[];
  readonly rowsSeen: number;
  readonly rejectedSeen: number;
};

/** A record of a preview that looks wrong. */
export type PreviewedWorst =
  | ({ readonly kind: 'rejected' } & PreviewRejected)
  | {
      readonly kind: 'row';
      readonly table: string;
      readonly row: number;
      readonly cells: readonly PreviewCell[];
      readonly faults: readonly CellFault[];
    };

/** The same lines in several encodings. */
export type PreviewedEncodings = {
  readonly lines: readonly number[];
  readonly readings: readonly { readonly encoding: Encoding; readonly texts: readonly MaskedCell[] }[];
};

/** What a dialect makes of a file's beginning, as it may be drawn. */
export type FilePreview = Pick<Preview, 'isWhole' | 'endsInsideQuote'> & {
  readonly tables: readonly PreviewedTable[];
  readonly rejected: {
    readonly seen: number;
    readonly groups: readonly RejectedGroup[];
    readonly first: readonly PreviewRejected[];
  };
  readonly worst: readonly PreviewedWorst[];
  /** The encodings asked for side by side; null when nothing tells them apart. */
  readonly encodings: PreviewedEncodings | null;
};

/** What to preview. `most` bounds how much of the content is read, in bytes. */
export type PreviewRequest = {
  readonly file: ReadableFile;
  readonly dialect: Dialect;
  readonly encodings: readonly Encoding[];
  readonly most: number;
};

/** A text about to leave, and the words in it that are nobody's data: the template's, and what the client wrote of themselves. */
export type OutgoingText = { readonly text: string; readonly ownWords: string };

/** A value of a sample that an outgoing text contains, by its place and never by its content. */
export type GuardHit =
  | { readonly kind: 'cell'; readonly row: number; readonly column: number }
  | { readonly kind: 'rejected'; readonly line: number };

/** A sample as it is searched. `hasRows` is false once they were purged; then only its fingerprints can be asked. */
export type SearchedSample = SampleLayout & { readonly fingerprints: Fingerprints | null; readonly hasRows: boolean };

/** Hears what a run has found so far. The last news of a sample is awaited, so that it is heard before the run ends. */
export type HearNews<News> = (news: News) => void | Promise<void>;

/** A search over some samples. `shown`: of how many rows of each sample a hit is sent, masked. */
export type SearchRequest = {
  /** Names the run, to cancel it and to show its rows. */
  readonly searchId: string;
  readonly query: SearchQuery;
  readonly samples: readonly SearchedSample[];
  readonly shown: number;
};

/** A cell that a search found. */
export type SearchHit = { readonly row: number; readonly column: number; readonly cell: MaskedCell };

/** What was found in one sample so far. */
export type SearchNews = {
  readonly sampleId: SampleId;
  /** Rows with a hit. */
  readonly rows: number;
  readonly columns: readonly { readonly column: number; readonly cells: number }[];
  readonly hits: readonly SearchHit[];
  readonly blocksRead: number;
  readonly blocks: number;
};

/** How a search or a look-up ended. What was found until then stands. */
export type SearchEnd = {
  readonly kind: 'complete' | 'cancelled' | 'out-of-time';
  readonly milliseconds: number;
};

/** A look-up of many values in some samples. */
export type LookUpRequest = {
  readonly searchId: string;
  readonly values: readonly string[];
  readonly samples: readonly SearchedSample[];
};

/** What a look-up found in one sample. Values go by their place in the request. */
export type LookUpNews = {
  readonly sampleId: SampleId;
  /** Read in the rows themselves. */
  readonly found: readonly { readonly value: number; readonly rows: number }[];
  /** The fingerprints of purged rows say so; any other value would pass by chance with this share. */
  readonly probable: { readonly values: readonly number[]; readonly falseShare: number };
  /** Column chunks that were read, of those that might have been. */
  readonly chunksRead: number;
  readonly chunks: number;
};

/** How much of one sample occurs in another: of its rows, and of its values by type. */
export type SampleOverlap = {
  readonly sampleId: SampleId;
  readonly rows: Share | null;
  readonly types: readonly { readonly fieldType: FieldTypeId; readonly share: Share }[];
};

/** A sample by its fingerprints. */
export type Fingerprinted = { readonly id: SampleId; readonly fingerprints: Fingerprints };

/** The checks of authenticity over one sample. What is known beside its rows comes with the table. */
export type VerifyRequest = {
  /** Names the run, to cancel it. */
  readonly runId: string;
  readonly layout: SampleLayout;
  readonly table: CheckedTable;
  /** What was counted of each field type. */
  readonly fields: readonly ObservedField[];
};

/** What the rows show: the outcome of each check, and what the claims can be compared with. */
export type Verification = { readonly results: readonly CheckResult[]; readonly observed: ObservedSample };

/** How many rows were checked so far. */
export type VerifyProgress = { readonly rows: number };

/** A count over every row of a stored sample, under the types that were detected. `wants`: what is made on the way. */
export type CountRequest = {
  /** Names the run, to cancel it. */
  readonly runId: string;
  readonly layout: SampleLayout;
  readonly wants: { readonly figures: boolean; readonly fingerprints: boolean };
};

/** What the count found; null is what nobody wanted, or fingerprints in a vault without the secret they are made under. */
export type SampleCount = { readonly figures: TableFigures | null; readonly fingerprints: Fingerprints | null };

/** How many rows were counted so far. */
export type CountProgress = { readonly rows: number };

/** What the worker that owns the block files can be asked. Clear values leave it only through `reveal…`. */
export type SampleWorkerApi = {
  /** Gives it the keys and the compiled kernels; without these it works in plain TypeScript. */
  readonly unlock: (
    blockKey: CryptoKey,
    fingerprintSecret: Uint8Array | null,
    kernels: WebAssembly.Module | null,
  ) => void;
  /** Tells it the analyst's own field types, in place of those told before. */
  readonly adoptTypes: (own: readonly OwnFieldType[]) => void;
  /** Holds the lock of this name for as long as the worker lives. */
  readonly live: (lock: string) => Promise<void>;
  readonly removeOrphans: (
    known: readonly SampleId[],
    purged?: readonly SampleId[],
    originals?: readonly OriginalId[],
  ) => Promise<number>;
  /** Tells from a file's beginning how to read it; `decided` is what the analyst has chosen. */
  readonly examine: (file: ReadableFile, decided: Partial<Dialect>) => Promise<Result<Examination, ParseFailure>>;
  /** Reads a file's beginning in a dialect, masked. */
  readonly preview: (request: PreviewRequest) => Promise<Result<FilePreview, ParseFailure>>;
  /** The same in clear. */
  readonly revealPreview: (request: PreviewRequest) => Promise<Result<FilePreview, ParseFailure>>;
  /** The SHA-256 of a file. It fails when its run is cancelled. */
  readonly hashFile: (runId: string, file: ReadableFile) => Promise<Sha256>;
  readonly importFile: (
    request: ImportRequest,
    onProgress: (progress: ImportProgress) => void,
  ) => Promise<Result<ImportedFile, ImportFailure>>;
  readonly pauseImport: (importId: string) => void;
  readonly resumeImport: (importId: string) => void;
  readonly cancelImport: (importId: string) => void;
  readonly discard: (sampleId: SampleId) => Promise<void>;
  readonly discardOriginal: (original: OriginalId) => Promise<void>;
  readonly open: (layout: SampleLayout) => Promise<void>;
  readonly countRows: (sampleId: SampleId, view: RowView) => Promise<number>;
  readonly readRows: (sampleId: SampleId, view: RowView, start: number, end: number) => Promise<readonly MaskedRow[]>;
  /** The values that stand inside the text of a cell, masked. */
  readonly readSpans: (sampleId: SampleId, row: number, column: number) => Promise<readonly MaskedSpan[]>;
  readonly revealCell: (sampleId: SampleId, row: number, column: number) => Promise<string>;
  readonly readRejected: (sampleId: SampleId, start: number, end: number) => Promise<readonly MaskedRejected[]>;
  readonly revealRejected: (sampleId: SampleId, index: number) => Promise<string>;
  readonly rejectedGroups: (sampleId: SampleId) => Promise<readonly RejectedGroup[]>;
  readonly readRejectedGroup: (
    sampleId: SampleId,
    view: RejectedView,
    start: number,
    end: number,
  ) => Promise<readonly MaskedRejected[]>;
  /** Rejected records in clear, as the content of a file. */
  readonly revealRejectedGroup: (sampleId: SampleId, view: RejectedView, form: 'text' | 'csv') => Promise<string>;
  /** Counts every row. It ends without a result when its run is cancelled or the sample's rows are removed. */
  readonly countSample: (
    request: CountRequest,
    onNews: HearNews<CountProgress>,
  ) => Promise<Result<SampleCount, 'cancelled'>>;
  /** Counts beforehand what these changes of an open sample's types would ask for, the likeliest first, as time allows. */
  readonly foresee: (sampleId: SampleId, changes: readonly SetColumnType[]) => void;
  /** Counts anew, under the column types given, what a change of the touched ones changes. */
  readonly profile: (
    sampleId: SampleId,
    columnTypes: readonly FieldTypeId[],
    touched: readonly FieldTypeId[],
  ) => Promise<Recount>;
  readonly findInText: (sampleId: SampleId, outgoing: OutgoingText, most: number) => Promise<readonly GuardHit[]>;
  readonly search: (request: SearchRequest, onNews: HearNews<SearchNews>) => Promise<Result<SearchEnd, QueryProblem>>;
  readonly lookUp: (request: LookUpRequest, onNews: HearNews<LookUpNews>) => Promise<SearchEnd>;
  /** Stops a search, a look-up, a count, the checks or a hash by the name its caller gave it. */
  readonly cancelRun: (runId: string) => void;
  /** Reads a sample whole and makes its fingerprints, with the filters of whole columns that a purge needs. */
  readonly makeFingerprints: (layout: SampleLayout) => Promise<Fingerprints>;
  /** Removes the rows of a sample whose purge is committed; its fingerprints stay. */
  readonly removeRows: (sampleId: SampleId) => Promise<void>;
  /** Runs the checks over every stored row; no value of them comes back. */
  readonly verify: (
    request: VerifyRequest,
    onNews: HearNews<VerifyProgress>,
  ) => Promise<Result<Verification, 'cancelled'>>;
  readonly compareSamples: (one: Fingerprinted, others: readonly Fingerprinted[]) => Promise<readonly SampleOverlap[]>;
};
