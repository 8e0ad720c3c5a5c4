import type { ByteText } from './byte-text.ts';

const maxRecordBytes = 1 << 20;

/** Adds a line to a record that is collected line by line, up to the limit of a record; false when it is over it. */
export function addLine(text: ByteText, bytes: Uint8Array, start: number, end: number): boolean {
  const isFirst = text.length === 0;
  const room = maxRecordBytes - text.length - (isFirst ? 0 : 1);
  if (room < 0) {
    return false;
  }
  if (!isFirst) {
    text.put(0x0a);
  }
  text.putBytes(bytes, start, Math.min(end, start + room));
  return end - start <= room;
}
