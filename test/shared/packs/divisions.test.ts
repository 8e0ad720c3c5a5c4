import { createRequire } from 'node:module';
import area from 'idcard/lib/data/area.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { divisionYears } from '#shared/packs/divisions.ts';

const require = createRequire(import.meta.url);
const revisions = z.array(z.string()).parse(require('gb2260/lib/revisions.json'));

function countiesOf(revision: string): string[] {
  const codes = Object.keys(z.record(z.string(), z.string()).parse(require(`gb2260/lib/${revision}.json`)));
  return codes.filter((code) => !code.endsWith('00'));
}

describe('the counties of resident ids', () => {
  it('are all that the packages know, within the years of their revisions', () => {
    for (const revision of revisions) {
      const year = Number(revision.slice(0, 4));
      const outside = countiesOf(revision).filter((code) => {
        const years = divisionYears(code);
        return years === null || (years.from ?? 0) > year || (years.until ?? 9999) < year;
      });
      expect(outside).toEqual([]);
    }
    const missing = Object.keys(area).filter((code) => !code.endsWith('00') && divisionYears(code) === null);
    expect(missing).toEqual([]);
  });

  it('have years where a revision lacks them', () => {
    expect(divisionYears('110104')).toEqual({ from: null, until: 2009 });
    expect(divisionYears('110119')).toEqual({ from: 2016, until: null });
    expect(divisionYears('110101')).toEqual({ from: null, until: null });
    expect(divisionYears('990101')).toBeNull();
  });
});
