import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Combinations } from '#shared/domain/combinations.ts';
import { type KindFigure, kindFigureText } from '#shared/expose/kind-figure.ts';
import { combinationLabel } from '#shared/expose/risks.ts';
import { dataKinds, riskEntries } from '#shared/packs/risks.ts';
import { combinationFacts as quotedFacts } from '#shared/tickets/combination-facts.ts';
import {
  combinationFacts,
  combinationsChart,
  riskyCombinations,
} from '../../renderer/features/exposure/combinations-chart.ts';
import type { ChartFacts } from '../../renderer/ui/chart-document/chart-facts.ts';
import { casesCompared, linesOf, madeUpCase, numberIn, printedOf, quoted, sampleOf } from './exposed-records.ts';

const combined: fc.Arbitrary<Combinations> = fc
  .uniqueArray(
    fc.record({ kinds: fc.subarray(dataKinds.map(({ id }) => id)), rows: fc.integer({ min: 1, max: 90_000 }) }),
    { selector: ({ kinds }) => kinds.join(), minLength: 1, maxLength: 30 },
  )
  .chain((found) => {
    const kept = found.toSorted((a, b) => b.rows - a.rows);
    const inKept = kept.reduce((sum, { rows }) => sum + rows, 0);
    const kinds = dataKinds.flatMap(({ id }) => {
      const rows = kept.filter((one) => one.kinds.includes(id)).reduce((sum, one) => sum + one.rows, 0);
      return rows === 0 ? [] : [{ kind: id, rows }];
    });
    return fc
      .record({ combinations: fc.nat(9), rows: fc.integer({ min: 9, max: 500 }) })
      .map(({ combinations, rows }) => {
        const rest = { combinations, rows: combinations === 0 ? 0 : rows };
        return { rows: inKept + rest.rows, kinds, kept, rest };
      });
  });

/** What the command line prints of combinations. */
const printedSchema = z.looseObject({
  combinations: z.object({
    rows: z.int(),
    kinds: z.array(z.object({ kind: z.string(), rows: z.int() })),
    kept: z.array(z.object({ kinds: z.array(z.string()), rows: z.int(), risks: z.array(z.string()) })),
    rest: z.object({ combinations: z.int(), rows: z.int() }),
  }),
});

const kindLabels = new Map<string, string>(dataKinds.map(({ id }) => [id, combinationLabel([id])]));
const riskLabels = new Map<string, string>(riskEntries.map(({ id, label }) => [id, label]));

type Told = { readonly label: string; readonly rows: number; readonly risks: string };

/** The combinations that the command line prints, as people name them. */
function printedLines(printed: z.infer<typeof printedSchema>['combinations']): readonly Told[] {
  return printed.kept
    .filter(({ kinds }) => kinds.length > 0)
    .map(({ kinds, rows, risks }) => ({
      label: kinds.map((kind) => kindLabels.get(kind)).join(' + '),
      rows,
      risks: risks.length === 0 ? 'opens none of the risks' : risks.map((risk) => riskLabels.get(risk)).join(', '),
    }));
}

function rowsByRisk({ kept }: z.infer<typeof printedSchema>['combinations']): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (const combination of kept) {
    for (const risk of combination.risks) {
      const label = riskLabels.get(risk) ?? risk;
      rows.set(label, (rows.get(label) ?? 0) + combination.rows);
    }
  }
  return rows;
}

/** The exported lines of one sort: combinations, kinds of data or risks. */
function linesBy(facts: ChartFacts, sort: string) {
  return linesOf(facts)
    .filter((line) => line['Rows by'] === sort)
    .map((line) => ({ label: line['Name'], rows: numberIn(line['Rows']), risks: line['Risks'] }));
}

describe('the figures of what rows hold together', () => {
  it('are the same in the chart, in the exported CSV, on the command line and in what a reply quotes', () => {
    fc.assert(
      fc.property(combined, (combinations) => {
        const sample = sampleOf({ rows: combinations.rows, combinations });
        const found = riskyCombinations(combinations);
        const drawn = combinationsChart(combinations, found);
        const facts = combinationFacts({ of: madeUpCase, sample, combinations, found, open: () => undefined });
        const { combinations: printed } = printedSchema.parse(printedOf(sample, []));
        const told = printedLines(printed);

        expect(linesBy(facts, 'Combination')).toEqual(told);
        expect(drawn.rows.map(({ label, value, remark }) => ({ label, rows: value, risks: remark }))).toEqual(
          told.slice(0, 20),
        );
        expect(drawn.rows.map(({ text }) => numberIn(text))).toEqual(drawn.rows.map(({ value }) => value));
        expect(drawn.sets.map(({ key, size }) => ({ kind: key, rows: size }))).toEqual(printed.kinds);
        if (printed.rest.combinations > 0) {
          expect(facts.notes.join()).toContain(` with ${printed.rest.rows.toLocaleString('en')} rows`);
        }

        const quotes = quotedFacts([sample]);
        const largest = told.find(({ label }) => label.includes(' + '));
        const [, label, rows, of] =
          /^(.+): ([\d,]+) of ([\d,]+) rows$/.exec(quoted(quotes, 'exposure.combination') ?? '') ?? [];
        expect([label, rows === undefined ? undefined : numberIn(rows)]).toEqual([largest?.label, largest?.rows]);
        expect(of === undefined ? null : numberIn(of)).toBe(largest === undefined ? null : printed.rows);
        expect(quoted(quotes, 'exposure.risks')).toBe(
          largest?.risks.replace('opens none of the risks', 'none that we know of').toLowerCase() ?? null,
        );
      }),
      casesCompared,
    );
  });

  it('are there by kind of data and by risk too, and each opens rows', () => {
    fc.assert(
      fc.property(combined, (combinations) => {
        const sample = sampleOf({ rows: combinations.rows, combinations });
        const found = riskyCombinations(combinations);
        const opened: string[] = [];
        const open = (figure: KindFigure): void => void opened.push(kindFigureText(figure));
        const facts = combinationFacts({ of: madeUpCase, sample, combinations, found, open });
        const { combinations: printed } = printedSchema.parse(printedOf(sample, []));
        const byKind = printed.kinds.map(({ kind, rows }) => ({ label: kindLabels.get(kind), rows, risks: '' }));
        expect(linesBy(facts, 'Kind of data')).toEqual(byKind);
        const byRisk = linesBy(facts, 'Risk');
        expect(new Map(byRisk.map(({ label, rows }) => [label, rows]))).toEqual(rowsByRisk(printed));
        // What is not kept by name may open risks too.
        const atLeast = linesOf(facts).filter((line) => line['Figure is'] === 'at least');
        expect(atLeast).toHaveLength(printed.rest.rows === 0 ? 0 : byRisk.length);
        expect(new Set(linesOf(facts).map((line) => line['n']))).toEqual(new Set(linesOf(facts).map(() => facts.n)));

        for (const cell of facts.rows.flatMap(({ cells }) => cells)) {
          cell.open?.();
        }
        expect(new Set(opened).size).toBe(facts.rows.length);
      }),
      casesCompared,
    );
  });
});
