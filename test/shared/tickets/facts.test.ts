import { describe, expect, it } from 'vitest';
import { instantOf } from '#shared/domain/instant.ts';
import { exposureOfCase } from '#shared/expose/exposure.ts';
import { whyUnsound } from '#shared/expose/extrapolate.ts';
import { severityOf } from '#shared/expose/severity.ts';
import { noConsequences } from '#shared/tickets/consequence-facts.ts';
import { someClaims as claims, factsWith, someSamples as samples, someTicket } from './sources.ts';

const textOf = (facts: ReturnType<typeof factsWith>, id: string) => facts.find((fact) => fact.id === id)?.text;

describe('factsOf', () => {
  it('tells what is confirmed or edited, and counts as people write them', () => {
    const facts = factsWith();
    expect(textOf(facts, 'claim.record-count')).toBe('12,400,000');
    expect(textOf(facts, 'claim.source')).toBe('Hacker forum');
    expect(textOf(facts, 'claim.fields')).toBe('Full name, PRC resident ID number');
    expect(textOf(facts, 'sample.rows')).toBe('1,000');
    expect(textOf(facts, 'ticket.number')).toBe('LD-7');
    expect(textOf(facts, 'status.words')).toBe('alleged and not verified');
  });

  it('holds no claim that is only proposed, and never the seller', () => {
    const facts = factsWith();
    expect(textOf(facts, 'claim.price')).toBeNull();
    expect(facts.map(({ id }) => id).filter((id) => id.includes('seller'))).toEqual([]);
  });

  it('gives each fact one id of two parts, a label and where it comes from', () => {
    const facts = factsWith();
    expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
    for (const { id, label, source } of facts) {
      expect(id).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(label).not.toBe('');
      expect(source).not.toBe('');
    }
  });

  it('shows the exposure as a table of counts, and names what is claimed but not seen', () => {
    const facts = factsWith();
    expect(textOf(facts, 'exposure.table')).toBe(
      'Field      Filled  Valid  Distinct\nFull name     995    990      ~900',
    );
    expect(textOf(facts, 'exposure.unseen')).toBe('PRC resident ID number');
  });

  it('tells the largest combination of data and the risks it opens', () => {
    const facts = factsWith();
    expect(textOf(facts, 'exposure.combination')).toBe('Name + Government ID + Phone: 300 of 1,000 rows');
    expect(textOf(facts, 'exposure.risks')).toBe('identity theft, sim swap');
    expect(textOf(factsWith({ samples: [] }), 'exposure.combination')).toBeNull();
  });

  it('carries the share over to the claimed size only where that claim is settled, and says what makes it unsound', () => {
    const text = textOf(factsWith(), 'exposure.extrapolated') ?? '';
    const [line = '', warning] = text.split('\n');
    expect(line).toBe(
      'Full name: between 12,255,528 and 12,373,495 of 12,400,000 claimed records (95 %, n = 1,000 rows)',
    );
    expect(warning).toBe(whyUnsound);
    const proposed = claims.map((claim) => ({ ...claim, state: 'proposed' as const }));
    expect(textOf(factsWith({ exposure: exposureOfCase(samples, proposed) }), 'exposure.extrapolated')).toBeNull();
  });

  it('tells whose data it is, between two bounds, with minors and countries', () => {
    const facts = factsWith();
    expect(textOf(facts, 'exposure.persons')).toBe('800 different keys: at least 780 and at most 820 persons');
    expect(textOf(facts, 'exposure.minors')).toBe(
      '9 younger than 18, of whom 3 younger than 14, among 400 whose age is known, on 2026-11-25',
    );
    expect(textOf(facts, 'exposure.countries')).toBe('CN 790');
    expect(textOf(factsWith({ samples: [] }), 'exposure.persons')).toBeNull();
  });

  it('knows nothing of a case, a sample or an analyst that is not there', () => {
    const facts = factsWith({ case: null, claims: [], samples: [], exposure: exposureOfCase([], []), analyst: null });
    const unknown = facts.filter(({ text }) => text === null).map(({ id }) => id);
    expect(unknown).toEqual(
      expect.arrayContaining([
        'case.title',
        'case.tlp',
        'claim.fields',
        'sample.rows',
        'exposure.table',
        'analyst.name',
      ]),
    );
    expect(textOf(facts, 'status.words')).toBe('alleged and not verified');
  });

  it('tells the verdict only once the analyst has decided, in lower-case words and with its grade', () => {
    expect(textOf(factsWith(), 'verdict.status')).toBeNull();
    const facts = factsWith({
      decision: {
        ...{ status: 'likely-recycled', reliability: 'D', credibility: '5', likelihood: 'unlikely' },
        ...{ confidence: 'moderate', reasons: ['Most of it was in an earlier sample.'], decidedAt: instantOf(0) },
      },
    });
    const texts = ['status', 'grade', 'likelihood', 'confidence'].map((part) => textOf(facts, `verdict.${part}`));
    expect(texts).toEqual(['likely recycled', 'D5', 'unlikely (20–45 %)', 'moderate confidence']);
  });

  it('says of a severity in the words themselves that it is proposed and nobody has decided it', () => {
    const severity = severityOf({
      ...{ simple: 2, behavioural: 0, financial: 3, sensitive: 0, identification: 1 },
      ...{ confidentiality: 0.5, integrity: 0, availability: 0, intent: 0.5 },
    });
    const told = (isDecided: boolean) => {
      const facts = factsWith({ consequences: { ...noConsequences, severity, isDecided } });
      return ['band', 'score', 'parts'].map((part) => textOf(facts, `severity.${part}`));
    };
    const words = ' (as proposed, not yet decided by the analyst)';
    const bare = ['very high', '4.00', 'SE = DPC 3 × EI 1 + CB 1 = 4.00'];
    expect(told(false)).toEqual(bare.map((text) => text + words));
    expect(told(true)).toEqual(bare);
    expect(textOf(factsWith(), 'severity.band')).toBeNull();
  });

  it('falls back to the address of a requester without a name', () => {
    const ticket = { ...someTicket, requester: { name: ' ', address: 'x@client.example' } };
    expect(textOf(factsWith({ ticket }), 'ticket.requester')).toBe('x@client.example');
  });
});
