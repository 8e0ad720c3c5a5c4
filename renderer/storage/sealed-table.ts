import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { concatBytes, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import type { z } from 'zod';
import type { Instant } from '#shared/domain/instant.ts';
import { database, type SealedRow, type SealedTableName } from './database.ts';

const nonceLength = 24;
let recordKey: Uint8Array | null = null;

/** Gives the tables the key of the open vault. */
export function openSeal(key: Uint8Array): void {
  recordKey = key;
}

/** Takes the key away and wipes it. Every table refuses from then on. */
export function closeSeal(): void {
  recordKey?.fill(0);
  recordKey = null;
}

function key(): Uint8Array {
  if (recordKey === null) {
    throw new Error('The vault is locked.');
  }
  return recordKey;
}

/** Ties a ciphertext to its place, so that no record can be passed off as another one. */
function placeOf(table: SealedTableName, id: string, revision: number): Uint8Array {
  return utf8ToBytes(`leakdesk record v1|${table}|${id}|${revision}`);
}

type StoredRecord = { readonly id: string; readonly updatedAt: Instant; readonly revision: number };
type IndexKeys = Partial<Pick<SealedRow, 'caseId' | 'sampleId' | 'ticketId'>>;
type IndexName = keyof IndexKeys;

/** A table whose records are ciphertext at rest. Reading and writing are synchronous but for the database itself. */
export type SealedTable<R extends StoredRecord> = {
  readonly name: SealedTableName;
  readonly put: (record: R) => Promise<void>;
  readonly putMany: (records: readonly R[]) => Promise<void>;
  readonly get: (id: string) => Promise<R | undefined>;
  readonly all: () => Promise<R[]>;
  readonly where: (index: IndexName, value: string) => Promise<R[]>;
  /** The records that were made last, newest first; no other is decrypted. Ids must sort by time. */
  readonly latest: (count: number) => Promise<R[]>;
  /** The ids of all records; none of them is decrypted. */
  readonly ids: () => Promise<string[]>;
  /** The different values of an index; no record is decrypted. */
  readonly values: (index: IndexName) => Promise<string[]>;
  readonly remove: (id: string, now: Instant) => Promise<void>;
};

/** Builds the sealed table of one record type. `keysOf` names the ids the record is looked up by. */
export function sealedTable<R extends StoredRecord>(
  name: SealedTableName,
  schema: z.ZodType<R>,
  keysOf: (record: R) => IndexKeys = () => ({}),
): SealedTable<R> {
  const rows = database.sealedRows(name);

  function seal(record: R): SealedRow {
    const { id, updatedAt, revision } = record;
    const nonce = randomBytes(nonceLength);
    // What could not be read back must never be written.
    const plain = utf8ToBytes(JSON.stringify(schema.parse(record)));
    const cipher = xchacha20poly1305(key(), nonce, placeOf(name, id, revision));
    return { id, ...keysOf(record), updatedAt, revision, sealed: concatBytes(nonce, cipher.encrypt(plain)) };
  }

  function unseal(row: SealedRow): R {
    const nonce = row.sealed.subarray(0, nonceLength);
    const cipher = xchacha20poly1305(key(), nonce, placeOf(name, row.id, row.revision));
    const plain = cipher.decrypt(row.sealed.subarray(nonceLength));
    return schema.parse(JSON.parse(new TextDecoder().decode(plain)));
  }

  return {
    name,
    put: async (record) => {
      await rows.put(seal(record));
    },
    putMany: async (records) => {
      await rows.bulkPut(records.map(seal));
    },
    get: async (id) => {
      const row = await rows.get(id);
      return row === undefined ? undefined : unseal(row);
    },
    all: async () => (await rows.toArray()).map(unseal),
    where: async (index, value) => (await rows.where(index).equals(value).toArray()).map(unseal),
    latest: async (count) => (await rows.orderBy('id').reverse().limit(count).toArray()).map(unseal),
    ids: () => rows.toCollection().primaryKeys(),
    values: async (index) => (await rows.orderBy(index).uniqueKeys()).map(String),
    remove: async (id, now) => {
      await rows.delete(id);
      await database.tombstones.put({ id, table: name, deletedAt: now });
    },
  };
}

/** Runs writes to several tables as one step: either all of it is kept or none. Await nothing but tables inside. */
export function inOneStep<T>(
  tables: readonly { readonly name: SealedTableName }[],
  work: () => Promise<T>,
): Promise<T> {
  const all = [...tables.map(({ name }) => database.sealedRows(name)), database.sealedRows('auditEvents')];
  return database.transaction('rw', [...all, database.tombstones], work);
}
