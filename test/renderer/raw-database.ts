import { latin1Of, latin1OfText } from './search-bytes.ts';

/** One row as it lies in the database, whatever it holds. */
export type RawRow = { readonly table: string; readonly row: Readonly<Record<string, unknown>> };

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Runs work on a connection of its own, beside the app's: what it sees is what is stored. */
async function withConnection<T>(work: (connection: IDBDatabase) => Promise<T>): Promise<T> {
  const connection = await answerOf(indexedDB.open('leakdesk'));
  try {
    return await work(connection);
  } finally {
    connection.close();
  }
}

/** Every row of every table. */
export function rawRows(): Promise<readonly RawRow[]> {
  return withConnection(async (connection) => {
    const tables = [...connection.objectStoreNames];
    const reading = connection.transaction(tables, 'readonly');
    const all = tables.map(async (table) =>
      (await answerOf(reading.objectStore(table).getAll())).map((row: RawRow['row']) => ({ table, row })),
    );
    return (await Promise.all(all)).flat();
  });
}

/** The rows of one table. */
export async function rawRowsOf(table: string): Promise<readonly RawRow['row'][]> {
  return (await rawRows()).filter((found) => found.table === table).map(({ row }) => row);
}

/** Writes a row as somebody would who has the profile's files but not the key. */
export function forgeRow(table: string, row: RawRow['row']): Promise<void> {
  return withConnection(async (connection) => {
    await answerOf(connection.transaction(table, 'readwrite').objectStore(table).put(row));
  });
}

/** Everything a row holds, one character for each byte, so that a text can be looked for in it. */
function rowAsBytes(row: RawRow['row']): string {
  return Object.entries(row)
    .map(([name, value]) =>
      value instanceof Uint8Array ? latin1Of(value) : latin1OfText(`${name} ${JSON.stringify(value)}`),
    )
    .join('\n');
}

/** Those of the texts that can be read in the database without a key. */
export async function readableInDatabase(texts: readonly string[]): Promise<readonly string[]> {
  const rows = (await rawRows()).map(({ row }) => rowAsBytes(row));
  return texts.filter((text) => rows.some((row) => row.includes(latin1OfText(text))));
}
