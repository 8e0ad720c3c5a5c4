import { describe, expect, it } from 'vitest';
import { adoptOwnTypes } from '#shared/classify/own-types.ts';
import { typeIdOf } from '#shared/domain/own-field-type.ts';
import type { SeverityInputs } from '#shared/domain/severity.ts';
import { proposeSeverity, severityAsClaimed, valuesOf } from '#shared/expose/propose-severity.ts';
import { daysBetween, type ExposedField, exposedTable, type SeverityFacts } from '#shared/expose/severity-facts.ts';
import { packId } from '#shared/packs/field-types.ts';
import { ownType } from '../../fixtures/own-types.ts';

function field(id: string, more: Partial<ExposedField> = {}): ExposedField {
  return { fieldType: packId(id), filled: 1000, valid: 1000, distinct: 1000, masked: 0, ...more };
}

function facts(fields: readonly (string | ExposedField)[], more: Partial<SeverityFacts> = {}): SeverityFacts {
  const all = fields.map((one) => (typeof one === 'string' ? field(one) : one));
  return { tables: [{ name: 'orders', rows: 1000, fields: all }], isOffered: true, ...more };
}

function proposed(fields: readonly (string | ExposedField)[], more: Partial<SeverityFacts> = {}): SeverityInputs {
  return valuesOf(proposeSeverity(facts(fields, more)).inputs);
}

const orders = ['full-name', 'cn-resident-id', 'mobile', 'order-id', 'order-time', 'item', 'price'];

describe('proposeSeverity', () => {
  it('scores the orders of an offered shop as the dossier does: 2 × 1 + 1 = 3, high', () => {
    const { severity, inputs, changes, people } = proposeSeverity(facts(orders));
    expect(severity).toMatchObject({ dpc: 2, decisive: ['behavioural'], ei: 1, cb: 1, score: 3, band: 'high' });
    expect(severity).toMatchObject({ isNearBound: true, next: { band: 'very-high', distance: 1 } });
    expect(inputs.identification.figures).toEqual([
      { label: 'PRC resident ID number', rows: 1000, of: 1000 },
      { label: 'Full name', rows: 1000, of: 1000 },
    ]);
    expect(changes).toContainEqual({ input: 'financial', from: 0, to: 3, score: 4, band: 'very-high' });
    expect(people).toBe(1000);
  });

  it('reaches very high with payment records, or with a history of each person', () => {
    expect(proposeSeverity(facts([...orders, 'payment-record'])).severity).toMatchObject({
      score: 4,
      band: 'very-high',
    });
    const repeated = orders.map((id) => field(id, { distinct: id === 'cn-resident-id' ? 200 : 1000 }));
    expect(proposeSeverity(facts(repeated, { spanDays: 365 })).severity).toMatchObject({ dpc: 3, score: 4 });
    expect(proposeSeverity(facts(repeated, { spanDays: 20 })).severity).toMatchObject({ dpc: 2, score: 3 });
  });

  it('stays low to medium with mobiles alone, and takes masked values for no identification', () => {
    expect(proposeSeverity(facts(['mobile', 'order-id', 'price'])).severity).toMatchObject({ score: 1.5, band: 'low' });
    expect(proposeSeverity(facts(['mobile', 'region', 'price'])).severity).toMatchObject({ score: 2, band: 'medium' });
    const masked = field('cn-resident-id', { valid: 0, masked: 1000 });
    expect(proposed([masked, field('full-name')]).identification).toBe(0.25);
  });

  it.each([
    ['a newsletter', ['email'], {}, { simple: 1, behavioural: 0, financial: 0, sensitive: 0, identification: 0.75 }],
    ['mere log lines', ['ip', 'order-time'], {}, { behavioural: 1 }],
    ['account numbers', ['iban'], {}, { financial: 2 }],
    ['usable cards', ['bank-card', 'card-expiry', 'card-cvv'], {}, { financial: 4 }],
    ['diagnoses', ['diagnosis', 'full-name'], {}, { sensitive: 4, identification: 0.25 }],
    ['numbers of patients', ['medical-record-no'], {}, { sensitive: 2 }],
    ['passwords of a shop', ['password-hash'], {}, { simple: 1, financial: 0 }],
    ['passwords of a bank', ['password-hash'], { sector: 'finance' }, { financial: 4 }],
    ['deliveries of an adult shop', ['full-name', 'address'], { sector: 'adult' }, { simple: 3 }],
    ['names of agents', ['full-name'], { sector: 'security' }, { simple: 4 }],
    ['pupils', ['full-name'], { minors: 3 }, { simple: 2 }],
  ] as const)('proposes for %s what the method’s examples say', (_, fields, more, inputs) => {
    expect(proposed(fields, more)).toMatchObject(inputs);
  });

  it.each([
    ['health', { sensitive: 4 }],
    ['financial', { financial: 2 }],
    ['employment-education', { simple: 1 }],
  ] as const)('counts an own type of the group %s as most of that group', (group, inputs) => {
    adoptOwnTypes([ownType({ group })]);
    const own = { ...field('full-name'), fieldType: typeIdOf(ownType()) };
    expect(proposed([own])).toMatchObject(inputs);
    adoptOwnTypes([]);
  });

  it('takes minors for a kind of people from one in a hundred on, and people as they were counted', () => {
    expect(proposed(['full-name'], { minors: 9, knownAges: 1000 })).toMatchObject({ simple: 1 });
    expect(proposed(['full-name'], { minors: 10, knownAges: 1000 })).toMatchObject({ simple: 2 });
    expect(proposeSeverity(facts(['full-name'], { people: 40 })).people).toBe(40);
  });

  it('lowers a class whose values mostly fail their checks', () => {
    expect(proposed([field('price', { valid: 100 })]).behavioural).toBe(1);
  });

  it('does not see malice in a file that nobody offers, and nothing in no file', () => {
    expect(proposed(orders, { isOffered: false })).toMatchObject({ confidentiality: 0.5, intent: 0 });
    expect(proposeSeverity({ tables: [], isOffered: true })).toMatchObject({ severity: null, changes: [], people: 0 });
  });

  it('keeps what is claimed apart from what is seen', () => {
    const claimed = ['full-name', 'cn-resident-id', 'payment-record'].map(packId);
    const seen = facts(['mobile', 'price'], { claimed });
    expect(proposeSeverity(seen).severity?.score).toBe(1.5);
    expect(severityAsClaimed(seen)?.score).toBe(4);
    expect(severityAsClaimed(facts(['mobile']))).toBeNull();
  });
});

describe('exposedTable', () => {
  it('joins the figures of a type with the masked cells of its columns, and leaves out what is empty', () => {
    const profile = { columns: [1, 2], filled: 5, valid: 2, distinct: 4, distinctIsEstimate: false };
    const columns = [{ profile: { masked: 9 } }, { profile: { masked: 2 } }, {}];
    const profiles = [
      { ...profile, fieldType: packId('mobile') },
      { ...profile, fieldType: packId('email'), filled: 0 },
    ];
    expect(exposedTable({ name: 'a', rows: 5, profiles, columns })).toEqual({
      ...{ name: 'a', rows: 5 },
      fields: [{ fieldType: 'mobile', filled: 5, valid: 2, distinct: 4, masked: 2 }],
    });
  });
});

describe('daysBetween', () => {
  it('counts both days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3);
    expect(daysBetween('2024-03-02', '2024-03-01')).toBe(0);
  });
});
