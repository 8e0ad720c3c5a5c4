import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkIds, checkResultSchema } from '#shared/domain/check.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import { fieldTypes } from '#shared/packs/field-types.ts';
import { verifySample } from '#shared/verify/verify-sample.ts';
import { checkSample, knownFacts } from '../../fixtures/check-sample.ts';
import { fabricated, type SampleTable, verifiableSample } from '../../fixtures/verifiable-sample.ts';

const samples = [verifiableSample(600, 3), verifiableSample(600, 4, fabricated)];

describe('the outcome of the checks', () => {
  it('does not depend on how the rows are cut into blocks', () => {
    const whole = samples.map((sample) => checkSample(sample));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.nat(1), (blockRows, which) => {
        expect(checkSample(samples[which] ?? { columns: [], cells: [] }, {}, blockRows)).toEqual(whole[which]);
      }),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order of the columns', () => {
    const headers = (table: SampleTable, columns: readonly number[]) =>
      columns.map((column) => table.columns[column]?.header).sort();
    const withTwo = (sample: SampleTable): SampleTable => ({
      columns: [
        ...sample.columns,
        ...sample.columns.map(({ header, fieldType }) => ({ header: `x_${header}`, fieldType })),
      ],
      cells: [...sample.cells, ...sample.cells.map((column) => [...column].reverse())],
    });
    for (const sample of samples.map(withTwo)) {
      const straight = checkSample(sample).map((result) => ({ ...result, columns: headers(sample, result.columns) }));
      const places = sample.columns.map((_, index) => index);
      fc.assert(
        fc.property(fc.shuffledSubarray(places, { minLength: places.length }), (order) => {
          const turned: SampleTable = {
            columns: order.flatMap((at) => sample.columns[at] ?? []),
            cells: order.map((at) => sample.cells[at] ?? []),
          };
          const results = checkSample(turned).map((result) => ({
            ...result,
            columns: headers(turned, result.columns),
          }));
          expect(results).toEqual(straight);
        }),
        { numRuns: 5 },
      );
    }
  });

  it('is sound for any strings in columns of any type', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[\d.:@+*/-]{0,24}$/),
      fc.constantFrom(
        '1',
        '110101199003078515',
        '+8613800138000',
        '20240230',
        '1709251200',
        'a+b@c.d',
        '$2y$10$',
        '￥9.90',
        '@',
        '+',
        '0571-',
      ),
    );
    const types = fc.constantFrom(...fieldTypes.map(({ id }) => id), fieldTypeIdSchema.parse('unknown'));
    const table = fc.array(fc.tuple(types, fc.string(), fc.array(cell, { maxLength: 8 })), { maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (columns, repeats) => {
        const checked = {
          ...knownFacts,
          columns: columns.map(([fieldType, header]) => ({ header, fieldType })),
          rows: repeats * 8,
        };
        const verifier = verifySample(checked);
        for (let at = 0; at < repeats; at++) {
          // Columns shorter than the block have no values at its end.
          verifier.addBlock({ firstRow: at * 8, rows: 8, columns: columns.map(([, , cells]) => cells) });
        }
        const results = verifier.finish();
        expect(results.map(({ id }) => id)).toEqual([...checkIds]);
        for (const result of results) {
          checkResultSchema.parse(result);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is that nothing could be run for a table without rows', () => {
    const results = checkSample({ columns: samples[0]?.columns ?? [], cells: [] });
    const ran = results.filter(({ outcome }) => outcome !== 'not-run').map(({ id }) => id);
    expect(ran).toEqual(['claim-size', 'schema-fit']);
  });
});
