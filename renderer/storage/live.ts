import { useLiveQuery } from 'dexie-react-hooks';

/** Reads stored records for a component and reads them again whenever they change; undefined until the first answer. */
export function useStored<T>(read: () => Promise<T>, dependencies: readonly unknown[]): T | undefined {
  // Dexie watches what is read after the first await only for a function that is itself async.
  return useLiveQuery(async () => await read(), [...dependencies]);
}
