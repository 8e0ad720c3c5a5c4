import { v7 } from 'uuid';
import type { Dialect } from '#shared/domain/dialect.ts';
import { type OriginalId, originalIdSchema, type Sha256, sha256Schema } from '#shared/domain/evidence.ts';
import { openArchive } from '#shared/parse/archive.ts';
import type { ByteSource } from '#shared/parse/byte-source.ts';
import { textFormat } from '#shared/parse/formats.ts';
import { createFileHasher, type FileHasher } from './file-hasher.ts';
import { sourceOf } from './file-source.ts';
import { OriginalWriter } from './kept-original.ts';
import type { ImportProgress, ImportRequest } from './sample-worker-api.ts';

const pageBytes = 1 << 16;

/** Which parts of a file were read, in whatever order and however often. */
class ReadPages {
  readonly #pages: Uint8Array;
  readonly #byteLength: number;
  #read = 0;

  constructor(byteLength: number) {
    this.#byteLength = byteLength;
    this.#pages = new Uint8Array(Math.ceil(byteLength / pageBytes));
  }

  add(start: number, end: number): void {
    const last = Math.ceil(Math.min(end, this.#byteLength) / pageBytes);
    for (let page = Math.floor(start / pageBytes); page < last; page++) {
      this.#read += this.#pages[page] === 0 ? 1 : 0;
      this.#pages[page] = 1;
    }
  }

  get bytes(): number {
    return Math.min(this.#read * pageBytes, this.#byteLength);
  }
}

/** How a reader goes through a file: in order and once, or here and there, and how many of its bytes it will see. */
type Course = { readonly isInOrder: boolean; readonly bytes: number };

/** Foresees the reading: a text is taken as it is, an archive or a workbook here and there, of an archive one member. */
async function courseOf(source: ByteSource, { format, member }: Dialect): Promise<Course> {
  const archive = await openArchive(source);
  if (!archive.ok || archive.value === null) {
    return { isInOrder: archive.ok && textFormat(format) !== null, bytes: source.byteLength };
  }
  const chosen = archive.value.members.find(({ path }) => path === member);
  return { isInOrder: false, bytes: chosen?.packedLength ?? source.byteLength };
}

/** A file on its way in: every byte of it is hashed, and kept where that is wanted, before anything parses it. */
export class IncomingFile {
  /** The file for its reader. */
  readonly source: ByteSource;
  readonly #file: ByteSource;
  readonly #dialect: Dialect;
  readonly #hasher: FileHasher;
  readonly #original: OriginalWriter | null;
  readonly #pages: ReadPages;
  #taken = 0;
  #isTakenByReader = false;
  #bytesToRead: number;
  #phase: ImportProgress['phase'] = 'hashing';

  private constructor(file: ByteSource, dialect: Dialect, hasher: FileHasher, original: OriginalWriter | null) {
    this.#file = file;
    this.#dialect = dialect;
    this.#hasher = hasher;
    this.#original = original;
    this.#pages = new ReadPages(file.byteLength);
    this.#bytesToRead = file.byteLength;
    this.source = { ...file, slice: this.#slice, chunks: () => this.#chunks() };
  }

  static async open({ file, dialect, keepOriginal }: ImportRequest, key: CryptoKey): Promise<IncomingFile> {
    // What the vault keeps already is not kept twice.
    const isNew = keepOriginal && file instanceof File;
    const original = isNew ? new OriginalWriter(originalIdSchema.parse(v7()), key) : null;
    return new IncomingFile(sourceOf(file, key), dialect, await createFileHasher(), original);
  }

  /** Takes in the whole of a file that is not read in order; of any other nothing yet. Pauses after each chunk. */
  async *takeAhead(): AsyncGenerator<void, void> {
    const course = await courseOf(this.#file, this.#dialect);
    this.#isTakenByReader = course.isInOrder;
    if (!this.#isTakenByReader) {
      for await (const chunk of this.#file.chunks()) {
        await this.#take(chunk);
        yield;
      }
    }
    this.#bytesToRead = course.bytes;
    this.#phase = 'reading';
  }

  /** How far it is: how much of the file was hashed ahead, then how much its reader has seen of what it will read. */
  get progress(): Pick<ImportProgress, 'phase' | 'bytesRead' | 'totalBytes'> {
    const totalBytes = this.#bytesToRead;
    const bytesRead = this.#phase === 'hashing' ? this.#taken : Math.min(this.#pages.bytes, totalBytes);
    return { phase: this.#phase, bytesRead, totalBytes };
  }

  /** Its SHA-256 and the original that was kept, once every byte was taken. */
  async finish(): Promise<{ readonly sha256: Sha256; readonly original: OriginalId | null }> {
    if (this.#taken !== this.#file.byteLength) {
      throw new DOMException(`${this.#taken} of its ${this.#file.byteLength} bytes were read`);
    }
    const [sha256] = await Promise.all([this.#hasher.digest(), this.#original?.finish()]);
    return { sha256: sha256Schema.parse(sha256), original: this.#original?.id ?? null };
  }

  /** Keeps nothing of it. */
  async discard(): Promise<void> {
    this.#hasher.stop();
    await this.#original?.discard();
  }

  async #take(chunk: Uint8Array): Promise<void> {
    await this.#hasher.update(chunk);
    await this.#original?.add(chunk);
    this.#taken += chunk.byteLength;
  }

  #slice = (start: number, end: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (!this.#isTakenByReader) {
      this.#pages.add(start, end);
    }
    return this.#file.slice(start, end);
  };

  async *#chunks(): AsyncGenerator<Uint8Array> {
    let at = 0;
    for await (const chunk of this.#file.chunks()) {
      if (this.#isTakenByReader) {
        await this.#take(chunk);
      }
      this.#pages.add(at, at + chunk.byteLength);
      at += chunk.byteLength;
      yield chunk;
    }
  }
}
