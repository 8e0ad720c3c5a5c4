import { ByteText } from './byte-text.ts';

/** One property of a vCard: its name in lower case, what its parameters say of its type, and its value as text. */
export type VcardProperty = { readonly name: string; readonly types: string; readonly value: string };

const nameParts = ['family', 'given', 'additional', 'prefix', 'suffix'] as const;
const quotedPrintable = /=([\dA-Fa-f]{2})/g;
const escaped = /\\([\\,;:nN])/g;
/** Parameters of version 2.1 without a name that say how a value is written, and not what it is. */
const encodings = new Set(['quoted-printable', 'base64', '8bit', '7bit']);

/** The place of the colon between name and value, which may also stand in a quoted parameter; -1 when there is none. */
function colonOf(line: string): number {
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at];
    if (character === '"') {
      isQuoted = !isQuoted;
    } else if (character === ':' && !isQuoted) {
      return at;
    }
  }
  return -1;
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/** What quoted-printable stands for: bytes in the charset of the property. */
function decodeQuoted(text: string, charset: string): string {
  if (!text.includes('=')) {
    return text;
  }
  const bytes = new ByteText();
  let from = 0;
  for (const { 0: match, 1: hex = '', index } of text.matchAll(quotedPrintable)) {
    bytes.putText(text.slice(from, index));
    bytes.put(Number.parseInt(hex, 16));
    from = index + match.length;
  }
  bytes.putText(text.slice(from));
  return decoderOf(charset).decode(bytes.bytes.subarray(0, bytes.length));
}

/** Whether a line's value is in quoted-printable, where a `=` at the end of a line joins the next one. */
export function isQuotedPrintable(line: string): boolean {
  return /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
}

/** Splits a value at the semicolons that no backslash stands before, and takes the backslashes out of its parts. */
function partsOf(value: string): readonly string[] {
  const parts = value.match(/(?:\\[\s\S]|\\$|[^\\;])+|;/g) ?? [];
  const found = [''];
  for (const part of parts) {
    if (part === ';') {
      found.push('');
    } else {
      found[found.length - 1] = plain(part);
    }
  }
  return found;
}

function plain(value: string): string {
  return value.includes('\\')
    ? value.replace(escaped, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character))
    : value;
}

/** Reads an unfolded line `group.NAME;PARAMETER=…:value`; null when it is no such line. Values other than names stay whole. */
export function vcardProperty(line: string): VcardProperty | null {
  const colon = colonOf(line);
  const [qualified = '', ...parameters] = line.slice(0, Math.max(colon, 0)).split(';');
  const name = qualified
    .slice(qualified.lastIndexOf('.') + 1)
    .trim()
    .toLowerCase();
  if (colon < 0 || name === '') {
    return null;
  }
  const types: string[] = [];
  let charset = 'utf-8';
  for (const parameter of parameters) {
    const [key = '', value = ''] = parameter.split(/=(.*)/s);
    const folded = key.trim().toLowerCase();
    if (folded === 'charset') {
      charset = value.trim();
    } else if (folded === 'type') {
      types.push(value.replaceAll('"', '').toLowerCase());
    } else if (value === '' && folded !== '' && !encodings.has(folded)) {
      types.push(folded);
    }
  }
  const raw = line.slice(colon + 1);
  const value = parameters.length > 0 && isQuotedPrintable(line) ? decodeQuoted(raw, charset) : raw;
  return { name, types: types.join(','), value };
}

/** The cells of a property by the ends of their columns' names: a name by its parts, an address as one text. */
export function cellsOf({ name, value }: VcardProperty): readonly (readonly [string, string])[] {
  if (name === 'n') {
    const parts = partsOf(value);
    const rest = parts.slice(nameParts.length).join(';');
    return [...nameParts.map((part, k) => [`.${part}`, parts[k] ?? ''] as const), ['.rest', rest] as const].filter(
      ([, text]) => text !== '',
    );
  }
  if (name === 'adr' || name === 'org') {
    const parts = partsOf(value).map((part) => part.trim());
    return [['', parts.filter((part) => part !== '').join(', ')]];
  }
  return [['', plain(value)]];
}
