import { resolve } from 'node:path';
import { detectTable } from '#shared/classify/table.ts';
import { type Half, halves, type ReadLabelled, readLabelled } from '../../fixtures/labelled/labels.ts';
import { type Peer, peers, typeByPeer } from '../quality/peers.ts';
import {
  type Counts,
  calibration,
  countByType,
  falsePositives,
  isRight,
  rates,
  total,
  type Verdict,
} from '../quality/score.ts';
import { machine, printTable } from '../report.ts';

type Said = { readonly type: string; readonly confidence: number };

async function verdictsOf(
  tables: readonly ReadLabelled[],
  say: (table: ReadLabelled) => Promise<readonly Said[]>,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const table of tables) {
    const said = await say(table);
    for (const [column, labels] of table.labels.entries()) {
      const { type, confidence } = said[column] ?? { type: 'unread', confidence: 0 };
      const place = { table: table.name, header: table.headers?.[column] ?? '', isNegative: table.isNegative };
      verdicts.push({ ...place, labels, said: type, confidence });
    }
  }
  return verdicts;
}

function byLeakdesk({ headers, columns }: ReadLabelled): Promise<readonly Said[]> {
  const detections = detectTable(headers, columns);
  return Promise.resolve(detections.map(({ fieldType, confidence }) => ({ type: fieldType, confidence })));
}

function byPeer(peer: Peer) {
  return ({ headers, columns }: ReadLabelled): Promise<readonly Said[]> =>
    Promise.all(
      columns.map(async (values, at) => ({ type: await typeByPeer(peer, headers?.[at] ?? '', values), confidence: 1 })),
    );
}

function percent(share: number): string {
  return Number.isNaN(share) ? '–' : `${(share * 100).toFixed(1)} %`;
}

function rateCells(counts: Counts): string[] {
  const { precision, recall, f1 } = rates(counts);
  return [percent(precision), percent(recall), percent(f1)];
}

function restrictedTo(types: ReadonlySet<string>, verdicts: readonly Verdict[]): Counts {
  return total([...countByType(verdicts)].filter(([type]) => types.has(type)).map(([, counts]) => counts));
}

const everyCount = ['precision', 'recall', 'F1'];

function printOverall(
  half: Half,
  ours: readonly Verdict[],
  theirs: readonly (readonly [Peer, readonly Verdict[]])[],
): void {
  const negatives = new Set(ours.filter(({ isNegative }) => isNegative).map(({ table }) => table)).size;
  const line = (name: string, verdicts: readonly Verdict[]): string[] => [
    name,
    ...rateCells(total(countByType(verdicts).values())),
    (falsePositives(verdicts) / negatives).toFixed(2),
  ];
  printTable(`${half}: all types`, [
    ['', ...everyCount, 'false positives per negative table'],
    line('Leakdesk', ours),
    ...theirs.map(([peer, verdicts]) => line(peer.name, verdicts)),
  ]);
  printTable(`${half}: only the types that a peer can name`, [
    ['', ...everyCount, 'Leakdesk: precision', 'recall', 'F1'],
    ...theirs.map(([peer, verdicts]) => [
      `${peer.name} (${peer.nameable.size} types)`,
      ...rateCells(restrictedTo(peer.nameable, verdicts)),
      ...rateCells(restrictedTo(peer.nameable, ours)),
    ]),
  ]);
}

function printTypes(half: Half, ours: readonly Verdict[]): void {
  const counts = [...countByType(ours)].sort(([a], [b]) => a.localeCompare(b));
  printTable(`${half}: Leakdesk by type`, [
    ['type', ...everyCount, 'right', 'wrong', 'missed'],
    ...counts.map(([type, count]) => [
      type,
      ...rateCells(count),
      ...[count.right, count.wrong, count.missed].map(String),
    ]),
  ]);
}

function printCalibration(half: Half, ours: readonly Verdict[]): void {
  printTable(`${half}: is the confidence earned?`, [
    ['confidence said', 'columns', 'right'],
    ...calibration(ours).map(({ from, columns, right }) => [
      `${from.toFixed(2)} and more`,
      String(columns),
      percent(right / columns),
    ]),
  ]);
}

/** Wrong verdicts of the half that tunes; those of the other half are not looked at. */
function printErrors(ours: readonly Verdict[]): void {
  const wrong = ours.filter((verdict) => !isRight(verdict));
  printTable('tune: wrong verdicts', [
    ['table', 'header', 'labels', 'said'],
    ...wrong.map(({ table, header, labels, said }) => [table, header, labels.join(' or '), said]),
  ]);
}

const [, , folder = 'test/fixtures/labelled', ...options] = process.argv;
const compared = options.includes('--no-peers') ? [] : peers();

process.stdout.write(`\n${machine()}, Node.js ${process.version}\n`);
for (const half of halves) {
  const tables = await readLabelled(resolve(folder), half);
  const begin = performance.now();
  const ours = await verdictsOf(tables, byLeakdesk);
  const perTable = (performance.now() - begin) / tables.length;
  process.stdout.write(
    `\n## ${half}: ${tables.length} tables, ${ours.length} columns, ${perTable.toFixed(1)} ms a table\n`,
  );
  const theirs: [Peer, Verdict[]][] = [];
  for (const peer of compared) {
    theirs.push([peer, await verdictsOf(tables, byPeer(peer))]);
  }
  printOverall(half, ours, theirs);
  printTypes(half, ours);
  printCalibration(half, ours);
  if (half === 'tune') {
    printErrors(ours);
  }
}
