import type { RejectedRow, RejectReason } from '../domain/sample.ts';
import { firstInvalidUtf8 } from '../kernel/utf8.ts';

/** How much of a record that is too long is kept, in bytes. */
const keptBytes = 1 << 16;

/**
 * The bytes of a record that is no row, as it is kept: whole, but of one that is too long only the beginning. Malformed
 * characters are the reason before any other, for they may well be the cause of it.
 */
export function rejectedText(
  bytes: Uint8Array,
  start: number,
  end: number,
  line: number,
  reason: RejectReason,
): RejectedRow {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  if (reason === 'too-long') {
    // Streaming leaves a character that the cut tore out of the text.
    return {
      line,
      reason,
      raw: decoder.decode(bytes.subarray(start, Math.min(end, start + keptBytes)), { stream: true }),
    };
  }
  const isSound = firstInvalidUtf8(bytes, start, end) < 0;
  return { line, reason: isSound ? reason : 'not-utf-8', raw: decoder.decode(bytes.subarray(start, end)) };
}
