import { useSyncExternalStore } from 'react';

/** One value for each key (a case, a sample) that outlives the screens which show it. */
export type LastingStore<Key, T> = {
  readonly get: (key: Key) => T;
  readonly set: (key: Key, value: T) => void;
  readonly use: (key: Key) => T;
};

/** Makes such a store; a key that nothing was set for has the `first` value. */
export function createLastingStore<Key, T>(first: T): LastingStore<Key, T> {
  const values = new Map<Key, T>();
  const listeners = new Set<() => void>();

  function get(key: Key): T {
    return values.get(key) ?? first;
  }

  function subscribe(tell: () => void): () => void {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }

  return {
    get,
    set: (key, value) => {
      values.set(key, value);
      for (const tell of listeners) {
        tell();
      }
    },
    use: (key) => useSyncExternalStore(subscribe, () => get(key)),
  };
}
