import type { QuestionKind } from '../domain/ticket.ts';
import { type ReplyTemplate, replyTemplates } from '../packs/templates.ts';

/** The bundled reply for a kind of question. */
export function templateFor(question: QuestionKind): ReplyTemplate {
  const found = replyTemplates.find((template) => template.question === question);
  if (found === undefined) {
    throw new Error(`No reply template for ${question}`);
  }
  return found;
}
