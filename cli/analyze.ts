import type { CheckResult } from '#shared/domain/check.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { analysisText } from './analysis-text.ts';
import { type AnalysedFile, type AnalysedTable, analyseFile } from './analyze-file.ts';
import { checkTables } from './check-tables.ts';
import { defineCommand, refused, type Surroundings } from './command.ts';
import { type Decided, dialectUsage, parseFileArguments } from './dialect-options.ts';
import { Output } from './output.ts';
import { withSourceAmongOthers } from './with-source.ts';

const usage = `analyze FILE… [--json] [options]
  Says what each column of each table holds and how sure that is, counted over every row. With --json it prints one
  object for each file, a line each; a file that cannot be read has "error" in it, and the others are still read.
${dialectUsage}`;

type Task = { readonly files: readonly string[]; readonly decided: Decided; readonly isJson: boolean };

function readTask(words: readonly string[]): Result<Task, string> {
  const given = parseFileArguments(words, usage, { flags: ['json'] });
  if (!given.ok) {
    return given;
  }
  const { files, decided, flags } = given.value;
  return ok({ files, decided, isJson: flags.has('json') });
}

function exposureFacts({ profiles }: AnalysedTable): object {
  return {
    types: exposureOf([{ profiles }], []).map(
      ({ fieldType, claimed, filled, valid, distinct, distinctIsEstimate }) => ({
        ...{ type: fieldType, claimed, filled, valid, distinct, distinctIsEstimate },
      }),
    ),
  };
}

function tableFacts(table: AnalysedTable, checks: readonly CheckResult[]): object {
  const { summary, columns } = table;
  return {
    ...{ name: summary.name, rows: summary.rows, rejected: summary.rejected },
    columns: columns.map(({ header, detection, profile }) => {
      const { filled, valid, distinct, masked, ...rest } = profile;
      const { fieldType, confidence, runnerUp, evidence } = detection;
      return {
        ...{ header, type: fieldType, confidence, runnerUp, filled, valid, distinct, masked },
        evidence: { ...evidence, ...rest },
      };
    }),
    checks: checks.map(({ id, outcome, figure, text, counterCount }) => ({
      id,
      outcome,
      figure,
      text,
      counterCount,
    })),
    verdict: proposeVerdict(checks, { rows: summary.rows, seller: null }),
    exposure: exposureFacts(table),
  };
}

/** The line of one file; it is read once more for the checks. */
async function jsonOf(file: string, source: ByteSource, analysed: AnalysedFile): Promise<Result<string, string>> {
  const { dialect, tables } = analysed;
  const checks = await checkTables(source, analysed, new Date().toISOString());
  if (!checks.ok) {
    return err(explainParseFailure(checks.error, source.name));
  }
  const facts = tables.map((table) => tableFacts(table, checks.value.get(table.summary.name) ?? []));
  return ok(`${JSON.stringify({ file, format: dialect.format, encoding: dialect.encoding, tables: facts })}\n`);
}

async function describe(file: string, source: ByteSource, task: Task): Promise<Result<string, string>> {
  const analysed = await analyseFile(source, task.decided);
  if (!analysed.ok) {
    return analysed;
  }
  return task.isJson ? jsonOf(file, source, analysed.value) : ok(analysisText(file, analysed.value));
}

async function perform(task: Task, around: Surroundings): Promise<number> {
  const out = new Output(around.stdout);
  let code = 0;
  for (const file of task.files) {
    const described = await withSourceAmongOthers(file, around, (source) => describe(file, source, task));
    if (described.ok) {
      await out.write(described.value);
      continue;
    }
    code = refused;
    around.stderr.write(`${described.error}\n`);
    if (task.isJson) {
      await out.write(`${JSON.stringify({ file, error: described.error })}\n`);
    }
  }
  return code;
}

/** `analyze`: what a file holds, column by column, and how sure that is. */
export const analyze = defineCommand({ name: 'analyze', usage, readTask, perform });
