import { describe, expect, it } from 'vitest';
import { type CaseDimension, type CaseGroup, caseDimensions } from '#shared/expose/case-groups.ts';
import { sectorWords } from '#shared/expose/sector-words.ts';
import { casesColumns, casesFacts } from '../../renderer/features/cases/case-columns.ts';
import { linesOf, madeUpCase } from './exposed-records.ts';

function factsOf(dimension: CaseDimension, groups: readonly CaseGroup[]) {
  return casesFacts({ cases: [madeUpCase], dimension, groups, open: () => undefined });
}

function groupsOf(count: number): readonly CaseGroup[] {
  return Array.from({ length: count }, (_, at) => ({ key: `2026-${at}`, label: `2026-${at}`, cases: 40 - at }));
}

describe('the figures of cases by what they have in common', () => {
  it('say what the chart has no room for, and hold it', () => {
    const notesWith = (dimension: CaseDimension, count: number): string =>
      factsOf(dimension, groupsOf(count)).notes.join(' ');
    expect(linesOf(factsOf('sector', groupsOf(30)))).toHaveLength(30);
    expect(casesColumns(groupsOf(30), 'month').columns.map(({ label }) => label)).toEqual(
      groupsOf(30)
        .slice(6)
        .map(({ label }) => label),
    );
    expect(notesWith('month', 30)).toContain('the 24 latest of 30 months');
    expect(notesWith('sector', 30)).toContain('the 24 largest of 30 groups');
    for (const dimension of caseDimensions) {
      expect(casesColumns(groupsOf(24), dimension).columns).toHaveLength(24);
      expect(notesWith(dimension, 24)).not.toContain('The chart shows');
    }
  });

  it('take the words of a listing for given, and those of the program not', () => {
    const named = (label: string): CaseGroup => ({ key: label, label, cases: 1 });
    expect(factsOf('sector', [named(sectorWords.retail), named('Spices')]).given).toEqual(['Spices']);
  });
});
