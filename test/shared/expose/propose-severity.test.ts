import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adoptOwnTypes } from '#shared/classify/own-types.ts';
import { typeIdOf } from '#shared/domain/own-field-type.ts';
import type { SeverityInputs } from '#shared/domain/severity.ts';
import { proposeSeverity, severityAsClaimed, valuesOf } from '#shared/expose/propose-severity.ts';
import { daysBetween, type ExposedField, exposedTable, type SeverityFacts } from '#shared/expose/severity-facts.ts';
import { fieldTypes, packId } from '#shared/packs/field-types.ts';
import { ownType } from '../../fixtures/own-types.ts';

function field(id: string, more: Partial<ExposedField> = {}): ExposedField {
  return { fieldType: packId(id), rows: 1000, filled: 1000, valid: 1000, distinct: 1000, masked: 0, ...more };
}

function facts(fields: readonly (string | ExposedField)[], more: Partial<SeverityFacts> = {}): SeverityFacts {
  const all = fields.map((one) => (typeof one === 'string' ? field(one) : one));
  return { tables: [{ name: 'orders', rows: 1000, fields: all, people: null }], offer: 'for-sale', ...more };
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

  it('takes minors for a kind of people from one in a hundred on', () => {
    expect(proposed(['full-name'], { minors: 9, knownAges: 1000 })).toMatchObject({ simple: 1 });
    expect(proposed(['full-name'], { minors: 10, knownAges: 1000 })).toMatchObject({ simple: 2 });
  });

  it('lowers a class whose values mostly fail their checks, a part of the rows standing for all', () => {
    expect(proposed([field('price', { valid: 100 })]).behavioural).toBe(1);
    const few = field('item', { rows: 100, filled: 100, valid: 0 });
    expect(proposed([field('price', { filled: 500, valid: 500 }), few]).behavioural).toBe(1);
  });

  it('does not see malice in a file that nobody offers, and nothing in no file', () => {
    expect(proposed(orders, { offer: 'none' })).toMatchObject({ confidentiality: 0.5, intent: 0 });
    expect(proposeSeverity({ tables: [], offer: 'for-sale' })).toMatchObject({
      severity: null,
      changes: [],
      people: 0,
    });
  });

  it('keeps what is claimed apart from what is seen', () => {
    const claimed = ['full-name', 'cn-resident-id', 'payment-record'].map(packId);
    const seen = facts(['mobile', 'price'], { claimed });
    expect(proposeSeverity(seen).severity?.score).toBe(1.5);
    expect(severityAsClaimed(seen)?.score).toBe(4);
    expect(severityAsClaimed(facts(['mobile']))).toBeNull();
  });

  it('adds what is claimed to what is seen: data that nobody claims stays, and so does a history', () => {
    const history = [field('cn-resident-id', { distinct: 200 }), field('item'), field('price')];
    const seen = facts(history, { spanDays: 365, claimed: ['user-id', 'full-name'].map(packId) });
    expect(proposeSeverity(seen).severity).toMatchObject({ dpc: 3, ei: 0.75 });
    expect(severityAsClaimed(seen)).toMatchObject({ dpc: 3, ei: 1 });
  });

  it('takes what is claimed to be there in clear, and names no score that is the same', () => {
    const masked = field('mobile', { valid: 0, masked: 1000 });
    const claimed = [packId('mobile')];
    expect(severityAsClaimed(facts([field('full-name'), masked], { claimed }))?.ei).toBe(0.75);
    expect(severityAsClaimed(facts([field('full-name'), field('mobile')], { claimed }))).toBeNull();
  });

  it('never comes to less than what is seen', () => {
    const type = fc.constantFrom(...fieldTypes).map(({ id }) => id);
    const count = fc.integer({ min: 1, max: 1000 });
    const seenField = fc.record({ fieldType: type, filled: count, valid: count, distinct: count, masked: count });
    const table = fc.array(seenField, { maxLength: 8 }).map((fields) => ({
      ...{ name: 'a', rows: 1000, people: null },
      fields: fields.map(({ filled, valid, masked, distinct, fieldType }) => {
        const passing = Math.min(filled, valid);
        return { fieldType, rows: 1000, filled, valid: passing, distinct, masked: Math.min(masked, filled - passing) };
      }),
    }));
    const offer = fc.constant('listed' as const);
    const spanDays = fc.option(fc.nat(900));
    const claimed = fc.array(type, { maxLength: 5 });
    fc.assert(
      fc.property(fc.record({ tables: fc.array(table, { maxLength: 3 }), offer, spanDays, claimed }), (known) => {
        const seen = proposeSeverity(known).severity?.score ?? 0;
        expect(severityAsClaimed(known)?.score ?? seen).toBeGreaterThanOrEqual(seen);
      }),
    );
  });
});

describe('exposedTable', () => {
  it('keeps on how many rows each figure rests, and leaves out what is empty', () => {
    const counts = { rows: 3, filled: 3, valid: 1, masked: 2, distinct: 3 };
    const profile = { ...counts, columns: [1], distinctIsEstimate: false };
    const profiles = [
      { ...profile, fieldType: packId('mobile') },
      { ...profile, fieldType: packId('email'), filled: 0 },
    ];
    expect(exposedTable({ name: 'a', rows: 5, profiles, persons: { least: 3 } })).toEqual({
      ...{ name: 'a', rows: 5, people: 3 },
      fields: [{ fieldType: 'mobile', ...counts }],
    });
  });
});

describe('daysBetween', () => {
  it('counts both days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(3);
    expect(daysBetween('2024-03-02', '2024-03-01')).toBe(0);
  });
});
