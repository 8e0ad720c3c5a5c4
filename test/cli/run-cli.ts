import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import { main } from '../../cli/index.ts';

const program = resolve(import.meta.dirname, '../../scripts/cli.mjs');

/** What a run of the real command printed, and its exit code. */
export type CliOutcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

type CliInput = { readonly input?: Uint8Array; readonly folder?: string };

function start(words: readonly string[], { input, folder }: CliInput): Promise<CliOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], folder === undefined ? {} : { cwd: folder });
    const printed = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...printed }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? new Uint8Array());
  });
}

let built: Promise<CliOutcome> | null = null;

/** Runs the command line in this process, where a process of its own would show no more. */
export async function runHere(
  words: readonly string[],
  folder: string,
  input: readonly Uint8Array[] = [],
): Promise<CliOutcome> {
  const printed = { stdout: '', stderr: '' };
  const collect = (name: keyof typeof printed): Writable =>
    new Writable({
      write: (chunk, _, done) => {
        printed[name] += String(chunk);
        done();
      },
    });
  const stdin = Readable.from(input);
  const code = await main(words, { stdin, stdout: collect('stdout'), stderr: collect('stderr'), folder });
  return { code, ...printed };
}

/** Runs the command line as a shell would; `npm run -s cli --` only stands in front of it. */
export async function runCli(words: readonly string[], around: CliInput = {}): Promise<CliOutcome> {
  // The first start after a change builds, and says so on stderr.
  built ??= start([], {});
  await built;
  return start(words, around);
}

const tableSchema = z.strictObject({ name: z.string(), rows: z.int(), columns: z.array(z.string()) });

/** The last line on stderr, in exactly the shape that scripts rely on. */
export const summarySchema = z.strictObject({
  file: z.string().optional(),
  rows: z.int(),
  rejected: z.int(),
  format: z.string(),
  encoding: z.string(),
  delimiter: z.string().nullable(),
  header: z.boolean(),
  columns: z.array(z.string()),
  tables: z.array(tableSchema),
});
export type Summary = z.infer<typeof summarySchema>;

const rowSchema = z.array(z.string().nullable());
export type Row = z.infer<typeof rowSchema>;
const fileRowSchema = z.strictObject({ file: z.string(), row: rowSchema });
const failureSchema = z.strictObject({ file: z.string(), error: z.string() });

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The rows of a run on one file. */
export function rowsOf({ stdout }: CliOutcome): Row[] {
  return lines(stdout).map((line) => rowSchema.parse(JSON.parse(line)));
}

/** The figures of a run on one file. */
export function summaryOf({ stderr }: CliOutcome): Summary {
  return summarySchema.parse(JSON.parse(lines(stderr).at(-1) ?? ''));
}

/** The rows of a run on several files, by file. */
export function rowsByFile({ stdout }: CliOutcome): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const line of lines(stdout)) {
    const { file, row } = fileRowSchema.parse(JSON.parse(line));
    const rows = found.get(file) ?? [];
    rows.push(row);
    found.set(file, rows);
  }
  return found;
}

/** The figures of a run on several files, or why one failed, in their order. */
export function summariesOf({ stderr }: CliOutcome): (Summary | z.infer<typeof failureSchema>)[] {
  return lines(stderr).map((line) => z.union([failureSchema, summarySchema]).parse(JSON.parse(line)));
}
