import { DomainHashes } from './domain-hashes.ts';
import { domainOfKey, HostFinder } from './hosts.ts';
import { KeyWriter, keysOfValue } from './look-up-key.ts';
import { SipHash } from './sip-hash.ts';

const keyBytes = 16;

/** Hears the hash of a value, or of a domain that is part of one, as two halves of 32 bits. */
export type HearHash = (low: number, high: number) => void;

/**
 * Hashes cells by their look-up keys under the key of one vault: without that key the hashes say nothing. A value and the
 * domains in it are hashed apart, so that an address cannot be taken for a domain.
 */
export class CellHasher {
  readonly #values: SipHash;
  readonly #domains: SipHash;
  readonly #ofHosts: DomainHashes;
  readonly #writer = new KeyWriter();
  readonly #host = new HostFinder();

  /** Takes the 32 bytes that the vault derives for fingerprints. */
  constructor(secret: Uint8Array) {
    this.#values = new SipHash(secret.subarray(0, keyBytes));
    this.#domains = new SipHash(secret.subarray(keyBytes, 2 * keyBytes));
    this.#ofHosts = new DomainHashes(this.#domains);
  }

  /** Hashes the cell in [start, end): first its value, then its domains. Answers false for a blank cell. */
  hashCell(bytes: Uint8Array, start: number, end: number, onValue: HearHash, onDomain: HearHash): boolean {
    const writer = this.#writer;
    writer.write(bytes, start, end);
    if (writer.length === 0) {
      return false;
    }
    this.#values.hash(writer.bytes, 0, writer.length);
    onValue(this.#values.low, this.#values.high);
    if (writer.mayNameHost && this.#host.find(writer.bytes, writer.length)) {
      this.#ofHosts.visit(writer.bytes, this.#host.start, this.#host.end, onDomain);
    }
    return true;
  }

  /** Names every hash under which a value that is looked up may be stored: its spellings, and itself as a domain. */
  hashesOf(value: string, onHash: HearHash): void {
    const encoder = new TextEncoder();
    for (const key of keysOfValue(value)) {
      const bytes = encoder.encode(key);
      this.#values.hash(bytes, 0, bytes.length);
      onHash(this.#values.low, this.#values.high);
      const domain = domainOfKey(key);
      if (domain !== null) {
        const host = encoder.encode(domain);
        this.#domains.hash(host, 0, host.length);
        onHash(this.#domains.low, this.#domains.high);
      }
    }
  }
}
