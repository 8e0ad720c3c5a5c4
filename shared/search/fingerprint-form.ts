import { z } from 'zod';
import { fieldTypeIdSchema } from '../domain/field-type-id.ts';
import type { BlockFilters, SampleSketches } from './fingerprints.ts';
import type { Sketch } from './sketch.ts';

/*
 * Encoded form: the byte length of a head (u32, little-endian), the head as JSON, padding up to a multiple of eight, then
 * the parts one after the other. The head tells what the parts are and how long each is.
 */

const lengthBytes = 4;

function padded(length: number): number {
  return (length + 7) & ~7;
}

function pack(head: unknown, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const start = padded(lengthBytes + text.length);
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, start));
  new DataView(packed.buffer).setUint32(0, text.length, true);
  packed.set(text, lengthBytes);
  let at = start;
  for (const part of parts) {
    packed.set(part, at);
    at += part.length;
  }
  return packed;
}

type Unpacked = { readonly head: unknown; readonly take: (length: number) => Uint8Array<ArrayBuffer> };

function unpack(packed: Uint8Array<ArrayBuffer>): Unpacked {
  const length = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(0, true);
  const head: unknown = JSON.parse(new TextDecoder().decode(packed.subarray(lengthBytes, lengthBytes + length)));
  let at = padded(lengthBytes + length);
  return {
    head,
    take: (count) => {
      at += count;
      return packed.subarray(at - count, at);
    },
  };
}

/** The filters of some blocks, each block by its number. */
export type FilterGroup = readonly { readonly block: number; readonly filters: BlockFilters }[];

const groupHeadSchema = z.array(
  z.object({ block: z.int(), filters: z.array(z.object({ column: z.int(), byteLength: z.int() })) }),
);

/** Packs the filters of some blocks for encryption. */
export function encodeFilters(group: FilterGroup): Uint8Array<ArrayBuffer> {
  const head = group.map(({ block, filters }) => ({
    block,
    filters: filters.map(({ column, filter }) => ({ column, byteLength: filter.length })),
  }));
  return pack(
    head,
    group.flatMap(({ filters }) => filters.map(({ filter }) => filter)),
  );
}

/** Unpacks what `encodeFilters` made; it has been authenticated by its cipher. */
export function decodeFilters(packed: Uint8Array<ArrayBuffer>): FilterGroup {
  const { head, take } = unpack(packed);
  return groupHeadSchema.parse(head).map(({ block, filters }) => ({
    block,
    filters: filters.map(({ column, byteLength }) => ({ column, filter: take(byteLength) })),
  }));
}

const sketchHeadSchema = z.object({ count: z.int(), isWhole: z.boolean() });
const sketchesHeadSchema = z.object({
  rows: sketchHeadSchema,
  types: z.array(sketchHeadSchema.extend({ fieldType: fieldTypeIdSchema })),
});

function headOf({ hashes, isWhole }: Sketch): z.infer<typeof sketchHeadSchema> {
  return { count: hashes.length, isWhole };
}

function bytesOf({ hashes }: Sketch): Uint8Array {
  return new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}

/** Packs the sketches of a sample for encryption. */
export function encodeSketches({ rows, types }: SampleSketches): Uint8Array<ArrayBuffer> {
  const head = { rows: headOf(rows), types: types.map(({ fieldType, sketch }) => ({ fieldType, ...headOf(sketch) })) };
  return pack(head, [bytesOf(rows), ...types.map(({ sketch }) => bytesOf(sketch))]);
}

/** Unpacks what `encodeSketches` made. */
export function decodeSketches(packed: Uint8Array<ArrayBuffer>): SampleSketches {
  const { head, take } = unpack(packed);
  const { rows, types } = sketchesHeadSchema.parse(head);
  const sketchOf = ({ count, isWhole }: z.infer<typeof sketchHeadSchema>): Sketch => ({
    hashes: new Float64Array(take(count * Float64Array.BYTES_PER_ELEMENT).slice().buffer),
    isWhole,
  });
  return { rows: sketchOf(rows), types: types.map((type) => ({ fieldType: type.fieldType, sketch: sketchOf(type) })) };
}
