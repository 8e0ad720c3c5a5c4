/** Elements whose content is no text for a reader. */
const hiddenElements = ['script', 'style', 'head', 'title', 'template', 'noscript', 'svg', 'object', 'iframe'];

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  copy: '©',
  reg: '®',
  euro: '€',
  pound: '£',
  yen: '¥',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
};
const lastCodePoint = 0x10ffff;

/** Cuts out everything from each opening to its closing, or to the end where it is never closed. */
function without(html: string, opening: RegExp, closing: string): string {
  const lower = html.toLowerCase();
  const parts: string[] = [];
  let at = 0;
  for (const { index } of lower.matchAll(opening)) {
    if (index < at) {
      continue;
    }
    parts.push(html.slice(at, index));
    const close = lower.indexOf(closing, index + 1);
    if (close < 0) {
      return parts.join('');
    }
    at = close + closing.length;
  }
  return parts.join('') + html.slice(at);
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) {
    return entities[name.toLowerCase()] ?? whole;
  }
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= lastCodePoint ? String.fromCodePoint(code) : '';
}

const block =
  /<\/?(?:p|div|br|tr|li|ul|ol|h[1-6]|table|blockquote|section|article|header|footer|pre|hr)(?=[\s/>])[^<>]{0,2000}>/gi;
const tag = /<[a-z/!?][^<>]{0,20000}>/gi;

/** The readable text of an HTML mail: blocks become lines; scripts, styles and every tag go. It is text, never markup. */
export function htmlToText(html: string): string {
  let shown = without(html, /<!--/g, '-->');
  for (const name of hiddenElements) {
    shown = without(shown, new RegExp(`<${name}(?=[\\s/>])`, 'g'), `</${name}>`);
  }
  return shown
    .replace(/\s+/g, ' ')
    .replace(block, '\n')
    .replace(tag, '')
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, decodeEntity)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
