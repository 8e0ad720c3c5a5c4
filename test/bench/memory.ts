import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from './report.ts';

const everyMilliseconds = 50;
/** Looking for processes that were started meanwhile takes longer than measuring those that are known. */
const familyEveryMilliseconds = 1000;

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended meanwhile.
    return '';
  }
}

/** The parent of each process of the machine. */
function parents(): Map<number, number> {
  const found = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const id = Number(name);
    // The name of the program stands in brackets and may hold anything, so the figures are counted from its end.
    const stat = Number.isInteger(id) ? textOf(`/proc/${id}/stat`) : '';
    const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (parent !== undefined) {
      found.set(id, Number(parent));
    }
  }
  return found;
}

/** A process and all it has started, directly or not. */
function family(root: number): readonly number[] {
  const all = parents();
  const isOfFamily = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = all.get(at)) {
      if (at === root) {
        return true;
      }
    }
    return false;
  };
  return [...all.keys()].filter(isOfFamily);
}

/** The proportional share of memory of all processes of an app, in bytes: what is shared counts once. */
function memoryOf(processes: readonly number[]): number {
  return processes.reduce((sum, id) => {
    const [, kilobytes = '0'] = textOf(`/proc/${id}/smaps_rollup`).match(/^Pss:\s+(\d+) kB/m) ?? [];
    return sum + Number(kilobytes) * 1024;
  }, 0);
}

/** Memory while something ran: the most of all samples, and how many there were in a second. */
export type WatchedMemory = { readonly peak: number; readonly samplesPerSecond: number };

/** Measures an app's memory many times a second until it is told to stop. */
export function watchMemory(root: number): { readonly soFar: () => WatchedMemory; readonly stop: () => WatchedMemory } {
  const begin = performance.now();
  let peak = 0;
  let samples = 0;
  let known = family(root);
  let looked = begin;
  const sample = (): void => {
    if (performance.now() - looked > familyEveryMilliseconds) {
      known = family(root);
      looked = performance.now();
    }
    peak = Math.max(peak, memoryOf(known));
    samples += 1;
  };
  sample();
  const timer = setInterval(sample, everyMilliseconds);
  const soFar = (): WatchedMemory => ({
    peak,
    samplesPerSecond: (samples * 1000) / (performance.now() - begin),
  });
  return {
    soFar,
    stop: () => {
      clearInterval(timer);
      return soFar();
    },
  };
}

/** What an app takes that is left alone: the middle of two seconds. */
export async function idleMemory(root: number): Promise<number> {
  await pause(2000);
  const samples: number[] = [];
  for (let count = 0; count < 20; count += 1) {
    samples.push(memoryOf(family(root)));
    await pause(100);
  }
  return quantile(samples, 0.5);
}
