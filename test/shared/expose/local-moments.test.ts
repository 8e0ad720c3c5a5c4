import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, instantSchema } from '#shared/domain/instant.ts';
import { momentFrom, momentInZone, momentText } from '#shared/expose/local-moments.ts';

const at = (text: string) => instantSchema.parse(text);
const aware = at('2026-03-20T10:00:00.000Z');
const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/Sao_Paulo', 'Australia/Lord_Howe'] as const;
const anyZone = fc.constantFrom(...zones);
const anyInstant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => instantOf(date.getTime()));

describe('a moment in a form', () => {
  it('that was kept is shown in the zone that is chosen, and stays the same moment', () => {
    const shown = momentText(aware, 'UTC');
    expect(shown).toBe('2026-03-20T10:00');
    const moved = momentInZone(shown, { from: 'UTC', to: 'Asia/Shanghai', kept: aware });
    expect(moved).toBe('2026-03-20T18:00');
    expect(momentFrom(moved, 'Asia/Shanghai', aware)).toBe(aware);
  });

  it('that was typed keeps its words, and is read in the zone that is chosen', () => {
    const ways = { from: 'UTC', to: 'Asia/Shanghai' };
    expect(momentInZone('2026-03-20T11:00', { ...ways, kept: aware })).toBe('2026-03-20T11:00');
    expect(momentInZone('2026-03-20T11:00', { ...ways, kept: undefined })).toBe('2026-03-20T11:00');
    expect(momentFrom('2026-03-20T11:00', 'Asia/Shanghai', aware)).toBe('2026-03-20T03:00:00.000Z');
    expect(momentInZone('', { ...ways, kept: aware })).toBe('');
    expect(momentText(undefined, 'UTC')).toBe('');
    expect(momentFrom('soon', 'UTC', aware)).toBeNull();
  });

  it('that nobody touched is not moved by any choice of zones, to the second and where clocks show an hour twice', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, fc.array(anyZone), (kept, first, others) => {
        let zone: string = first;
        let text = momentText(kept, zone);
        for (const to of others) {
          text = momentInZone(text, { from: zone, to, kept });
          zone = to;
        }
        expect(momentFrom(text, zone, kept)).toBe(kept);
      }),
    );
    const twice = at('2026-10-25T01:30:20.000Z');
    expect(momentFrom(momentText(twice, 'Europe/Berlin'), 'Europe/Berlin', twice)).toBe(twice);
  });
});
