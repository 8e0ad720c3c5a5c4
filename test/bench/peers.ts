import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { ecommerceHeaders } from '../fixtures/ecommerce-sample.ts';
import type { SampleFile } from './sample-file.ts';

/** What one run of a tool took, on a clock inside its own process, and the records it found. */
export type PeerRun = { readonly seconds: number; readonly records: number };

/** A tool to compare with. `run` gives null where the tool is not on this machine. */
export type Peer = { readonly name: string; readonly run: (file: SampleFile) => PeerRun | null };

type Printed = { readonly status: number | null; readonly stdout: string; readonly stderr: string };

function runProgram(program: string, args: readonly string[], input = ''): Printed | null {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', input });
  return error === undefined ? { status, stdout, stderr } : null;
}

function mustSucceed({ status, stdout, stderr }: Printed, what: string): string {
  if (status !== 0) {
    throw new Error(`${what} ended with ${status}:\n${stderr}`);
  }
  return stdout;
}

const pythonSource = `
import csv, sys, time
begin = time.perf_counter()
records = 0
with open(sys.argv[1], encoding='utf-8', newline='') as file:
    for record in csv.reader(file):
        records += 1
print(records - 1, time.perf_counter() - begin)
`;

function readWithPython({ path }: SampleFile): PeerRun | null {
  const printed = runProgram('python3', ['-c', pythonSource, path]);
  if (printed === null) {
    return null;
  }
  const [records, seconds] = mustSucceed(printed, 'Python').trim().split(' ').map(Number);
  return { records: records ?? Number.NaN, seconds: seconds ?? Number.NaN };
}

/** SQLite tells the time itself, to the millisecond: its `.timer` is silent about dot commands. */
const sqliteClock = "select printf('%.6f', julianday('now') * 86400.0);";

/** Imports the file into a new database at `database`. */
export function importWithSqlite({ path }: SampleFile, database: string): PeerRun | null {
  rmSync(database, { force: true });
  const script = `${sqliteClock}\n.import --csv '${path}' orders\n${sqliteClock}\nselect count(*) from orders;\n`;
  const printed = runProgram('sqlite3', ['-batch', database], script);
  if (printed === null) {
    return null;
  }
  const [begin = Number.NaN, end = Number.NaN, records = Number.NaN] = mustSucceed(printed, 'sqlite3')
    .trim()
    .split('\n')
    .map(Number);
  return { seconds: end - begin, records };
}

const childSchema = z.object({ seconds: z.number(), records: z.int() });

/** Runs one of the children that `npm run bench` has bundled, in a Node process of its own. */
function runChild(name: string, ...args: readonly string[]): PeerRun {
  const program = resolve(import.meta.dirname, `../../out/bench/${name}.mjs`);
  const printed = runProgram(process.execPath, [program, ...args]);
  if (printed === null) {
    throw new Error('Node could not be started.');
  }
  return childSchema.parse(JSON.parse(mustSucceed(printed, name)));
}

/** What an import is measured against: one that only parses, and two that parse and store in clear. */
export const importPeers: readonly Peer[] = [
  { name: '`sqlite3 .import`', run: (file) => importWithSqlite(file, join(file.folder, 'peer.sqlite')) },
  {
    name: 'DuckDB `read_csv` into a table',
    run: ({ path, folder }) => runChild('duckdb', path, join(folder, 'peer.duckdb')),
  },
  { name: "Python's csv reader, nothing stored", run: readWithPython },
];

/** Our parser and papaparse, each in a Node process of its own, from the file to the last cell, nothing kept. */
export const parsers = {
  own: { name: 'our parser, to UTF-8 columns', run: ({ path }) => runChild('parse-own', path) },
  papaparse: { name: 'papaparse, to arrays of strings', run: ({ path }) => runChild('parse-papa', path) },
} as const satisfies Record<string, Peer>;

/** Our classifier while the file is parsed; the parsing is not in its time. */
export const classifiers = {
  verdicts: {
    name: 'our classifier: the verdicts on the columns',
    run: ({ path }) => runChild('classify-own', path, 'verdicts'),
  },
  count: {
    name: 'our classifier with the count over every row',
    run: ({ path }) => runChild('classify-own', path, 'count'),
  },
} as const satisfies Record<string, Peer>;

/** Bash's clock around a command, so that what starting a process from here costs is not counted. */
const timedByBash = `begin=$EPOCHREALTIME; "$@"; status=$?; end=$EPOCHREALTIME; echo "$begin $end $status"`;

function runByBash(...command: readonly string[]): (Printed & { readonly seconds: number }) | null {
  const printed = runProgram('bash', ['-c', timedByBash, 'bash', ...command]);
  if (printed === null) {
    return null;
  }
  const lines = printed.stdout.trimEnd().split('\n');
  const [begin = Number.NaN, end = Number.NaN, status = 127] = (lines.pop() ?? '').split(' ').map(Number);
  return { ...printed, status, stdout: lines.join('\n'), seconds: end - begin };
}

/** What it costs to start a process at all; a slow machine shows here, and not only in the peers. */
export function timeSpawn(): number {
  const begin = performance.now();
  runProgram('bash', ['-c', 'true']);
  return (performance.now() - begin) / 1000;
}

/** Searches the plain file, without memory mapping: that is the faster way here. `records` are the lines found. */
export function searchWithRipgrep({ path }: SampleFile, needle: string): PeerRun | null {
  const run = runByBash('rg', '--no-mmap', '--fixed-strings', '--count', needle, path);
  return run === null || run.status === 127
    ? null
    : { seconds: run.seconds, records: Number(mustSucceed(run, 'ripgrep')) };
}

/** Searches columns of a database that `importWithSqlite` made; all of them when none is named. */
export function searchWithSqlite(database: string, needle: string, column?: string): PeerRun | null {
  const columns = column === undefined ? ecommerceHeaders.en : [column];
  const where = columns.map((name) => `"${name}" like '%${needle}%'`).join(' or ');
  const printed = runProgram(
    'sqlite3',
    ['-batch', database],
    `.timer on\nselect count(*) from orders where ${where};\n`,
  );
  if (printed === null) {
    return null;
  }
  const stdout = mustSucceed(printed, 'sqlite3');
  const [, seconds] = stdout.match(/real (\d+\.\d+)/) ?? [];
  return { seconds: Number(seconds), records: Number(stdout.split('\n')[0]) };
}
