import { resolve } from 'node:path';
import type { Dialect } from '#shared/domain/dialect.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import { parseArguments } from './arguments.ts';
import { type Command, refused, type Surroundings } from './command.ts';
import { type Decided, decide, dialectOptions, dialectUsage } from './dialect-options.ts';
import { examine } from './examine.ts';
import { explainSystemFailure, holdStream, type OpenSource, openFile } from './file-source.ts';
import { Output, ReaderGone } from './output.ts';
import { type RowsRead, readRows } from './read-rows.ts';

const usage = `rows FILE… [options]
  Prints the rows of a table, each as a line with a JSON array of strings (null where there is no value), and on
  stderr a last line with what the file came to. Of several files each row is {"file":…,"row":[…]}, and each file
  has a line on stderr; one that cannot be read has "error" in it, and the others are still read. - is the standard input.
${dialectUsage}
  --table T          the table to print; without it the one with the most rows
  --limit N          prints N rows at most; the figures still count the whole file`;

type Task = {
  readonly files: readonly string[];
  readonly decided: Decided;
  readonly table: string | null;
  readonly limit: number;
};

type FileRows = RowsRead & { readonly dialect: Dialect };

function readLimit(text: string | undefined): Result<number, string> {
  if (text === undefined) {
    return ok(Number.POSITIVE_INFINITY);
  }
  return /^\d{1,15}$/.test(text) ? ok(Number(text)) : err(`The limit is a number of rows, not “${text}”.`);
}

function readTask(words: readonly string[]): Result<Task, string> {
  const given = parseArguments(words, [...dialectOptions, 'table', 'limit']);
  if (!given.ok) {
    return given;
  }
  const { options, files } = given.value;
  const decided = decide(options);
  if (!decided.ok) {
    return decided;
  }
  const limit = readLimit(options.get('limit'));
  if (!limit.ok) {
    return limit;
  }
  if (files.length === 0) {
    return err(`Name at least one file.\n\n${usage}`);
  }
  return ok({ files, decided: decided.value, table: options.get('table') ?? null, limit: limit.value });
}

function open(file: string, { stdin, folder }: Surroundings): Promise<Result<OpenSource, string>> {
  return file === '-' ? holdStream('standard input', stdin) : openFile(file, resolve(folder, file));
}

async function printOpened(
  { source }: OpenSource,
  task: Task,
  file: string,
  out: Output,
): Promise<Result<FileRows, string>> {
  const examination = await examine(source, task.decided);
  if (!examination.ok) {
    return err(explainParseFailure(examination.error, source.name));
  }
  const { dialect } = examination.value;
  const around = task.files.length > 1 ? [`{"file":${JSON.stringify(file)},"row":`, '}'] : ['', ''];
  const [before = '', after = ''] = around;
  const read = await readRows(source, dialect, { ...task, before, after }, out);
  return read.ok ? ok({ ...read.value, dialect }) : read;
}

async function printFile(
  file: string,
  task: Task,
  around: Surroundings,
  out: Output,
): Promise<Result<FileRows, string>> {
  const opened = await open(file, around);
  if (!opened.ok) {
    return opened;
  }
  try {
    return await printOpened(opened.value, task, file, out);
  } catch (cause) {
    const sentence = cause instanceof ReaderGone ? null : explainSystemFailure(file, cause);
    if (sentence === null) {
      throw cause;
    }
    return err(sentence);
  } finally {
    await opened.value.close();
  }
}

function summaryOf({ table, tables, strays, dialect }: FileRows): object {
  return {
    ...{ rows: table.rows, rejected: table.rejected + strays, format: dialect.format, encoding: dialect.encoding },
    ...{ delimiter: dialect.separator === '' ? null : dialect.separator, header: dialect.hasHeader },
    columns: table.columns,
    tables: tables.map(({ name, rows, columns }) => ({ name, rows, columns })),
  };
}

/** With several files a defect met in one of them must not keep the others from being read. */
async function printAmongOthers(
  file: string,
  task: Task,
  around: Surroundings,
  out: Output,
): Promise<Result<FileRows, string>> {
  try {
    return await printFile(file, task, around, out);
  } catch (cause) {
    if (cause instanceof ReaderGone) {
      throw cause;
    }
    return err(`“${file}” could not be read for an unexpected reason: ${cause instanceof Error ? cause.stack : cause}`);
  }
}

async function printAll(task: Task, around: Surroundings): Promise<number> {
  const out = new Output(around.stdout);
  const say = (line: string): boolean => around.stderr.write(`${line}\n`);
  const [only = ''] = task.files;
  if (task.files.length === 1) {
    const printed = await printFile(only, task, around, out);
    say(printed.ok ? JSON.stringify(summaryOf(printed.value)) : printed.error);
    return printed.ok ? 0 : refused;
  }
  let code = 0;
  for (const file of task.files) {
    const printed = await printAmongOthers(file, task, around, out);
    say(JSON.stringify({ file, ...(printed.ok ? summaryOf(printed.value) : { error: printed.error }) }));
    code = printed.ok ? code : refused;
  }
  return code;
}

/** `rows`: what a file holds, as the app would import it. */
export const rows: Command = {
  name: 'rows',
  usage,
  run: async (words, around) => {
    const task = readTask(words);
    if (!task.ok) {
      around.stderr.write(`${task.error}\n`);
      return refused;
    }
    return printAll(task.value, around);
  },
};
