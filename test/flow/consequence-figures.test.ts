import { MantineProvider } from '@mantine/core';
import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ClaimContent, type ClaimState, standingClaims } from '#shared/domain/claim.ts';
import type { SeverityOverride } from '#shared/domain/consequence.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { type LawFacts, noLawFacts, startEvents } from '#shared/domain/law.ts';
import type { Persons } from '#shared/domain/persons.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import { severityInputIds, severityValues } from '#shared/domain/severity.ts';
import type { Observation } from '#shared/domain/verdict.ts';
import { calendarOf } from '#shared/expose/calendar.ts';
import { type LawFound, lawOfRecords } from '#shared/expose/case-law.ts';
import { severityOfRecords } from '#shared/expose/case-severity.ts';
import { inOrder, runningAt, standingText } from '#shared/expose/clock-standing.ts';
import { hasStarted, zonedText } from '#shared/expose/clocks.ts';
import { engagementWords, lengthText } from '#shared/expose/law-words.ts';
import { severityBands } from '#shared/expose/severity.ts';
import { bandWords, scoreText, severityInputLabels } from '#shared/expose/severity-words.ts';
import { fieldTypes, packId } from '#shared/packs/field-types.ts';
import { consequenceFacts } from '#shared/tickets/consequence-facts.ts';
import { LawClocks } from '../../renderer/features/exposure/law-clocks.tsx';
import { lawTable } from '../../renderer/features/exposure/law-table.ts';
import { severityChart, severityDocument } from '../../renderer/features/exposure/severity-chart.ts';
import {
  casesCompared,
  claimOf,
  linesOf,
  madeUpCase,
  madeUpNow,
  nothingObserved,
  numberIn,
  numbersIn,
  printedOf,
  profilesOf,
  quoted,
  sampleOf,
} from './exposed-records.ts';

const standing = fc.constantFrom<ClaimState>('proposed', 'confirmed', 'edited');
const content: fc.Arbitrary<ClaimContent> = fc.oneof(
  fc.constantFrom(...fieldTypes).map(({ id }): ClaimContent => ({ kind: 'field', text: 'x', fieldType: id })),
  fc.nat(900_000_000).map((count): ClaimContent => ({ kind: 'record-count', text: 'many', count })),
  fc
    .constantFrom('CN', 'US', 'DE', 'BR', 'IN', 'HK')
    .map((country): ClaimContent => ({ kind: 'country', text: 'there', country })),
);

const override: fc.Arbitrary<SeverityOverride> = fc
  .constantFrom(...severityInputIds)
  .chain((input) =>
    fc.constantFrom(...severityValues[input]).map((value) => ({ input, value, proposed: 0, reason: 'made up' })),
  );
const moment = fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 1) }).map(instantOf);

function personsIn(rows: number, country: string): Persons {
  const few = Math.max(1, Math.floor(rows / 3));
  return {
    ...{
      asOf: '2026-03-20',
      rows,
      rowsWithoutKey: rows - few,
      persons: few,
      isEstimate: false,
      least: few,
      most: rows,
    },
    ...{ byKey: [{ key: 'email', rows: few, persons: few }], examined: few, provinces: [], decades: [] },
    countries: [{ country, persons: few }],
    ages: { known: few, under14: 0, under18: few % 2 },
    ...{ special: [], specialByLaw: [] },
  };
}

/** A table of orders, a few for each person: how many days they span decides how much they tell. */
function purchasesIn(rows: number): TypeProfile[] {
  const counted = { columns: [0], rows, filled: rows, valid: rows, masked: 0, distinctIsEstimate: false };
  return [
    { ...counted, fieldType: packId('user-id'), distinct: Math.ceil(rows / 5) },
    { ...counted, fieldType: packId('item'), distinct: 1 },
  ];
}

const consequentCase = fc.integer({ min: 1, max: 2_000_000 }).chain((rows) =>
  fc.record({
    rows: fc.constant(rows),
    profiles: fc.oneof(profilesOf(rows), fc.constant(purchasesIn(rows))),
    persons: fc.option(fc.constantFrom('CN', 'FR', 'US', 'KR').map((country) => personsIn(rows, country))),
    claims: fc.array(fc.tuple(content, standing), { maxLength: 6 }),
    days: fc.option(fc.constantFrom('2025-01-03', '2025-02-01', '2025-12-30')),
    met: fc.option(fc.constantFrom('CN', 'DE', 'TR')),
    overrides: fc.oneof(
      fc.constant([]),
      fc.uniqueArray(override, { selector: ({ input }) => input, minLength: 1, maxLength: 3 }),
    ),
    moments: fc.dictionary(fc.constantFrom(...startEvents), moment, { maxKeys: 3 }),
    done: fc.dictionary(fc.constantFrom('cn-ncirm report', 'eu-gdpr authority', 'br-lgpd authority'), moment),
    zone: fc.constantFrom('UTC', 'Asia/Shanghai', 'Europe/Berlin'),
  }),
);
type Generated = typeof consequentCase extends fc.Arbitrary<infer T> ? T : never;

const clockSchema = z.looseObject({ label: z.string(), amount: z.int(), unit: z.enum(['h', 'd', 'bd']) });
/** What the command line prints of severity and laws. */
const printedSchema = z.looseObject({
  severity: z.object({
    severity: z
      .looseObject({
        ...{ score: z.number(), band: z.enum(severityBands), dpc: z.number(), ei: z.number(), cb: z.number() },
      })
      .nullable(),
    inputs: z.record(z.enum(severityInputIds), z.object({ value: z.number(), reasons: z.array(z.string()) })),
    changes: z.array(z.unknown()),
  }),
  regimes: z.array(
    z.looseObject({ law: z.string(), engagement: z.enum(['likely', 'possible']), clocks: z.array(clockSchema) }),
  ),
});

/** What the screen shows and what leaves, from the same records as the application reads them. */
function consequencesOf({
  rows,
  profiles,
  persons,
  claims: said,
  days,
  met,
  overrides,
  moments,
  done,
  zone,
}: Generated) {
  const sample = sampleOf({ rows, profiles, persons });
  const claims = said.map(([what, state], at) => claimOf(what, state, at));
  const observed: Observation = {
    ...nothingObserved,
    days: days === null ? null : { first: '2025-01-01', last: days },
    countries: met === null ? nothingObserved.countries : { of: 10, byCountry: [[met, 9]] },
  };
  const checks = [{ observed }];
  const facts: LawFacts = { ...noLawFacts, moments, done, zone };
  const severity = severityOfRecords({ samples: [sample], claims, checks, sector: null }, overrides);
  const law = lawOfRecords({ facts, claims, checks, severity }, 'UTC');
  const sources = { severity: severity.decided.severity, isDecided: overrides.length > 0, ...law };
  return {
    found: { ...severity, consequence: { severity: overrides, law: facts } },
    law,
    quotes: consequenceFacts(sources, madeUpNow),
    printed: printedSchema.parse(printedOf(sample, standingClaims(claims), observed)),
  };
}
type Consequences = ReturnType<typeof consequencesOf>;

const written = new Map<string, string>(severityInputIds.map((id) => [severityInputLabels[id], id]));

function sameSeverity({ found, quotes, printed }: Consequences, isAsProposed: boolean): void {
  const { severity } = found.decided;
  const printedInputs = Object.entries(printed.severity.inputs).map(([input, { value }]) => [input, value]);
  const drawn = severityChart(found).groups.flatMap(({ categories }) =>
    categories.map(({ key, marks }) => [key, (marks['proposed'] ?? marks['stands'])?.value]),
  );
  expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(printedInputs));
  const texts = ['band', 'score', 'parts'].map((part) => quoted(quotes, `severity.${part}`));
  if (isAsProposed) {
    expect(severity?.score).toBe(printed.severity.severity?.score);
    expect(severity?.band).toBe(printed.severity.severity?.band);
  }
  if (severity === null) {
    expect(texts).toEqual([null, null, null]);
    return;
  }
  const lines = linesOf(severityDocument(madeUpCase, found, severity, madeUpNow));
  const inputs = lines.flatMap((line) => {
    const input = written.get(line['Input'] ?? '');
    return input === undefined ? [] : [[input, numberIn(line['Proposed'])] as const];
  });
  expect(Object.fromEntries(inputs)).toEqual(Object.fromEntries(printedInputs));
  if (isAsProposed) {
    const reasons = Object.values(printed.severity.inputs).map((input) => input.reasons.join(' '));
    expect(lines.slice(0, reasons.length).map((line) => line['Reasons'])).toEqual(reasons);
  }
  const stands = severityChart(found).groups.flatMap(({ categories }) =>
    categories.map(({ label, marks }) => [label, marks['stands']?.value]),
  );
  const exportedValues = new Map(lines.map((line) => [line['Input'], numberIn(line['Value'])]));
  expect(stands.map(([label]) => [label, exportedValues.get(String(label))])).toEqual(stands);
  const { dpc, ei, cb, score, band } = severity;
  expect(['DPC', 'EI', 'CB', 'SE = DPC × EI + CB'].map((part) => exportedValues.get(part))).toEqual([
    dpc,
    ei,
    cb,
    score,
  ]);
  expect(texts.map((text) => text?.split(' (')[0])).toEqual([
    bandWords[band].toLowerCase(),
    scoreText(score),
    `SE = DPC ${dpc} × EI ${ei} + CB ${cb} = ${scoreText(score)}`,
  ]);
}

/** The cells of the time limits as the screen draws them, row by row. */
function drawnClocks(law: LawFound): readonly (readonly string[])[] {
  const clocks = createElement(LawClocks, { law, now: madeUpNow, change: () => undefined });
  const html = renderToStaticMarkup(createElement(MantineProvider, null, clocks));
  const rows = html.split('<tbody')[1]?.split('</tr>').slice(0, -1) ?? [];
  return rows.map((row) =>
    [...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) =>
      cell.replaceAll(/<[^>]+>/g, '|').replaceAll('&amp;', '&'),
    ),
  );
}

function sameLaws({ law, quotes, printed }: Consequences, isAsProposed: boolean): void {
  const { engaged, countdowns, zone } = law;
  const lines = linesOf(lawTable(madeUpCase, law, madeUpNow));
  const laws = [...new Map(lines.map((line) => [line['Law'], line['Engagement']]))];
  const quotedLaws = quoted(quotes, 'law.engaged')?.split('\n').slice(0, -1) ?? [];
  expect(laws.map(([name, engagement]) => `${name} ${engagement}`)).toEqual(quotedLaws);
  const told = printed.regimes.map(({ law: name, engagement }) => `${name} ${engagementWords[engagement]}`);
  if (isAsProposed) {
    expect(quotedLaws).toEqual(told);
    // The running ones stand first where any run, so that the order says nothing.
    const exported = lines.map((line) => [line['Law'], line['Duty'], line['Limit']].join(': '));
    expect(exported.toSorted()).toEqual(
      printed.regimes
        .flatMap(({ law: name, clocks }) =>
          clocks.length === 0
            ? [`${name}: none in hours or days: `]
            : clocks.map((clock) => `${name}: ${clock.label}: ${lengthText(clock)}`),
        )
        .toSorted(),
    );
  }
  expect(laws.length).toBe(engaged.length);

  const drawn = drawnClocks(law);
  expect(drawn.length).toBe(countdowns.length);
  const exported = new Map(lines.map((line) => [`${line['Law']} ${line['Duty']}`, line]));
  for (const [at, countdown] of inOrder(countdowns, madeUpNow).entries()) {
    const { regime, clock } = countdown;
    const [name = '', limit, start = '', end, stands] = drawn[at] ?? [];
    const line = exported.get(`${regime.law} ${clock.label}`);
    expect(name).toContain(clock.label);
    expect([limit, start.startsWith('once:') ? '' : start]).toEqual([line?.['Limit'], line?.['Would start']]);
    expect(hasStarted(countdown) ? end : '').toBe(line?.['Would end']);
    expect(stands).toContain(standingText(countdown, madeUpNow));
    expect(stands).toContain(line?.['Done']);
    expect(line?.['Stands']).toBe(standingText(countdown, madeUpNow));
  }

  const running = runningAt(countdowns, madeUpNow);
  const calendar = calendarOf(running, { ...madeUpCase, stamp: madeUpNow });
  const ends = [...calendar.matchAll(/DTSTART:(\d+)T(\d+)Z/g)].map(([, day = '', time = '']) => `${day}${time}`);
  expect(ends).toEqual(running.map(({ until }) => until.slice(0, 19).replaceAll(/\D/g, '')));
  expect(
    lines
      .filter((line) => line['Stands']?.endsWith(' left'))
      .map((line) => line['Would end'])
      .toSorted(),
  ).toEqual(running.map(({ until }) => zonedText(until, zone)).toSorted());
  const [next] = running;
  const quote = quoted(quotes, 'clock.next');
  expect(numbersIn(/would end (\S+ \S+)/.exec(quote ?? '')?.[1] ?? '')).toEqual(
    next === undefined ? [] : numbersIn(zonedText(next.until, zone).split(' ').slice(0, 2).join(' ')),
  );
}

describe('the severity of a case, the laws that it would engage, and their clocks', () => {
  it('are the same on the screen, in the exported files, on the command line and in what a reply quotes', () => {
    fc.assert(
      fc.property(consequentCase, (generated) => {
        const found = consequencesOf(generated);
        // The command line knows nothing that the analyst has set.
        const isAsProposed = generated.overrides.length === 0;
        sameSeverity(found, isAsProposed);
        sameLaws(found, isAsProposed);
      }),
      casesCompared,
    );
  });
});
