import { hasHan } from './characters.ts';

/**
 * A header in the form in which aliases are compared: lower-case, without accents on Latin letters, without what stands in
 * brackets, and without blanks, quotes and punctuation.
 */
export function normaliseHeader(header: string): string {
  // The common case needs no folding.
  if (/^[a-z\d_ ]*$/.test(header)) {
    return header.replaceAll(/[_ ]/g, '');
  }
  const folded = header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC');
  const bare = folded.replaceAll(/[([【][^)\]】]*[)\]】]/g, '');
  const kept = bare.trim() === '' ? folded : bare;
  return kept.replaceAll(/[\s_\-."'`[\]()#:*\uFEFF/?!&,;№°【】]/g, '');
}

const placeholder = /^(?:(?:col(?:umn)?|field|fld|f|c|v|var|attr|unnamed|字段|列|未命名|カラム|필드)\d*|\d+|[a-z])$/;

/** True for a header that names nothing: `col1`, `Unnamed: 3`, `字段2`, a bare letter or number. */
export function isPlaceholder(header: string): boolean {
  const normalised = normaliseHeader(header);
  return normalised === '' || placeholder.test(normalised);
}

/** True for a header that was decoded wrongly beyond reading. */
export function isUnreadable(header: string): boolean {
  const odd = header.match(/[\u0080-\u00ff\u2013-\u203a\u0152-\u0178\uFFFD?]/g)?.length ?? 0;
  return odd * 5 >= header.length * 3;
}

// Windows-1252 differs from Latin-1 in 80–9F.
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function singleBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const special = windows1252.indexOf(text.charAt(at));
    if (code > 0xff && special < 0) {
      return null;
    }
    bytes[at] = code > 0xff ? 0x80 + special : code;
  }
  return bytes;
}

const utf8 = new TextDecoder('utf-8');
const gb18030 = new TextDecoder('gb18030');
const encoder = new TextEncoder();

function decoded(bytes: Uint8Array, decoder: TextDecoder): string {
  return decoder.decode(bytes).replaceAll('\uFFFD', '');
}

/** What a header may have said before its UTF-8 or GBK bytes were taken for Windows-1252. */
export function repairedHeaders(header: string): string[] {
  if (!/[\u0080-\u00ff]/.test(header)) {
    return [];
  }
  const bytes = singleBytes(header);
  return bytes === null ? [] : [decoded(bytes, utf8), decoded(bytes, gb18030)].filter(hasHan);
}

/** How a Chinese name looks when its UTF-8 bytes are taken for GBK; what fits no character is left out. */
export function garbledName(name: string): string {
  return decoded(encoder.encode(name), gb18030);
}
