import { visitDomains } from './hosts.ts';
import type { SipHash } from './sip-hash.ts';

const slots = 1024;

type Known = { readonly host: Uint8Array; readonly low: readonly number[]; readonly high: readonly number[] };

/** The hashes of the domains that hosts belong to. A leak has few of them, so those met last are remembered. */
export class DomainHashes {
  readonly #hash: SipHash;
  readonly #known = new Array<Known | undefined>(slots);

  constructor(hash: SipHash) {
    this.#hash = hash;
  }

  #hashesOf(host: Uint8Array): Known {
    const low: number[] = [];
    const high: number[] = [];
    visitDomains(host, (start) => {
      this.#hash.hash(host, start, host.length);
      low.push(this.#hash.low);
      high.push(this.#hash.high);
    });
    return { host, low, high };
  }

  /** Names the hash of each domain that the host in [start, end) belongs to. */
  visit(key: Uint8Array, start: number, end: number, onHash: (low: number, high: number) => void): void {
    const slot = slotOf(key, start, end);
    let known = this.#known[slot];
    if (known === undefined || !isSame(known.host, key, start, end)) {
      known = this.#hashesOf(key.slice(start, end));
      this.#known[slot] = known;
    }
    const { low, high } = known;
    for (let at = 0; at < low.length; at++) {
      onHash(low[at] ?? 0, high[at] ?? 0);
    }
  }
}

function slotOf(key: Uint8Array, start: number, end: number): number {
  let hash = 0;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ (key[at] ?? 0), 0x01000193);
  }
  return (hash ^ (hash >>> 16)) & (slots - 1);
}

function isSame(host: Uint8Array, key: Uint8Array, start: number, end: number): boolean {
  if (host.length !== end - start) {
    return false;
  }
  for (let at = 0; at < host.length; at++) {
    if (host[at] !== key[start + at]) {
      return false;
    }
  }
  return true;
}
