import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectTable } from '#shared/classify/table.ts';
import { caseIdSchema, openCase } from '#shared/domain/case.ts';
import { type Claim, claimIdSchema } from '#shared/domain/claim.ts';
import { evidenceIdSchema } from '#shared/domain/evidence.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { firstRevision } from '#shared/domain/record.ts';
import type { Counted, RejectedRow, Sample } from '#shared/domain/sample.ts';
import { type Ticket, ticketIdSchema } from '#shared/domain/ticket.ts';
import { exposureOfCase } from '#shared/expose/exposure.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { proposeClaims } from '#shared/listing/propose.ts';
import { noConsequences } from '#shared/tickets/consequence-facts.ts';
import { factsOf } from '#shared/tickets/facts.ts';
import { fillTemplate } from '#shared/tickets/fill.ts';
import { createLeakGuard } from '#shared/tickets/leak-guard.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import { unfilled } from '#shared/tickets/unfilled.ts';
import { sourceOf } from '../fixtures/byte-source.ts';
import { joined } from '../fixtures/bytes.ts';
import { generateEcommerceSample } from '../fixtures/ecommerce-sample.ts';
import { readSound } from '../fixtures/read-whole.ts';
import { shapedColumns } from '../fixtures/shaped-columns.ts';

/* The line end to end without an engine: bytes of a SYNTHETIC sample and the bundled listing go in, a reply comes out. */

const now = instantOf(Date.UTC(2026, 2, 20, 9, 30));
const stamps = firstRevision(now);
const uuid = (n: number): string => `01890a5d-ac96-774b-bcce-${String(n).padStart(12, '0')}`;
const records = 12_000;

type Table = {
  readonly header: readonly string[];
  readonly columns: readonly (readonly string[])[];
  readonly rows: number;
  readonly rejected: readonly RejectedRow[];
};

/** Reads bytes as a file is read: examined by its head, pushed in pieces that end anywhere. */
async function read(bytes: Uint8Array): Promise<Table> {
  const [table] = (await readSound(sourceOf(bytes, 99_991))).tables;
  if (table === undefined) {
    throw new Error('No table was read.');
  }
  const { columns: header, rows, rejected } = table;
  return {
    ...{ header, rejected, rows: rows.length },
    columns: header.map((_, at) => rows.map((cells) => cells[at] ?? '')),
  };
}

function figuresOf({ header, columns, rows }: Table): Counted<Pick<Sample, 'profiles' | 'combinations' | 'persons'>> {
  const detections = detectTable(
    header,
    columns.map((cells) => cells.slice(0, 2000)),
  );
  const profiler = createProfiler(detections.map(({ fieldType }) => fieldType));
  profiler.addBlock(rows, shapedColumns(columns));
  return {
    profiles: profiler.profiles(),
    combinations: profiler.combinations(),
    persons: profiler.persons('2026-11-25'),
  };
}

const listing = readFileSync(new URL('../../shared/packs/demo/seed-listing.txt', import.meta.url), 'utf8');
const caseId = caseIdSchema.parse(uuid(1));
const claims = proposeClaims(listing).map(
  ({ content, quote }, at): Claim => ({
    ...{ id: claimIdSchema.parse(uuid(100 + at)), caseId, evidenceId: evidenceIdSchema.parse(uuid(2)), content, quote },
    ...{ state: 'confirmed', ...stamps },
  }),
);
const table = await read(joined(generateEcommerceSample({ rows: records, seed: 41, quirks: true })));
const sample = {
  name: 'synthetic.csv',
  rows: table.rows,
  rejected: table.rejected.length,
  basis: { kind: 'whole' } as const,
  ...figuresOf(table),
};
const exposure = exposureOfCase([sample], claims);
const { rows: exposed } = exposure;
const ticket: Ticket = {
  ...{ id: ticketIdSchema.parse(uuid(3)), number: 7, caseId, subject: 'Is it real?', status: 'new' },
  ...{ requester: { name: 'Mei Example', address: 'mei@client.example' }, question: 'is-it-real', ...stamps },
};
const facts = factsOf({
  ...{ case: openCase(caseId, 'Alleged leak of orders', now), claims, samples: [sample], exposure, ticket, now },
  analyst: { name: 'Analyst One', address: 'analyst@leakdesk.example' },
  decision: null,
  consequences: noConsequences,
});
const source = templateFor('is-it-real').source.replaceAll(/\[\[[^\]]*\]\]/g, 'We cannot say more from this sample.');

function filledReply(): string {
  const filled = fillTemplate(source, facts);
  if (!filled.ok) {
    throw new Error(filled.error.message);
  }
  return filled.value.text;
}

describe('from the bytes of a sample to the words of a reply', () => {
  it('loses no record', () => {
    expect(table.rows + table.rejected.length).toBe(records);
    expect(table.columns.map(({ length }) => length)).toEqual(table.columns.map(() => table.rows));
  });

  it('sees the fields that the listing claims', () => {
    const claimed = exposed.filter((row) => row.claimed);
    expect(claimed.map(({ label }) => label).toSorted()).toEqual(
      ['Full name', 'Mobile number', 'Order number', 'PRC resident ID number', 'Price or amount'].toSorted(),
    );
    expect(claimed.filter(({ filled }) => filled === 0)).toEqual([]);
  });

  it('never counts more valid than filled, nor more filled than there are rows', () => {
    for (const { filled, valid } of exposed) {
      expect([valid <= filled, filled <= table.rows]).toEqual([true, true]);
    }
    const ids = exposed.find(({ fieldType }) => fieldType === 'cn-resident-id');
    // The made-up sample leaves some ids out, and masks some: filled but not valid.
    expect(ids?.valid).toBeLessThan(ids?.filled ?? 0);
    expect(ids?.filled).toBeLessThan(table.rows);
  });

  it('quotes the figures of the exposure, and no others', () => {
    const lines = filledReply().split('\n');
    for (const { label, filled, valid, distinct } of exposed) {
      const line = lines.find((words) => words.startsWith(`${label} `));
      const figures = [...(line ?? '').matchAll(/[\d,]+/g)].map(([figure]) => Number(figure.replaceAll(',', '')));
      expect([label, ...figures.slice(-3)]).toEqual([label, filled, valid, distinct]);
    }
    expect(filledReply()).toContain(`a sample of ${table.rows.toLocaleString('en')} rows`);
  });

  it('leaves nothing to fill once the analyst has said their part', () => {
    expect(unfilled(templateFor('is-it-real').source, facts).map(({ kind }) => kind)).toEqual(['prompt', 'prompt']);
    expect(unfilled(source, facts)).toEqual([]);
    expect(filledReply()).not.toMatch(/\{\{|\[\[/);
  });

  it('names the case, its marking, its ticket and who writes, but never the seller', () => {
    const reply = filledReply();
    for (const words of ['Alleged leak of orders', 'TLP:RED', 'LD-7', 'Dear Mei Example', 'Analyst One']) {
      expect(reply).toContain(words);
    }
  });

  it('holds no value of the sample, and is refused as soon as it holds one', () => {
    const reply = filledReply();
    const own = templateFor('is-it-real').source;
    const telling = ['realname', 'id_card', 'mobile', 'address'].map((name) => table.header.indexOf(name));
    const values = telling.flatMap((at) => table.columns[at] ?? []);
    const guard = createLeakGuard(reply, own);
    expect(values.filter((value) => guard.contains(value))).toEqual([]);
    for (const at of telling) {
      const planted = (table.columns[at] ?? []).find((value) => value.length >= 2 && !value.includes('*')) ?? '';
      expect(createLeakGuard(`${reply}\nFor example ${planted}.`, own).contains(planted)).toBe(true);
    }
  });
});
