import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Analyst } from '../e2e/analyst.ts';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../e2e/leakdesk.ts';
import { writeEcommerceSample } from '../fixtures/write-sample.ts';
import { type Peer, type PeerRun, peers } from './peers.ts';
import { figure, machine, printTable, spreadOf } from './report.ts';

/* The file is SYNTHETIC: orders of a made-up shop, 8 columns, with the flaws of real samples. */
const records = 200_000;
const runs = 3;

/** Watches the page: from the key that imports the file in the wizard until the sentence that says its rows are stored. */
async function timeImport(
  analyst: Analyst,
  file: string,
): Promise<{ readonly seconds: number; readonly rows: number }> {
  const { page } = analyst;
  const watched = watch(page);
  await analyst.importFile(file);
  const { milliseconds, sentence } = await watched;
  const [stored, rejected] = [...sentence.matchAll(/([\d,]+) (?:rows|could)/g)].map(([, digits]) =>
    Number(digits?.replaceAll(',', '')),
  );
  return { seconds: milliseconds / 1000, rows: (stored ?? 0) + (rejected ?? 0) };
}

function watch(page: Page): Promise<{ readonly milliseconds: number; readonly sentence: string }> {
  return page.evaluate(
    () =>
      new Promise<{ milliseconds: number; sentence: string }>((resolve) => {
        let begin = Number.NaN;
        document.addEventListener(
          'keydown',
          () => {
            begin = performance.now();
          },
          { capture: true, once: true },
        );
        const observer = new MutationObserver(() => {
          const done = [...document.querySelectorAll('[role="status"]')].find(({ textContent }) =>
            /rows of .* are stored/.test(textContent ?? ''),
          );
          if (done !== undefined && !Number.isNaN(begin)) {
            observer.disconnect();
            resolve({ milliseconds: performance.now() - begin, sentence: done.textContent ?? '' });
          }
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
  );
}

/** Runs a peer as often as the app; null where it is not on this machine. */
function measurePeer({ run }: Peer, file: string, folder: string): readonly PeerRun[] | null {
  const found: PeerRun[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const measured = run(file, folder);
    if (measured === null) {
      return null;
    }
    found.push(measured);
  }
  return found;
}

test.describe('importing a sample', () => {
  let profile = '';
  let folder = '';
  let file = '';
  let bytes = 0;
  let desk: RunningLeakdesk;

  test.beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leakdesk-bench-'));
    file = join(folder, 'orders.csv');
    bytes = await writeEcommerceSample(file, { rows: records, seed: 99, quirks: true });
    profile = await newProfile();
    desk = await launchLeakdesk(profile);
  });
  test.afterAll(async () => {
    await desk.app.close();
    await removeProfile(profile);
    await rm(folder, { recursive: true, force: true });
  });

  test('parsing, classifying, compressing, encrypting and storing, beside other tools', async () => {
    const analyst = new Analyst(desk.page);
    await analyst.createVault();
    const own: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await analyst.takeInBundledListing();
      await analyst.openTab('Samples');
      const { seconds, rows } = await timeImport(analyst, file);
      expect(rows).toBe(records);
      own.push(records / seconds);
    }
    const { min, median, max } = spreadOf(own);
    const lines = peers.map((peer) => lineOf(peer, median));
    printTable(`Import of ${figure(records)} rows, ${(bytes / 1e6).toFixed(1)} MB, ${runs} runs each (${machine()})`, [
      ['rows per second', 'min', 'median', 'max', 'Leakdesk ÷ it'],
      [
        'Leakdesk: pressed → parsed, classified, compressed, encrypted, stored',
        ...[min, median, max].map(figure),
        '1.00',
      ],
      ...lines,
    ]);
  });

  function lineOf(peer: Peer, ownMedian: number): readonly string[] {
    const measured = measurePeer(peer, file, folder);
    if (measured === null) {
      return [`${peer.name}: not on this machine`, '-', '-', '-', '-'];
    }
    expect(measured.map((run) => run.records)).toEqual(measured.map(() => records));
    const { min, median, max } = spreadOf(measured.map((run) => run.records / run.seconds));
    return [peer.name, ...[min, median, max].map(figure), (ownMedian / median).toFixed(2)];
  }
});
