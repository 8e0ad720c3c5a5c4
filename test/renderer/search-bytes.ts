const atOnce = 8192;

/** Bytes as a text of one character each: the quickest way to look for many texts in them. */
export function latin1Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += atOnce) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + atOnce)));
  }
  return pieces.join('');
}

/** The UTF-8 bytes of a text, one character each. */
export function latin1OfText(text: string): string {
  return latin1Of(new TextEncoder().encode(text));
}
