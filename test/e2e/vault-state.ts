import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';

/** What lies in a profile, as the page's origin sees it: each record with a digest of its ciphertext, and each file. */
export type VaultState = {
  readonly records: Readonly<Record<string, string>>;
  readonly files: readonly string[];
};

/** Reads the raw database and the folder of sample files, without any key. */
export async function vaultState(page: Page): Promise<VaultState> {
  const { rows, files } = await page.evaluate(async () => {
    function answered<T>(request: IDBRequest<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    const database = await answered(indexedDB.open('leakdesk'));
    // What was decided for a file's source is kept before its import begins.
    const tables = [...database.objectStoreNames].filter((name) => name !== 'settings');
    const found: [string, string][] = [];
    for (const table of tables) {
      const store = database.transaction(table).objectStore(table);
      for (const row of await answered<{ id: string; sealed?: Uint8Array }[]>(store.getAll())) {
        found.push([`${table}/${row.id}`, row.sealed === undefined ? '' : [...row.sealed].join()]);
      }
    }
    database.close();
    const names: string[] = [];
    const root = await navigator.storage.getDirectory();
    for await (const name of (await root.getDirectoryHandle('samples', { create: true })).keys()) {
      names.push(name);
    }
    return { rows: found, files: names.toSorted() };
  });
  const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
  return { records: Object.fromEntries(rows.map(([name, sealed]) => [name, digest(sealed)])), files };
}

/** The ids of one table's records. */
export function idsOf({ records }: VaultState, table: string): readonly string[] {
  return Object.keys(records).flatMap((name) => (name.startsWith(`${table}/`) ? [name.slice(table.length + 1)] : []));
}

/** The SHA-256 of a sample's block file. */
export async function blockFileDigest(page: Page, sampleId: string): Promise<string> {
  return page.evaluate(async (id) => {
    const root = await navigator.storage.getDirectory();
    const file = await (await (await root.getDirectoryHandle('samples')).getFileHandle(id)).getFile();
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }, sampleId);
}
