import type { OriginalId } from '#shared/domain/evidence.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { decryptChunk, encryptChunk, sealedExtra } from './block-cipher.ts';
import { type BlockFile, newOriginalFile, removeOriginal, storedOriginal } from './block-file.ts';
import type { KeptOriginal } from './sample-worker-api.ts';

/** Every piece but the last has so many bytes, so that the place of each is known without a directory. */
const pieceBytes = 1 << 20;

/** Writes a file as it is received, encrypted piece by piece. */
export class OriginalWriter {
  readonly id: OriginalId;
  readonly #key: CryptoKey;
  readonly #piece = new Uint8Array(pieceBytes);
  #filled = 0;
  #pieces = 0;
  #file: BlockFile | null = null;

  constructor(id: OriginalId, key: CryptoKey) {
    this.id = id;
    this.#key = key;
  }

  /** Takes the next bytes of the file; they may be overwritten once it resolves. */
  async add(bytes: Uint8Array): Promise<void> {
    let taken = 0;
    while (taken < bytes.length) {
      const part = bytes.subarray(taken, taken + pieceBytes - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      taken += part.length;
      if (this.#filled === pieceBytes) {
        await this.#write();
      }
    }
  }

  /** Writes what is left, sees it on the disk and closes the file. */
  async finish(): Promise<void> {
    if (this.#filled > 0) {
      await this.#write();
    }
    this.#file?.flush();
    this.#close();
  }

  /** Leaves nothing of it. */
  async discard(): Promise<void> {
    this.#close();
    await removeOriginal(this.id);
  }

  async #write(): Promise<void> {
    const plain = this.#piece.subarray(0, this.#filled);
    const sealed = await encryptChunk(this.#key, { original: this.id, piece: this.#pieces }, plain);
    this.#file ??= await newOriginalFile(this.id);
    this.#file.append(...sealed);
    this.#pieces += 1;
    this.#filled = 0;
  }

  #close(): void {
    this.#file?.close();
    this.#file = null;
  }
}

/** A kept original as a source of the bytes that were received. */
export function originalSource({ original, name, size }: KeptOriginal, key: CryptoKey): ByteSource {
  const sealedBytes = pieceBytes + sealedExtra;

  async function piece(at: number): Promise<Uint8Array<ArrayBuffer>> {
    const stored = await storedOriginal(original);
    const sealed = await stored.slice(at * sealedBytes, (at + 1) * sealedBytes).arrayBuffer();
    try {
      return await decryptChunk(key, { original, piece: at }, new Uint8Array(sealed));
    } catch {
      throw new DOMException(`the copy that the vault keeps of it was changed after byte ${at * pieceBytes}`);
    }
  }

  async function slice(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const last = Math.min(end, size);
    const bytes = new Uint8Array(Math.max(0, last - start));
    for (let from = start; from < last; ) {
      const at = Math.floor(from / pieceBytes);
      const part = (await piece(at)).subarray(from - at * pieceBytes, last - at * pieceBytes);
      bytes.set(part, from - start);
      from = (at + 1) * pieceBytes;
    }
    return bytes;
  }

  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at * pieceBytes < size; at++) {
      yield await piece(at);
    }
  }

  return { name, byteLength: size, slice, chunks };
}
