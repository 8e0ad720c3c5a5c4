import { assertNever } from '#shared/lib/assert-never.ts';
import { err, type Result } from '#shared/lib/result.ts';
import { decodeListing, type ListingTextFailure, mostListingBytes } from '#shared/listing/decode-text.ts';

/** Why a file is no listing text. */
export type TextFailure =
  | ListingTextFailure
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** Reads a file as the text of a listing. */
export async function readText(file: File): Promise<Result<string, TextFailure>> {
  if (file.size > mostListingBytes) {
    return err({ kind: 'too-large', bytes: file.size });
  }
  try {
    return decodeListing(new Uint8Array(await file.arrayBuffer()));
  } catch (cause) {
    return err({ kind: 'unreadable', detail: String(cause) });
  }
}

/** Says what is wrong with a file, what was kept, and what to do. */
export function explainTextFailure(failure: TextFailure, name: string): string {
  const kept = 'Nothing was taken in; what you had typed is still here.';
  switch (failure.kind) {
    case 'empty':
      return `“${name}” has no text in it. ${kept} Open another file, or paste the post.`;
    case 'binary':
      return `“${name}” is not text but a binary file. ${kept} Paste the words of the post instead.`;
    case 'not-utf-8':
      return `“${name}” is not UTF-8 text. ${kept} Save it as UTF-8, or copy the text from the program that shows it.`;
    case 'too-large':
      return `“${name}” has ${Math.round(failure.bytes / 1_048_576)} MB; a listing has at most 4. ${kept} A sample is imported in its case, under Samples.`;
    case 'unreadable':
      return `“${name}” could not be read (${failure.detail}). ${kept}`;
    default:
      return assertNever(failure);
  }
}
