import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { database, refuseLaterVersion } from '../../renderer/storage/database.ts';

/** What each version of the database adds: its tables with their keys, as they were released. Never change an entry. */
const released: Readonly<Record<number, Readonly<Record<string, readonly string[]>>>> = {
  1: {
    vault: [],
    tombstones: ['table'],
    settings: [],
    cases: [],
    evidence: ['caseId'],
    claims: ['caseId'],
    samples: ['caseId'],
    blocks: ['sampleId'],
    annotations: ['caseId', 'sampleId'],
    tickets: ['caseId'],
    messages: ['ticketId'],
    drafts: [],
    listingDrafts: [],
    auditEvents: ['caseId'],
  },
  2: { verdicts: ['caseId'] },
  3: { consequences: ['caseId'] },
  4: { ownFieldTypes: [] },
};

/** The tests below that open a version from the one before it, by that version. Each upgrade adds its own. */
const covered: readonly number[] = [1, 2, 3, 4];

/** The tables of an open database, each with the names of its indexes. */
function tablesOf(opened: Dexie): Record<string, readonly string[]> {
  return Object.fromEntries(
    opened.tables.map(({ name, schema }) => [name, schema.indexes.map((index) => index.name).toSorted()]),
  );
}

/** The tables of a version: its own and those of all before it. */
function tablesUpTo(version: number): Record<string, readonly string[]> {
  const parts = Object.entries(released).filter(([number]) => Number(number) <= version);
  return Object.assign({}, ...parts.map(([, tables]) => tables));
}

function sorted(tables: Readonly<Record<string, readonly string[]>>): [string, readonly string[]][] {
  return Object.entries(tables).toSorted(([a], [b]) => a.localeCompare(b));
}

describe('the database', () => {
  it('has a test for every upgrade that it has', () => {
    expect(covered).toEqual(Array.from({ length: database.verno }, (_, at) => at + 1));
    expect(Object.keys(released).map(Number)).toEqual([...covered]);
  });

  it('is made from nothing, with the tables and keys of all versions', async () => {
    await Dexie.delete('leakdesk');
    await database.open();
    expect(sorted(tablesOf(database))).toEqual(sorted(tablesUpTo(database.verno)));
    for (const { schema } of database.tables) {
      expect([schema.primKey.name, schema.primKey.auto]).toEqual(['id', false]);
    }
    database.close();
  });

  it.each(covered)('keeps what a vault of version %i holds', async (version) => {
    await Dexie.delete('leakdesk');
    const earlier = new Dexie('leakdesk');
    const stores = Object.entries(tablesUpTo(version)).map(([table, keys]) => [table, ['id', ...keys].join(', ')]);
    earlier.version(version).stores(Object.fromEntries(stores));
    const row = {
      id: 'a',
      caseId: 'b',
      updatedAt: '2026-03-20T09:30:00.000Z',
      revision: 1,
      sealed: new Uint8Array([7]),
    };
    await earlier.table('claims').put(row);
    earlier.close();
    await database.open();
    expect(database.verno).toBe(Math.max(...covered));
    expect(await database.sealedRows('claims').where('caseId').equals('b').toArray()).toEqual([row]);
    database.close();
  });

  it.each([
    { upgrade: 'addVerdicts', from: 1, table: 'verdicts' },
    { upgrade: 'addConsequences', from: 2, table: 'consequences' },
    { upgrade: 'addOwnFieldTypes', from: 3, table: 'ownFieldTypes' },
  ] as const)('$upgrade: a vault of version $from gets an empty table of $table that can be written', async (added) => {
    await Dexie.delete('leakdesk');
    const earlier = new Dexie('leakdesk');
    earlier.version(added.from).stores({ vault: 'id', cases: 'id' });
    await earlier.open();
    earlier.close();
    await database.open();
    const rows = database.sealedRows(added.table);
    expect(await rows.toArray()).toEqual([]);
    const row = {
      id: 'v',
      caseId: 'c',
      updatedAt: '2026-03-20T09:30:00.000Z',
      revision: 1,
      sealed: new Uint8Array([7]),
    };
    await rows.put(row);
    expect(await rows.toArray()).toEqual([row]);
    database.close();
  });

  it('refuses a vault that a later Leakdesk wrote, and leaves it as it is', async () => {
    await Dexie.delete('leakdesk');
    const later = new Dexie('leakdesk');
    later.version(database.verno + 1).stores({ vault: 'id', cases: 'id', hub: 'id' });
    await later.table('cases').put({ id: 'a', sealed: new Uint8Array([7]) });
    later.close();
    await expect(refuseLaterVersion()).rejects.toThrow('written by a later Leakdesk');
    await later.open();
    expect(later.verno).toBe(database.verno + 1);
    expect(await later.table('cases').count()).toBe(1);
    later.close();
    await Dexie.delete('leakdesk');
    await expect(refuseLaterVersion()).resolves.toBeUndefined();
  });
});
