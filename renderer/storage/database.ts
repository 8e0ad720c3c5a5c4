import { Dexie, type EntityTable, type Table } from 'dexie';

/**
 * What the database holds of a record: the keys it is looked up by, and the rest as ciphertext. Keys are ids, counts and
 * times; no title, name, text, address or value is ever one of them.
 */
export type SealedRow = {
  readonly id: string;
  readonly caseId?: string;
  readonly sampleId?: string;
  readonly ticketId?: string;
  readonly updatedAt: string;
  readonly revision: number;
  readonly sealed: Uint8Array;
};

/** What is kept of a deleted record, so that a later team hub can replicate the deletion. */
export type Tombstone = { readonly id: string; readonly table: string; readonly deletedAt: string };

/** The passphrase's lock: how the key is derived, the wrapped data key, and the wrong tries since the last good one. */
export type VaultRow = {
  readonly id: 'vault';
  readonly version: 1;
  readonly kdf: {
    readonly algorithm: 'argon2id';
    readonly memoryKiB: number;
    readonly iterations: number;
    readonly parallelism: number;
    readonly salt: Uint8Array;
  };
  readonly wrappedKey: Uint8Array;
  readonly createdAt: string;
  readonly failedTries: number;
  readonly lastFailedAt: string | null;
};

/** The tables of sealed records. */
export type SealedTableName =
  | 'cases'
  | 'evidence'
  | 'claims'
  | 'samples'
  | 'blocks'
  | 'annotations'
  | 'tickets'
  | 'messages'
  | 'drafts'
  | 'listingDrafts'
  | 'auditEvents'
  | 'settings'
  | 'verdicts'
  | 'consequences'
  | 'ownFieldTypes';

/** The version of the tables below. Each later one comes with a named upgrade and its test. */
const currentVersion = 4;

/** Version 2 gives the checks of samples and the verdict on a case a table; what was stored before is not touched. */
const addVerdicts = { verdicts: 'id, caseId' } as const;

/** Version 3 gives what the analyst decides about a case's consequences a table; nothing that was stored is touched. */
const addConsequences = { consequences: 'id, caseId' } as const;

/** Version 4 gives the analyst's own field types a table; what was stored before is not touched. */
const addOwnFieldTypes = { ownFieldTypes: 'id' } as const;

class LeakdeskDatabase extends Dexie {
  declare readonly vault: EntityTable<VaultRow, 'id'>;
  declare readonly tombstones: EntityTable<Tombstone, 'id'>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      vault: 'id',
      tombstones: 'id, table',
      settings: 'id',
      cases: 'id',
      evidence: 'id, caseId',
      claims: 'id, caseId',
      samples: 'id, caseId',
      blocks: 'id, sampleId',
      annotations: 'id, caseId, sampleId',
      tickets: 'id, caseId',
      messages: 'id, ticketId',
      drafts: 'id',
      listingDrafts: 'id',
      auditEvents: 'id, caseId',
    });
    this.version(2).stores(addVerdicts);
    this.version(3).stores(addConsequences);
    this.version(currentVersion).stores(addOwnFieldTypes);
  }

  sealedRows(name: SealedTableName): Table<SealedRow, string> {
    return this.table(name);
  }
}

/** Dexie counts native versions in tenths. */
const nativeVersions = 10;

/** Refuses a database that a later Leakdesk has written, before anything of it is opened or altered. */
export async function refuseLaterVersion(): Promise<void> {
  const found = (await indexedDB.databases()).find(({ name }) => name === database.name);
  const version = Math.floor((found?.version ?? 0) / nativeVersions);
  if (version > currentVersion) {
    throw new Error(
      `This vault was written by a later Leakdesk (its version is ${version}, this program knows ${currentVersion}). Nothing was changed. Open it with the later one.`,
    );
  }
}

/** The one database of this profile. Only this folder knows that it exists. */
export const database = new LeakdeskDatabase('leakdesk');
