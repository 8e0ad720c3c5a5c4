import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import { analysisLine } from './analysis-line.ts';
import { analysisText } from './analysis-text.ts';
import { analyseFile } from './analyze-file.ts';
import { type CheckedAgainst, checkTables } from './check-tables.ts';
import { defineCommand, refused, type Surroundings } from './command.ts';
import { type Decided, dialectUsage, parseFileArguments } from './dialect-options.ts';
import { Output } from './output.ts';
import { readListing } from './read-listing.ts';
import { withSourceAmongOthers } from './with-source.ts';

const usage = `analyze FILE… [--json] [--listing TEXT] [options]
  Says what each column of each table holds and how sure that is, counted over every row, and whether the rows look
  real: what the checks found and the verdict they propose. With --json it prints one object for each file, a line each;
  a file that cannot be read has "error" in it, and the others are still read.
  --listing TEXT     the post that offers the data, as UTF-8 text: what it claims is set beside what the files show
${dialectUsage}`;

type Task = {
  readonly files: readonly string[];
  readonly decided: Decided;
  readonly isJson: boolean;
  readonly listing: string | null;
};

function readTask(words: readonly string[]): Result<Task, string> {
  const given = parseFileArguments(words, usage, { flags: ['json'], options: ['listing'] });
  if (!given.ok) {
    return given;
  }
  const { files, decided, flags, options } = given.value;
  return ok({ files, decided, isJson: flags.has('json'), listing: options.get('listing') ?? null });
}

/** What was found in a file, and what the checks say of each of its tables; the file is read once more for them. */
async function describe(
  file: string,
  source: ByteSource,
  { decided, isJson }: Task,
  against: CheckedAgainst,
): Promise<Result<string, string>> {
  const analysed = await analyseFile(source, decided);
  if (!analysed.ok) {
    return analysed;
  }
  const checked = await checkTables(source, analysed.value, against);
  if (!checked.ok) {
    return err(explainParseFailure(checked.error, source.name));
  }
  const { dialect } = analysed.value;
  return ok(isJson ? analysisLine(file, dialect, checked.value, against) : analysisText(file, dialect, checked.value));
}

async function perform(task: Task, around: Surroundings): Promise<number> {
  const claims = task.listing === null ? ok([]) : await readListing(task.listing, around);
  if (!claims.ok) {
    around.stderr.write(`${claims.error}\n`);
    return refused;
  }
  const against = { claims: claims.value, now: new Date().toISOString() };
  const out = new Output(around.stdout);
  let code = 0;
  for (const file of task.files) {
    const described = await withSourceAmongOthers(file, around, (source) => describe(file, source, task, against));
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
