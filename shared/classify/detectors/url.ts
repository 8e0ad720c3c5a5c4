import { shareOf } from '../column-facts.ts';
import { defineDetector, reading } from '../detector.ts';

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}_-]{0,61}[\\p{L}\\p{N}\\p{M}])?';
const host = `${label}(?:\\.${label})*\\.?`;
const schemed = new RegExp(
  `^(?:https?|ftps?|wss?)://(?:[^\\s/@?#]+@)?(${host}|\\[[\\da-f:.]{2,45}\\])(?::(\\d{1,5}))?(?:[/?#]\\S*)?$`,
  'iu',
);
/** A host name alone ends in a word of letters, as top-level domains do. */
const bare = new RegExp(`^((?:${label}\\.)+(?:\\p{L}{2,24}|xn--[a-z\\d-]{2,59}))(?::(\\d{1,5}))?(?:[/?#]\\S*)?$`, 'iu');

function readUrl(value: string): string | null {
  if (value.length < 4 || value.length > 4096 || !/[.:]/.test(value) || value.includes('..')) {
    return null;
  }
  const match = value.includes('://') ? schemed.exec(value) : bare.exec(value);
  if (match === null) {
    return null;
  }
  const [, name = '', port = '0'] = match;
  if (Number(port) > 65_535) {
    return null;
  }
  // Scheme and host mean the same in small and capital letters; what follows them need not.
  const start = value.includes('://') ? value.indexOf('://') + 3 : 0;
  const at = value.indexOf(name, start) + name.length;
  return value.slice(0, at).toLowerCase() + value.slice(at);
}

/** Seen without a header: with a scheme, or with `www`. Names and files with a dot look like hosts. */
function isUnmistakable(value: string): boolean {
  return (value.includes('://') || /^www\./i.test(value)) && readUrl(value) !== null;
}

/**
 * Web addresses with a scheme, and host names with or without a path; the mask keeps the scheme only. Random letters and signs
 * have neither.
 */
export const url = defineDetector({
  fieldType: 'url',
  chance: 0.001,
  standsAlone: (facts) => shareOf(facts, isUnmistakable) >= 0.8,
  ...reading(readUrl),
  mask(value) {
    const scheme = /^(?:[a-z]+:\/\/|www\.)/i.exec(value);
    return `${scheme?.[0] ?? ''}******`;
  },
});
