import { err, ok, type Result } from '../lib/result.ts';
import type { Fact } from './fact.ts';
import { calledNames, parseReply, renderReply, type SyntaxFailure, syntaxFailure } from './reply-engine.ts';

/** A reply as text, and the facts it depends on: those it shows and those its conditions ask for. */
export type FilledReply = { readonly text: string; readonly used: readonly string[] };

/**
 * Fills a draft with facts. What is not known shows as a place in double square brackets; `unfilled` lists such places.
 * @example fillTemplate('{{ case.tlp }}', facts)
 */
export function fillTemplate(source: string, facts: readonly Fact[]): Result<FilledReply, SyntaxFailure> {
  const known = new Set(facts.map(({ id }) => id));
  try {
    const templates = parseReply(source);
    const called = new Set(calledNames(templates).map(({ id }) => id));
    return ok({ text: renderReply(templates, facts), used: [...called].filter((id) => known.has(id)) });
  } catch (thrown) {
    return err(syntaxFailure(thrown));
  }
}
