import type { Dialect } from '#shared/domain/dialect.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import { passedOver } from '#shared/parse/preview-warnings.ts';
import { defineCommand, refused, type Surroundings } from './command.ts';
import { type Decided, dialectUsage, parseFileArguments } from './dialect-options.ts';
import { examine } from './examine.ts';
import { Output } from './output.ts';
import { type RowsRead, readRows } from './read-rows.ts';
import { withSource, withSourceAmongOthers } from './with-source.ts';

const usage = `rows FILE… [options]
  Prints the rows of a table, each as a line with a JSON array of strings (null where there is no value), and on
  stderr a last line with what the file came to: the rows of that table, those of each table under "tables", and under
  "rejected" the records of the whole file that are no row, so that both together are all there is. Of several files each row is {"file":…,"row":[…]}, and each file
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

type FileRows = RowsRead & { readonly dialect: Dialect; readonly notes: readonly string[] };

function readLimit(text: string | undefined): Result<number, string> {
  if (text === undefined) {
    return ok(Number.POSITIVE_INFINITY);
  }
  return /^\d{1,15}$/.test(text) ? ok(Number(text)) : err(`The limit is a number of rows, not “${text}”.`);
}

function readTask(words: readonly string[]): Result<Task, string> {
  const given = parseFileArguments(words, usage, { options: ['table', 'limit'] });
  if (!given.ok) {
    return given;
  }
  const { options, files, decided } = given.value;
  const limit = readLimit(options.get('limit'));
  return limit.ok ? ok({ files, decided, table: options.get('table') ?? null, limit: limit.value }) : limit;
}

async function printSource(
  source: ByteSource,
  task: Task,
  file: string,
  out: Output,
): Promise<Result<FileRows, string>> {
  const examination = await examine(source, task.decided);
  if (!examination.ok) {
    return err(explainParseFailure(examination.error, source.name));
  }
  const { dialect, members } = examination.value;
  const around = task.files.length > 1 ? [`{"file":${JSON.stringify(file)},"row":`, '}'] : ['', ''];
  const [before = '', after = ''] = around;
  const read = await readRows(source, dialect, { ...task, before, after }, out);
  return read.ok
    ? ok({
        ...read.value,
        dialect,
        notes: [...passedOver(members, dialect.member), ...read.value.tables.flatMap(({ notes = [] }) => notes)],
      })
    : read;
}

function summaryOf({ table, tables, rejected, dialect }: FileRows): object {
  return {
    ...{ rows: table.rows, rejected, format: dialect.format, encoding: dialect.encoding },
    ...{ delimiter: dialect.separator === '' ? null : dialect.separator, header: dialect.hasHeader },
    columns: table.columns,
    tables: tables.map(({ name, rows, columns }) => ({ name, rows, columns })),
  };
}

async function printAll(task: Task, around: Surroundings): Promise<number> {
  const out = new Output(around.stdout);
  const say = (line: string): boolean => around.stderr.write(`${line}\n`);
  const [only = ''] = task.files;
  if (task.files.length === 1) {
    const printed = await withSource(only, around, (source) => printSource(source, task, only, out));
    (printed.ok ? printed.value.notes : []).forEach(say);
    say(printed.ok ? JSON.stringify(summaryOf(printed.value)) : printed.error);
    return printed.ok ? 0 : refused;
  }
  let code = 0;
  for (const file of task.files) {
    const printed = await withSourceAmongOthers(file, around, (source) => printSource(source, task, file, out));
    say(JSON.stringify({ file, ...(printed.ok ? summaryOf(printed.value) : { error: printed.error }) }));
    code = printed.ok ? code : refused;
  }
  return code;
}

/** `rows`: what a file holds, as the app would import it. */
export const rows = defineCommand({ name: 'rows', usage, readTask, perform: printAll });
