import { Liquid, type Template } from 'liquidjs/dist/liquid.browser.mjs';
import type { Fact } from './fact.ts';

/** What a reply may use of Liquid: conditions, loops and filters that only shape text. Nothing reads a file or a clock. */
const allowedTags = new Set(['if', 'unless', 'case', 'for', 'break', 'continue', 'comment', '#']);
const allowedFilters = new Set([
  'default',
  'upcase',
  'downcase',
  'capitalize',
  'strip',
  'append',
  'prepend',
  'join',
  'truncate',
  'size',
]);

/** What stands in a text for a fact that is not known. It is written like a place for the analyst, so it is seen as one. */
const notKnown = '[[ not known yet ]]';

function keepOnly(record: Record<string, unknown>, allowed: ReadonlySet<string>): void {
  for (const name of Object.keys(record)) {
    if (!allowed.has(name)) {
      delete record[name];
    }
  }
}

function createEngine(): Liquid {
  const engine = new Liquid({
    strictFilters: true,
    // A name that no fact has is reported by `unfilled`; a preview must not vanish while the name is being typed.
    strictVariables: false,
    ownPropertyOnly: true,
    templates: {},
    parseLimit: 1_000_000,
    renderLimit: 2000,
    memoryLimit: 10_000_000,
    outputEscape: (value) => (value === null || value === undefined ? notKnown : String(value)),
  });
  keepOnly(engine.tags, allowedTags);
  keepOnly(engine.filters, allowedFilters);
  return engine;
}

const engine = createEngine();

/** Why a source cannot be read as a template. */
export type SyntaxFailure = { readonly kind: 'syntax'; readonly message: string; readonly line: number };

/** Turns what the engine threw into a failure with the line it points at (first line = 1). */
export function syntaxFailure(thrown: unknown): SyntaxFailure {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const line = Number(/, line:(\d+)/.exec(message)?.[1] ?? 1);
  return { kind: 'syntax', message: message.replace(/, (?:file:[^,]*, )?line:\d+, col:\d+$/, ''), line };
}

/** Reads a source. Throws what `syntaxFailure` explains. */
export function parseReply(source: string): Template[] {
  return engine.parse(source);
}

/** The facts as the nested names that templates use: `case.title` is the title in `case`. */
function scopeOf(facts: readonly Fact[]): object {
  const scope = new Map<string, Map<string, string | null>>();
  for (const { id, text } of facts) {
    const dot = id.indexOf('.');
    const group = scope.get(id.slice(0, dot)) ?? new Map<string, string | null>();
    scope.set(id.slice(0, dot), group.set(id.slice(dot + 1), text));
  }
  return Object.fromEntries([...scope].map(([name, group]) => [name, Object.fromEntries(group)]));
}

/** Writes the text of a reply. A fact goes in as it is: the engine reads a template once and never its values. */
export function renderReply(templates: Template[], facts: readonly Fact[]): string {
  return String(engine.renderSync(templates, scopeOf(facts)));
}

/** A name that a template calls, with the line and the column where it does (both from 1). */
export type CalledName = { readonly id: string; readonly row: number; readonly col: number };

/** Every name that a template calls, in outputs and in conditions, apart from those it makes itself. */
export function calledNames(templates: Template[]): CalledName[] {
  const { globals } = engine.analyzeSync(templates, { partials: false });
  return Object.values(globals)
    .flat()
    .map(({ segments, location }) => ({ id: segments.join('.'), row: location.row, col: location.col }));
}
