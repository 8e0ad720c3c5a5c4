import { describe, expect, it } from 'vitest';
import { regimePackSchema } from '#shared/packs/regime-pack.ts';
import pack from '#shared/packs/regimes.json' with { type: 'json' };
import { limitName, regimes, sourceOf } from '#shared/packs/regimes.ts';

describe('the pack of laws', () => {
  it('gives each law its articles, its source and the date it was checked', () => {
    expect(regimes).toHaveLength(16);
    for (const regime of regimes) {
      expect(sourceOf(regime)).not.toBe(regime.source);
      expect(regime.asOf).toMatch(/^20\d\d/);
      // Whom a law reaches was not in the sources: it stays marked.
      expect(regime.reach.uncertain).toBeDefined();
    }
  });

  it('marks what is from memory or disputed', () => {
    const marked = regimes.flatMap(({ id, clocks, fines }) =>
      [...clocks, ...fines].filter(({ uncertain }) => uncertain !== undefined).map(({ label }) => `${id}: ${label}`),
    );
    expect(marked).toEqual([
      'us-ca: Private action, for each consumer',
      'in-dpdp: Detail to the Data Protection Board',
      'sg-pdpa: Assessment',
      'br-lgpd: Further facts',
      'jp-appi: Preliminary report',
      'hk-pdpo: Breach of an enforcement notice, first conviction',
    ]);
  });

  it('is refused where a law names no source, or a share no figure', () => {
    const [first] = pack.regimes;
    expect(regimePackSchema.safeParse({ ...pack, regimes: [{ ...first, source: 'nowhere' }] }).success).toBe(false);
    const fine = { label: 'a', article: '1', rule: 'higher', amount: 1, currency: 'EUR' };
    expect(regimePackSchema.safeParse({ ...pack, regimes: [{ ...first, fines: [fine] }] }).success).toBe(false);
  });

  it('calls a time limit by its duty and its law', () => {
    expect([limitName('eu-gdpr authority'), limitName('gone one')]).toEqual([
      'Notice to the authority (EU GDPR)',
      'gone one',
    ]);
  });
});
