import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Another tool's run over the same file: the records it read, without the header, and how long it took. */
export type PeerRun = { readonly name: string; readonly records: number; readonly seconds: number };

/** A tool to compare with. `run` gives null where the tool is not on this machine. */
export type Peer = { readonly name: string; readonly run: (file: string, folder: string) => PeerRun | null };

function isAbsent(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0;
}

/** The clock runs inside the interpreter, so that its own start is not counted. */
const pythonSource = `
import csv, sys, time
begin = time.perf_counter()
records = 0
with open(sys.argv[1], encoding='utf-8', newline='') as file:
    for record in csv.reader(file):
        records += 1
print(records - 1, time.perf_counter() - begin)
`;

function readWithPython(file: string): PeerRun | null {
  if (isAbsent('python3')) {
    return null;
  }
  const { stdout } = spawnSync('python3', ['-c', pythonSource, file], { encoding: 'utf8' });
  const [records, seconds] = stdout.trim().split(' ').map(Number);
  return { name: 'Python csv.reader', records: records ?? 0, seconds: seconds ?? Number.NaN };
}

function importWithSqlite(file: string, folder: string): PeerRun | null {
  if (isAbsent('sqlite3')) {
    return null;
  }
  const database = join(folder, `peer-${process.hrtime.bigint()}.sqlite`);
  const begin = performance.now();
  // Ragged records are stored all the same, each with a warning.
  spawnSync('sqlite3', [database, `.import --csv ${file} orders`], { stdio: 'ignore' });
  const seconds = (performance.now() - begin) / 1000;
  const { stdout } = spawnSync('sqlite3', [database, 'select count(*) from orders'], { encoding: 'utf8' });
  return { name: 'sqlite3 .import', records: existsSync(database) ? Number(stdout) : 0, seconds };
}

/** What an import is measured against: one that only parses, and one that parses and stores in clear. */
export const peers: readonly Peer[] = [
  { name: 'Python csv.reader', run: readWithPython },
  { name: 'sqlite3 .import', run: importWithSqlite },
];
