import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ecommerceHeaders } from '../fixtures/ecommerce-sample.ts';
import { bench } from './bench.ts';
import { goals } from './goals.ts';
import { withFreshApp } from './open-vault.ts';
import { importWithSqlite, type PeerRun, searchWithRipgrep, searchWithSqlite } from './peers.ts';
import { goalLine, printGoals, printTable, ratios, timesLine } from './report.ts';
import { describeFile, type SampleFile } from './sample-file.ts';
import { settings } from './settings.ts';
import type { StockedVault } from './vault-run.ts';

const searchedColumn = 'mobile';
const place = ecommerceHeaders.en.indexOf(searchedColumn);

/** The last eight digits of a mobile number from the middle of the file: rare, and there at any size. */
async function needleIn({ path, bytes }: SampleFile): Promise<string> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(1 << 16), 0, 1 << 16, Math.floor(bytes / 2));
    const [, digits] = buffer.toString('latin1').match(/,1\d{2}(\d{8}),/) ?? [];
    if (digits === undefined) {
      throw new Error('There is no mobile number in the middle of the file.');
    }
    return digits;
  } finally {
    await file.close();
  }
}

/** A warm search is repeated, and the middle one counts. */
const warmTurns = 3;

type Runs = Record<'coldColumn' | 'coldAll' | 'warmAll' | 'ripgrep' | 'sqliteColumn' | 'sqliteAll', PeerRun[]>;

function add(runs: PeerRun[], run: PeerRun | null): void {
  if (run !== null) {
    runs.push(run);
  }
}

async function searchInApp(vault: StockedVault, needle: string, runs: Runs): Promise<void> {
  await withFreshApp(vault, async (line) => {
    const fieldType = await line.typeOfColumn(place);
    add(runs.coldColumn, await line.search({ text: needle, fieldType }));
  });
  await withFreshApp(vault, async (line) => {
    const searched = { text: needle, fieldType: null };
    add(runs.coldAll, await line.search(searched));
    const warm: PeerRun[] = [];
    for (let turn = 0; turn < warmTurns; turn += 1) {
      add(warm, await line.search(searched));
    }
    add(runs.warmAll, warm.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(warm.length / 2)] ?? null);
  });
}

function searchWithPeers(file: SampleFile, database: string | null, needle: string, runs: Runs): void {
  add(runs.ripgrep, searchWithRipgrep(file, needle));
  if (database !== null) {
    add(runs.sqliteColumn, searchWithSqlite(database, needle, searchedColumn));
    add(runs.sqliteAll, searchWithSqlite(database, needle));
  }
}

/** Whoever searched the same must have found the same. */
function expectAgreement(runs: Runs): void {
  const found = (kind: keyof Runs): readonly number[] => [...new Set(runs[kind].map(({ records }) => records))];
  const [column, all] = [new Set(found('sqliteColumn')), new Set(found('sqliteAll'))];
  if (column.size > 0 && runs.coldColumn.length > 0) {
    expect(found('coldColumn')).toEqual([...column]);
  }
  if (all.size > 0 && runs.coldAll.length > 0) {
    expect([found('coldAll'), found('warmAll')]).toEqual([[...all], [...all]]);
  }
}

bench('searching a sample, beside other tools', async ({ sampleFile, stockedVault }) => {
  const runs: Runs = { coldColumn: [], coldAll: [], warmAll: [], ripgrep: [], sqliteColumn: [], sqliteAll: [] };
  const needle = await needleIn(sampleFile);
  const path = join(sampleFile.folder, 'searched.sqlite');
  const database = importWithSqlite(sampleFile, path) === null ? null : path;
  for (let round = 0; round < settings.rounds; round += 1) {
    await searchInApp(stockedVault, needle, runs);
    searchWithPeers(sampleFile, database, needle, runs);
  }
  expectAgreement(runs);
  const seconds = (kind: keyof Runs): readonly number[] => runs[kind].map((run) => run.seconds);
  const whyNot = runs.coldColumn.length === 0 ? 'this build has no search' : 'not on this machine';
  const line = (name: string, kind: keyof Runs): readonly string[] => [
    ...timesLine(name, seconds(kind), name.startsWith('Leakdesk') ? whyNot : undefined),
    String(runs[kind][0]?.records ?? '–'),
  ];
  printTable(`Search in ${describeFile(sampleFile)}, ${settings.rounds} rounds, every tool in each`, [
    ['milliseconds', 'median', 'range', 'rows found'],
    line(`Leakdesk, column ${searchedColumn}, just started`, 'coldColumn'),
    line('Leakdesk, all columns, just started', 'coldAll'),
    line('Leakdesk, all columns, warm', 'warmAll'),
    line('`rg --no-mmap` over the plain file (lines)', 'ripgrep'),
    line(`sqlite LIKE, column ${searchedColumn}`, 'sqliteColumn'),
    line('sqlite LIKE, all columns', 'sqliteAll'),
  ]);
  printGoals('Goals of the search', [
    goalLine(goals.coldColumnToRipgrep, ratios(seconds('coldColumn'), seconds('ripgrep')), whyNot),
    goalLine(goals.coldAllToSqlite, ratios(seconds('coldAll'), seconds('sqliteAll')), whyNot),
    goalLine(goals.warmAllToRipgrep, ratios(seconds('warmAll'), seconds('ripgrep')), whyNot),
  ]);
});
