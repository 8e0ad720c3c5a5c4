import { expect, it } from 'vitest';
import { instantOf } from '#shared/domain/instant.ts';
import { noLawFacts } from '#shared/domain/law.ts';
import { areFacts, factsFrom, fieldsOf, withZone } from '../../renderer/features/exposure/law-form-state.ts';

/* What stands in the form of the facts for the law, and the facts that it becomes. */

it('reads times in the zone that is chosen, and names what is missing in the form', () => {
  const start = { facts: noLawFacts, machineZone: 'UTC' };
  const fields = { ...fieldsOf(start), zone: 'Europe/Istanbul', turnover: '8,000,000' };
  const moments = { ...fields.moments, aware: '2026-03-27T20:00' };
  expect(factsFrom({ ...fields, moments }, start)).toMatchObject({ turnover: 'Say in which currency.' });
  expect(factsFrom({ ...fields, turnover: 'much' }, start)).toMatchObject({ turnover: 'Write the amount in digits.' });
  expect(factsFrom({ ...fields, currency: 'TRY', moments: { ...moments, aware: '27 March' } }, start)).toEqual({
    moments: new Set(['aware']),
  });
  const read = factsFrom({ ...fields, currency: 'TRY', moments }, start);
  expect(read).toMatchObject({
    turnover: { amount: 8_000_000, currency: 'TRY' },
    moments: { aware: '2026-03-27T17:00:00.000Z' },
    zone: 'Europe/Istanbul',
    peopleCountries: null,
  });
});

it('moves no moment that was kept when another zone is chosen, and reads in it what was typed', () => {
  const aware = instantOf(Date.UTC(2026, 2, 20, 10));
  const start = { facts: { ...noLawFacts, moments: { aware } }, machineZone: 'UTC' };
  const opened = fieldsOf(start);
  const typed = { ...opened, moments: { ...opened.moments, reported: '2026-03-20T12:00' } };
  const moved = withZone(typed, 'Asia/Shanghai', start);
  expect(moved.moments).toMatchObject({ aware: '2026-03-20T18:00', reported: '2026-03-20T12:00' });
  const read = factsFrom(moved, start);
  expect(areFacts(read) && read.moments).toEqual({ aware, reported: '2026-03-20T04:00:00.000Z' });
});
