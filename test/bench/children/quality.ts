import { resolve } from 'node:path';
import { detectTable } from '#shared/classify/table.ts';
import { halves, type ReadLabelled, readLabelled } from '../../fixtures/labelled/labels.ts';
import { countByType, falsePositives, isRight, rates, total, type Verdict } from '../quality/score.ts';

const folder = resolve(process.argv[2] ?? 'test/fixtures/labelled');
const showsErrors = process.argv.includes('--errors');

function verdictsOn(tables: readonly ReadLabelled[]): Verdict[] {
  return tables.flatMap(({ name, isNegative, headers, columns, labels }) => {
    const detections = detectTable(headers, columns);
    if (headers === null && !process.argv.includes("--quiet")) console.log("NO HEADER", name);
    return labels.map((accepted, column) => ({
      ...{ table: name, column, isNegative, labels: accepted, header: headers?.[column] ?? '' },
      said: detections[column]?.fieldType ?? 'unread',
      confidence: detections[column]?.confidence ?? 0,
    }));
  });
}

for (const half of halves) {
  const tables = await readLabelled(folder, half);
  const begin = performance.now();
  const verdicts = verdictsOn(tables);
  const ms = performance.now() - begin;
  const counts = total(countByType(verdicts).values());
  console.log(half, tables.length, verdicts.length, counts, rates(counts), 'fp', falsePositives(verdicts), `${ms} ms`);
  if (showsErrors && half === 'tune') {
    for (const v of verdicts) {
      if (!isRight(v)) {
        console.log(`${v.table}\t${v.header}\t${v.labels.join('/')}\t-> ${v.said} ${v.confidence}`);
      }
    }
  }
}
