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
};

/** The tests below that open a version from the one before it, by that version. Each upgrade adds its own. */
const covered: readonly number[] = [1];

/** The tables of an open database, each with the names of its indexes. */
function tablesOf(opened: Dexie): Record<string, readonly string[]> {
  return Object.fromEntries(
    opened.tables.map(({ name, schema }) => [name, schema.indexes.map((index) => index.name).toSorted()]),
  );
}

function sorted(tables: Readonly<Record<string, readonly string[]>>): [string, readonly string[]][] {
  return Object.entries(tables).toSorted(([a], [b]) => a.localeCompare(b));
}

describe('the database', () => {
  it('has a test for every upgrade that it has', () => {
    expect(covered).toEqual(Array.from({ length: database.verno }, (_, at) => at + 1));
    expect(Object.keys(released).map(Number)).toEqual([...covered]);
  });

  it('version 1 is made from nothing, with its tables and keys', async () => {
    await Dexie.delete('leakdesk');
    await database.open();
    expect(database.verno).toBe(1);
    expect(sorted(tablesOf(database))).toEqual(sorted(released[1] ?? {}));
    for (const { schema } of database.tables) {
      expect([schema.primKey.name, schema.primKey.auto]).toEqual(['id', false]);
    }
    database.close();
  });

  it('version 1 keeps what a vault of version 1 holds', async () => {
    await Dexie.delete('leakdesk');
    const earlier = new Dexie('leakdesk');
    const stores = Object.entries(released[1] ?? {}).map(([table, keys]) => [table, ['id', ...keys].join(', ')]);
    earlier.version(1).stores(Object.fromEntries(stores));
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
    expect(await database.sealedRows('claims').where('caseId').equals('b').toArray()).toEqual([row]);
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
