import type { CheckId } from '#shared/domain/check.ts';
import { checks } from '#shared/verify/checks.ts';

/** What a check is called. */
export function checkTitle(id: CheckId): string {
  return checks.find((check) => check.id === id)?.title ?? id;
}

/** The question that a check answers. */
export function checkQuestion(id: CheckId): string {
  return checks.find((check) => check.id === id)?.question ?? '';
}
