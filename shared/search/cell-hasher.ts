import { type ColumnChunk, nullCell } from '../kernel/column-chunk.ts';
import { type HashCells, hashState } from '../kernel/kernels.ts';
import { DomainHashes } from './domain-hashes.ts';
import { domainOfKey, HostFinder } from './hosts.ts';
import { KeyWriter, keysOfValue } from './look-up-key.ts';
import { SipHash } from './sip-hash.ts';

const keyBytes = 16;

/** The cells of a column: their bytes end to end, and the length of each. */
type Cells = Pick<ColumnChunk, 'bytes' | 'lengths'>;

/** Hears the hash of a value, or of a domain that is part of one, as two halves of 32 bits, and the row it stands in. */
type HearHash = (low: number, high: number, row: number) => void;

/**
 * Hashes cells by their look-up keys under the key of one vault: without that key the hashes say nothing. A value and the
 * domains in it are hashed apart, so that an address cannot be taken for a domain.
 */
export class CellHasher {
  readonly #values: SipHash;
  readonly #domains: SipHash;
  readonly #ofHosts: DomainHashes;
  readonly #key: Uint8Array;
  readonly #fast: HashCells | null;
  readonly #writer = new KeyWriter();
  readonly #host = new HostFinder();

  /** Takes the 32 bytes that the vault derives for fingerprints, and the kernel where there is one. */
  constructor(secret: Uint8Array, fast: HashCells | null = null) {
    this.#key = secret.subarray(0, keyBytes);
    this.#fast = fast;
    this.#values = new SipHash(secret.subarray(0, keyBytes));
    this.#domains = new SipHash(secret.subarray(keyBytes, 2 * keyBytes));
    this.#ofHosts = new DomainHashes(this.#domains);
  }

  /** Hashes a column, row by row: of each cell that is not blank first its value, then its domains. */
  hashColumn(cells: Cells, onValue: HearHash, onDomain: HearHash): void {
    const hashed = this.#fast?.(cells, this.#key) ?? null;
    const { bytes, lengths } = cells;
    let start = 0;
    for (let row = 0; row < lengths.length; row++) {
      const length = lengths[row] ?? nullCell;
      if (length !== nullCell && length > 0) {
        const end = start + length;
        const state = hashed?.states[row] ?? hashState.twin;
        if (hashed === null || state === hashState.twin) {
          this.#hashCell(bytes, start, end, row, onValue, onDomain);
        } else {
          this.#tell(hashed, row, onValue);
        }
        if (state === hashState.host) {
          this.#hashHosts(bytes, start, end, row, onDomain);
        }
        start += length;
      }
    }
  }

  #hashCell(bytes: Uint8Array, start: number, end: number, row: number, onValue: HearHash, onDomain: HearHash): void {
    const writer = this.#writer;
    writer.write(bytes, start, end);
    if (writer.length === 0) {
      return;
    }
    this.#values.hash(writer.bytes, 0, writer.length);
    onValue(this.#values.low, this.#values.high, row);
    this.#visitHosts(row, onDomain);
  }

  #tell({ hashes }: ReturnType<HashCells>, row: number, onValue: HearHash): void {
    onValue(hashes[row * 2] ?? 0, hashes[row * 2 + 1] ?? 0, row);
  }

  #hashHosts(bytes: Uint8Array, start: number, end: number, row: number, onDomain: HearHash): void {
    this.#writer.write(bytes, start, end);
    this.#visitHosts(row, onDomain);
  }

  #visitHosts(row: number, onDomain: HearHash): void {
    const writer = this.#writer;
    if (writer.mayNameHost && this.#host.find(writer.bytes, writer.length)) {
      this.#ofHosts.visit(writer.bytes, this.#host.start, this.#host.end, (low, high) => onDomain(low, high, row));
    }
  }

  /** Names every hash under which a value that is looked up may be stored: its spellings, and itself as a domain. */
  hashesOf(value: string, onHash: (low: number, high: number) => void): void {
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
