import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Draft } from '#shared/domain/draft.ts';
import type { QuestionKind, Ticket } from '#shared/domain/ticket.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import type { Unfilled } from '#shared/tickets/unfilled.ts';
import { keepDraft } from '../../storage/tickets.ts';
import { useAutosave } from '../../ui/autosave/use-autosave.ts';

/** The source of a reply in the making, kept as it is typed, and the ways to change it. */
export type ReplySource = {
  readonly source: string;
  readonly subject: string;
  readonly setSubject: (subject: string) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly setSource: (source: string) => void;
  readonly goTo: (place: Unfilled) => void;
  readonly insert: (factId: string) => void;
  readonly startOver: (question: QuestionKind) => void;
};

/** Begins with what was kept, or with the template for the client's question. */
export function useReplySource(ticket: Ticket, kept: Draft | null, proposedSubject: string): ReplySource {
  const before = kept?.source ?? '';
  const [source, setSource] = useState(before === '' ? templateFor(ticket.question).source : before);
  // Empty as long as the proposed one stands, which follows the case.
  const [ownSubject, setSubject] = useState(kept?.subject ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  useAutosave(source, before, (text) => keepDraft(ticket.id, { source: text }));
  useAutosave(ownSubject, kept?.subject ?? '', (words) =>
    keepDraft(ticket.id, { subject: words === '' ? null : words }),
  );
  const subject = ownSubject === '' ? proposedSubject : ownSubject;

  useEffect(() => {
    if (caret.current !== null && source !== '') {
      field.current?.setSelectionRange(caret.current, caret.current);
      caret.current = null;
    }
  }, [source]);

  function goTo({ start, end }: Unfilled): void {
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  }

  function insert(factId: string): void {
    const start = field.current?.selectionStart ?? source.length;
    const end = field.current?.selectionEnd ?? start;
    const words = `{{ ${factId} }}`;
    caret.current = start + words.length;
    setSource(source.slice(0, start) + words + source.slice(end));
    field.current?.focus();
  }

  function startOver(question: QuestionKind): void {
    const replaced = source;
    setSource(templateFor(question).source);
    notifications.show({
      message: (
        <Group justify="space-between">
          The draft was replaced by the template.
          <Button size="compact-xs" variant="default" onClick={() => setSource(replaced)}>
            Undo
          </Button>
        </Group>
      ),
    });
  }

  return { source, subject, field, setSource, setSubject, goTo, insert, startOver };
}
