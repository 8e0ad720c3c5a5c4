import { err, ok, type Result } from '../lib/result.ts';

/** The largest text that is read as a listing, in bytes. */
export const mostListingBytes = 4 * 1024 * 1024;

/** Why bytes are no text of a listing. */
export type ListingTextFailure = { readonly kind: 'empty' | 'binary' | 'not-utf-8' };

/** Reads bytes as the UTF-8 text of a listing, strictly: what cannot be read faithfully is refused, and a byte order mark is kept. */
export function decodeListing(bytes: Uint8Array): Result<string, ListingTextFailure> {
  if (bytes.includes(0)) {
    return err({ kind: 'binary' });
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.trim() === '' ? err({ kind: 'empty' }) : ok(text);
  } catch {
    return err({ kind: 'not-utf-8' });
  }
}
