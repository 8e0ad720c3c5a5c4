import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { caseIdSchema } from '#shared/domain/case.ts';
import { instantSchema } from '#shared/domain/instant.ts';
import { calendarOf } from '#shared/expose/calendar.ts';
import type { StartedClock } from '#shared/expose/clocks.ts';
import { regimeOf } from './law-facts.ts';

const stamp = instantSchema.parse('2026-11-25T08:00:00.000Z');
const from = instantSchema.parse('2026-11-24T08:00:00.000Z');
const until = instantSchema.parse('2026-11-27T08:00:00.000Z');
const id = caseIdSchema.parse('01937a5e-0000-7000-8000-000000000001');

function running(regimeId: string): StartedClock[] {
  const regime = regimeOf(regimeId);
  return regime.clocks.map((clock) => ({ regime, clock, engagement: 'likely', from, until, met: null }));
}

function eventsIn(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('calendarOf', () => {
  it('is read back with one tentative event for each clock, at its end, with an alarm', () => {
    const text = calendarOf([...running('kr-pipa'), ...running('cn-ncirm').slice(0, 1)], {
      id,
      title: 'Orders, 订单',
      tlp: 'TLP:RED',
      stamp,
    });
    const events = eventsIn(text);
    expect(events.map(({ uid }) => uid)).toEqual([
      `${id}-kr-pipa-authority@leakdesk`,
      `${id}-kr-pipa-people@leakdesk`,
      `${id}-cn-ncirm-report@leakdesk`,
    ]);
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe(until);
    expect(events[0]?.summary).toBe('Would end: Report to PIPC or KISA (Korea PIPA) – Orders, 订单');
    expect(events[0]?.description).toContain('counsel decides');
    expect(events[0]?.description).toContain('as of 2026-10');
    expect(events.map(({ component }) => component.getFirstPropertyValue('status'))).toEqual(
      Array(3).fill('TENTATIVE'),
    );
    const alarms = events.map(({ component }) =>
      String(component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')),
    );
    expect(alarms).toEqual(['-P1D', '-P1D', '-PT30M']);
  });

  it('keeps any title whole, in lines of at most 75 octets that end with CRLF', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), (drawn) => {
        const title = drawn.replaceAll(/\p{Cc}/gu, ' ');
        const text = calendarOf(running('tr-kvkk'), { id, title, tlp: 'TLP:AMBER', stamp });
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(lines.every((line) => Buffer.byteLength(line, 'utf8') <= 75 && !/[\r\n]/.test(line))).toBe(true);
        expect(eventsIn(text)[0]?.summary).toBe(`Would end: Notice to the Board (Turkey KVKK (Law 6698)) – ${title}`);
      }),
    );
  });

  it('makes no second line of a title that has one', () => {
    const text = calendarOf(running('tr-kvkk'), { id, title: 'One\r\nATTACH:two', tlp: 'TLP:RED', stamp });
    expect(eventsIn(text)[0]?.summary).toContain('One\nATTACH:two');
    expect(text).not.toContain('\r\nATTACH');
  });
});
