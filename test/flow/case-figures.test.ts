import { describe, expect, it } from 'vitest';
import { type CaseDimension, type CaseGroup, caseDimensions } from '#shared/expose/case-groups.ts';
import { sectorWords } from '#shared/expose/sector-words.ts';
import { casesByGroup, casesByMonth, casesFacts } from '../../renderer/features/cases/case-documents.ts';
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
    const names = groupsOf(30).map(({ label }) => label);
    expect(casesByMonth(groupsOf(30)).columns.map(({ label }) => label)).toEqual(names.slice(6));
    expect(casesByGroup(groupsOf(30)).groups.flatMap(({ categories }) => categories.map(({ label }) => label))).toEqual(
      names.slice(0, 24),
    );
    expect(notesWith('month', 30)).toContain('the 24 latest of 30 months');
    expect(notesWith('sector', 30)).toContain('the 24 largest of 30 groups');
    for (const dimension of caseDimensions) {
      expect(notesWith(dimension, 24)).not.toContain('The chart shows');
    }
  });

  it('take the words of a listing for given, and those of the program not', () => {
    const named = (label: string): CaseGroup => ({ key: label, label, cases: 1 });
    expect(factsOf('sector', [named(sectorWords.retail), named('Spices')]).given).toEqual(['Spices']);
  });
});
