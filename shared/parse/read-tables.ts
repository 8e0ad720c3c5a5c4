import type { Dialect } from '../domain/dialect.ts';
import { type Kernels, plainKernels } from '../kernel/kernels.ts';
import type { TableSummary } from '../kernel/table-writer.ts';
import { err, ok, type Result } from '../lib/result.ts';
import type { ByteSource } from './byte-source.ts';
import { binaryFormats, textFormat } from './formats.ts';
import { openContent } from './open-content.ts';
import { type ParseFailure, ParseProblem } from './outcome.ts';
import type { TableSink } from './table-format.ts';
import { createTranscoder } from './transcode.ts';

async function* readText(
  content: ByteSource,
  dialect: Dialect,
  sink: TableSink,
  kernels: Kernels,
): AsyncGenerator<void, readonly TableSummary[]> {
  const format = textFormat(dialect.format);
  if (format === null) {
    throw new ParseProblem({ kind: 'damaged', why: `it is not of the format ${dialect.format}` });
  }
  const transcoder = createTranscoder(dialect.encoding);
  const reader = format.read(dialect, sink, kernels);
  for await (const chunk of content.chunks()) {
    reader.push(transcoder.push(chunk));
    yield;
  }
  reader.push(transcoder.end());
  return withNote(reader.end(), content.lost?.() ?? null);
}

/** Adds what is to be said of the file to the first of its tables that has rows. */
function withNote(summaries: readonly TableSummary[], note: string | null): readonly TableSummary[] {
  const first = summaries.find(({ rows }) => rows > 0);
  return note === null
    ? summaries
    : summaries.map((summary) =>
        summary === first ? { ...summary, notes: [...(summary.notes ?? []), note] } : summary,
      );
}

function contentReader(
  content: ByteSource,
  dialect: Dialect,
  sink: TableSink,
  kernels: Kernels,
): AsyncGenerator<void, readonly TableSummary[]> {
  const binary = binaryFormats.find(({ id }) => id === dialect.format);
  return binary === undefined ? readText(content, dialect, sink, kernels) : binary.read(content, dialect, sink);
}

/**
 * Reads a whole file in a known dialect and gives its tables to the sink. It pauses after each chunk, so that the caller
 * can store what came, tell how far it is, and stop. `kernels` do its heavy work, and no other file's meanwhile. Returns what the tables came to, in the order of the file.
 */
export async function* readTables(
  source: ByteSource,
  dialect: Dialect,
  sink: TableSink,
  kernels: Kernels = plainKernels,
): AsyncGenerator<void, Result<readonly TableSummary[], ParseFailure>> {
  try {
    const opened = await openContent(source, dialect.member);
    if (!opened.ok) {
      return opened;
    }
    return ok(yield* contentReader(opened.value.content, dialect, sink, kernels));
  } catch (cause) {
    if (cause instanceof ParseProblem) {
      return err(cause.failure);
    }
    throw cause;
  }
}
