import { describe, expect, it } from 'vitest';
import { noLawFacts } from '#shared/domain/law.ts';
import { lawOfRecords } from '#shared/expose/case-law.ts';
import { severityOfRecords } from '#shared/expose/case-severity.ts';
import { exposureOf } from '#shared/expose/exposure.ts';
import { packId } from '#shared/packs/field-types.ts';
import { createLeakGuard, type LeakGuard } from '#shared/tickets/leak-guard.ts';
import { claimedFieldFacts, fieldFacts } from '../../renderer/features/exposure/field-facts.ts';
import { lawTable } from '../../renderer/features/exposure/law-table.ts';
import { severityDocument } from '../../renderer/features/exposure/severity-chart.ts';
import { type ChartFacts, fileNameOf, outgoingWords } from '../../renderer/ui/chart-document/chart-facts.ts';
import { claimOf, madeUpCase, madeUpNow, sampleOf } from './exposed-records.ts';

/* A chart's words pass the guard that replies pass, where nobody gave it a value of a sample for a name. */

function guardOf(facts: ChartFacts): LeakGuard {
  const { text, ownWords } = outgoingWords(facts, fileNameOf(facts, 'csv'));
  return createLeakGuard(text, ownWords);
}

function fieldsOf(name: string): ChartFacts {
  const rows = 1_234_567;
  const distinct = { distinct: 654_321, distinctIsEstimate: false };
  const counted = { columns: [0], rows, filled: rows, valid: rows, masked: 0, ...distinct };
  const profiles = [{ ...counted, fieldType: packId('mobile') }];
  const sample = { ...sampleOf({ rows, profiles }), name };
  const exposure = exposureOf([sample], []);
  return fieldFacts({ of: madeUpCase, sample, claims: [], rows: exposure, size: null, open: () => undefined });
}

/** The claimed fields of a case of this title. */
function claimedIn(title: string): ChartFacts {
  const claims = [claimOf({ kind: 'field', text: 'phones', fieldType: packId('mobile') }, 'confirmed', 0)];
  const of = { ...madeUpCase, title };
  return claimedFieldFacts({ of, claims, rows: exposureOf([], claims), size: { records: 1_234_567, isSettled: true } });
}

/** The documents of severity and law of a case of this title, in which an input was set for this reason. */
function consequencesOf(title: string, reason: string): readonly ChartFacts[] {
  const of = { ...madeUpCase, title };
  const claims = [claimOf({ kind: 'country', text: 'there', country: 'TR' }, 'confirmed', 0)];
  const overrides = [{ input: 'financial', value: 3, proposed: 0, reason }] as const;
  const found = severityOfRecords({ samples: [], claims, checks: [], sector: null }, overrides);
  const law = lawOfRecords({ facts: noLawFacts, claims, checks: [], severity: found }, 'UTC');
  const { severity } = found.decided;
  if (severity === null) {
    throw new Error('nothing to draw');
  }
  const decided = { ...found, consequence: { severity: overrides, law: noLawFacts } };
  return [severityDocument(of, decided, severity, madeUpNow), lawTable(of, law, madeUpNow)];
}

describe('the words of a chart that leaves', () => {
  it('are held back for a value in the name of a file, in a title or in a reason', () => {
    const guard = guardOf(fieldsOf('dump of 张三丰, 138-1234-5678.csv'));
    expect(['张三丰', '13812345678'].filter((value) => !guard.contains(value))).toEqual([]);
    const title = 'Leak that names ann.lee@shop.example';
    for (const facts of [claimedIn(title), ...consequencesOf(title, 'none')]) {
      expect(guardOf(facts).contains('ann.lee@shop.example')).toBe(true);
    }
    const [severity] = consequencesOf('Made-up leak', '李四 said so');
    expect(severity !== undefined && guardOf(severity).contains('李四')).toBe(true);
  });

  it('pass for the words of the program, and for counts that happen to be values as well', () => {
    const documents = [fieldsOf('orders.csv'), claimedIn('Made-up leak'), ...consequencesOf('Made-up leak', 'none')];
    for (const facts of documents) {
      const guard = guardOf(facts);
      const values = [
        'Mobile number',
        'records',
        'Exposed',
        'severity',
        'estimate',
        '1234567',
        '654321',
        'Turkey KVKK',
      ];
      expect(values.filter((value) => guard.contains(value))).toEqual([]);
    }
  });
});
