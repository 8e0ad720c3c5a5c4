import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SeverityInputs, severityInputIds, severityValues } from '#shared/domain/severity.ts';
import { changesOfBand, severityOf } from '#shared/expose/severity.ts';

const nothing: SeverityInputs = {
  ...{ simple: 0, behavioural: 0, financial: 0, sensitive: 0, identification: 0.25 },
  ...{ confidentiality: 0, integrity: 0, availability: 0, intent: 0 },
};

const anyInputs = fc.record(
  Object.fromEntries(severityInputIds.map((id) => [id, fc.constantFrom(...severityValues[id])])),
) as fc.Arbitrary<SeverityInputs>;

describe('severityOf', () => {
  it.each([
    [
      'a hospital’s ransomware, restored from backup',
      { sensitive: 4, identification: 0.75, availability: 0.25, intent: 0.5 },
      3.75,
      'high',
    ],
    [
      'salaries mailed to one wrong colleague',
      { financial: 3, identification: 1, confidentiality: 0.25 },
      3.25,
      'high',
    ],
    ['an encrypted laptop', { simple: 1, identification: 0.25 }, 0.25, 'low'],
    ['a newsletter with open recipients', { simple: 1, identification: 1, confidentiality: 0.25 }, 1.25, 'low'],
    [
      'an insurer’s diagnoses, stolen',
      { sensitive: 4, identification: 1, confidentiality: 0.5, intent: 0.5 },
      5,
      'very-high',
    ],
    [
      'orders with name and id, sold',
      { simple: 1, behavioural: 2, identification: 1, confidentiality: 0.5, intent: 0.5 },
      3,
      'high',
    ],
    [
      'the same with payment records',
      { simple: 1, behavioural: 2, financial: 3, identification: 1, confidentiality: 0.5, intent: 0.5 },
      4,
      'very-high',
    ],
    [
      'orders with unlisted mobiles, sold',
      { simple: 1, behavioural: 2, identification: 0.25, confidentiality: 0.5, intent: 0.5 },
      1.5,
      'low',
    ],
    [
      'the same in a small town',
      { simple: 1, behavioural: 2, identification: 0.5, confidentiality: 0.5, intent: 0.5 },
      2,
      'medium',
    ],
  ] as const)('scores %s as the worked example does', (_, inputs, score, band) => {
    expect(severityOf({ ...nothing, ...inputs })).toMatchObject({ score, band });
  });

  it('says how far the neighbouring bands are, and warns near a bound', () => {
    expect(severityOf({ ...nothing, financial: 3, identification: 0.75 })).toMatchObject({
      score: 2.25,
      next: { band: 'high', distance: 0.75 },
      below: { band: 'low', distance: 0.25 },
      isNearBound: true,
    });
    expect(severityOf({ ...nothing, sensitive: 4, identification: 1, intent: 0.5 })).toMatchObject({
      next: null,
      isNearBound: false,
    });
  });

  it('is nothing where nothing is exposed', () => {
    expect(severityOf({ ...nothing, intent: 0.5 })).toBeNull();
    expect(changesOfBand(nothing)).toEqual([]);
  });

  it('stays within 0.25 and 6, grows with every input, and is the highest class times EI plus CB', () => {
    fc.assert(
      fc.property(anyInputs, fc.constantFrom(...severityInputIds), (inputs, id) => {
        const now = severityOf(inputs);
        const raised = severityOf({ ...inputs, [id]: Math.max(...severityValues[id]) });
        expect(now?.score ?? 0.25).toBeGreaterThanOrEqual(0.25);
        expect(now?.score ?? 0).toBeLessThanOrEqual(6);
        expect(raised?.score ?? 0).toBeGreaterThanOrEqual(now?.score ?? 0);
        expect(now === null ? 0 : now.dpc * now.ei + now.cb).toBe(now?.score ?? 0);
      }),
    );
  });
});

describe('changesOfBand', () => {
  it('names only changes that lead into another band, and misses none', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const band = severityOf(inputs)?.band;
        const found = changesOfBand(inputs);
        for (const change of found) {
          expect(severityOf({ ...inputs, [change.input]: change.to })).toMatchObject({
            score: change.score,
            band: change.band,
          });
          expect(change.band).not.toBe(band);
        }
        for (const id of severityInputIds) {
          const reached = severityValues[id].flatMap((to) => severityOf({ ...inputs, [id]: to })?.band ?? []);
          const others = new Set(band === undefined ? [] : reached.filter((other) => other !== band));
          expect(new Set(found.filter(({ input }) => input === id).map((change) => change.band))).toEqual(others);
        }
      }),
    );
  });
});
