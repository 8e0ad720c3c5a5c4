import { exposureOf } from '#shared/expose/exposure.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { proposeVerdict } from '#shared/verify/propose-verdict.ts';
import { analysisText } from './analysis-text.ts';
import { type AnalysedFile, type AnalysedTable, analyseFile } from './analyze-file.ts';
import { parseArguments } from './arguments.ts';
import { type Command, refused, type Surroundings } from './command.ts';
import { type Decided, decide, dialectOptions, dialectUsage } from './dialect-options.ts';
import { Output } from './output.ts';
import { withSourceAmongOthers } from './with-source.ts';

const usage = `analyze FILE… [--json] [options]
  Says what each column of each table holds and how sure that is, counted over every row. With --json it prints one
  object for each file, a line each; a file that cannot be read has "error" in it, and the others are still read.
${dialectUsage}`;

type Task = { readonly files: readonly string[]; readonly decided: Decided; readonly isJson: boolean };

function readTask(words: readonly string[]): Result<Task, string> {
  const given = parseArguments(words, dialectOptions, ['json']);
  if (!given.ok) {
    return given;
  }
  const { options, flags, files } = given.value;
  const decided = decide(options);
  if (!decided.ok) {
    return decided;
  }
  if (files.length === 0) {
    return err(`Name at least one file.\n\n${usage}`);
  }
  return ok({ files, decided: decided.value, isJson: flags.has('json') });
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

function tableFacts(table: AnalysedTable): object {
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
    checks: table.checks.map(({ id, outcome, figure, text, counterCount }) => ({
      id,
      outcome,
      figure,
      text,
      counterCount,
    })),
    verdict: proposeVerdict(table.checks, { rows: summary.rows, seller: null }),
    exposure: exposureFacts(table),
  };
}

function factsOf(file: string, { dialect, tables }: AnalysedFile): object {
  return { file, format: dialect.format, encoding: dialect.encoding, tables: tables.map(tableFacts) };
}

async function analyseAll({ files, decided, isJson }: Task, around: Surroundings): Promise<number> {
  const out = new Output(around.stdout);
  let code = 0;
  for (const file of files) {
    const analysed = await withSourceAmongOthers(file, around, (source) =>
      analyseFile(source, decided, new Date().toISOString()),
    );
    if (!analysed.ok) {
      code = refused;
      around.stderr.write(`${analysed.error}\n`);
    }
    if (isJson) {
      const facts = analysed.ok ? factsOf(file, analysed.value) : { file, error: analysed.error };
      await out.write(`${JSON.stringify(facts)}\n`);
    } else if (analysed.ok) {
      await out.write(analysisText(file, analysed.value));
    }
  }
  return code;
}

/** `analyze`: what a file holds, column by column, and how sure that is. */
export const analyze: Command = {
  name: 'analyze',
  usage,
  run: async (words, around) => {
    const task = readTask(words);
    if (!task.ok) {
      around.stderr.write(`${task.error}\n`);
      return refused;
    }
    return analyseAll(task.value, around);
  },
};
