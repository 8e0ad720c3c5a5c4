import type { QuestionKind } from '#shared/domain/ticket.ts';

/** What each kind of question is called. */
export const questionLabels: Readonly<Record<QuestionKind, string>> = {
  'is-it-real': 'Is it real?',
  'am-i-in-it': 'Am I in it?',
  'what-now': 'What must we do?',
  other: 'Something else',
};
