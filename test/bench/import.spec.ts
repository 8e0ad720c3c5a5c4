import { expect } from '@playwright/test';
import { bench } from './bench.ts';
import { goals } from './goals.ts';
import { classifiers, importPeers, type Peer, parsers, timeSpawn } from './peers.ts';
import { goalLine, printGoals, printTable, ratios, timesLine } from './report.ts';
import { describeFile, type SampleFile } from './sample-file.ts';
import { settings } from './settings.ts';
import { importIntoNewVault } from './vault-run.ts';

const [sqlite, , python] = importPeers;
const allPeers: readonly Peer[] = [...importPeers, ...Object.values(parsers), ...Object.values(classifiers)];

/** What each tool took, round by round, by its name; an empty list for one that is not on this machine. */
type Times = ReadonlyMap<string | undefined, readonly number[]>;

function runPeers(file: SampleFile, times: Map<string, number[]>): void {
  for (const { name, run } of allPeers) {
    const ran = run(file);
    if (ran !== null) {
      expect({ name, records: ran.records }).toEqual({ name, records: file.rows });
      times.set(name, [...(times.get(name) ?? []), ran.seconds]);
    }
  }
}

function timesOf(times: Times, name: string | undefined): readonly number[] {
  return times.get(name) ?? [];
}

bench('importing a sample into a new vault, beside other tools', async ({ sampleFile }) => {
  const own: number[] = [];
  const counted: number[] = [];
  const disk: number[] = [];
  const spawns: number[] = [];
  const times = new Map<string, number[]>();
  for (let round = 0; round < settings.rounds; round += 1) {
    const { seconds, countedSeconds, diskBytes, vault } = await importIntoNewVault(sampleFile, 'time');
    await vault.remove();
    own.push(seconds);
    counted.push(countedSeconds);
    disk.push(diskBytes / sampleFile.bytes);
    spawns.push(timeSpawn());
    runPeers(sampleFile, times);
  }
  printTable(`Import of ${describeFile(sampleFile)}, ${settings.rounds} rounds, every tool in each`, [
    ['milliseconds', 'median', 'range'],
    timesLine('Leakdesk: pressed → parsed, classified, compressed, encrypted, stored, committed', own),
    timesLine('the same → every row counted, fingerprints made', counted),
    ...allPeers.map(({ name }) => timesLine(name, timesOf(times, name))),
    timesLine('`bash -c true`: what starting a process costs; in no other figure', spawns),
  ]);
  const [scanner, papaparse] = [timesOf(times, parsers.own.name), timesOf(times, parsers.papaparse.name)];
  printGoals('Goals of the import', [
    goalLine(goals.importToSqlite, ratios(own, timesOf(times, sqlite?.name))),
    goalLine(goals.importToPython, ratios(own, timesOf(times, python?.name))),
    goalLine(goals.parserToPapaparse, ratios(papaparse, scanner)),
    goalLine(goals.verdictsToParser, ratios(timesOf(times, classifiers.verdicts.name), scanner)),
    goalLine(goals.countToParser, ratios(timesOf(times, classifiers.count.name), scanner)),
    goalLine(goals.diskToSource, disk),
  ]);
});
