import { Button, Group, Select, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type CaseId, caseIdSchema } from '#shared/domain/case.ts';
import { mailboxSchema, questionKindSchema } from '#shared/domain/ticket.ts';
import { guessQuestion } from '#shared/tickets/question.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { receiveRequest } from '../../storage/tickets.ts';
import { FileDrop } from '../../ui/file-drop/file-drop.tsx';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import { Page } from '../../ui/page/page.tsx';
import { Problem } from '../../ui/problem/problem.tsx';
import { questionLabels } from './question-labels.ts';
import { type TakenIn, takeInMail } from './take-in-mail.ts';

const outcomes: Readonly<Record<TakenIn['outcome'], string>> = {
  opened: 'The mail opened a new ticket.',
  added: 'The mail answers a ticket that was here: it was added to it.',
  known: 'This mail was taken in before; nothing was added.',
};

const questions = questionKindSchema.options.map((value) => ({ value, label: questionLabels[value] }));

type HandFormProps = { readonly caseId: CaseId | null };

function HandForm({ caseId }: HandFormProps): ReactNode {
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [subject, setSubject] = useState('');
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const requester = mailboxSchema.safeParse({ name: name.trim(), address: address.trim() });
  const question = questionKindSchema.parse(chosen ?? guessQuestion(subject, text));
  const ready = requester.success && subject.trim() !== '';

  const form = useRef<HTMLFormElement>(null);
  useKeysWithin(form, { finish: () => void open() });

  async function open(): Promise<void> {
    setTried(true);
    if (!requester.success || !ready) {
      return;
    }
    const message = {
      ...{ to: null, replyTo: requester.data, text, attachments: [], date: now() },
      threading: { messageId: null, inReplyTo: null, references: [] },
    };
    const ticket = await receiveRequest({
      caseId,
      subject: subject.trim(),
      requester: requester.data,
      question,
      message,
    });
    void navigate(`/tickets/${ticket.id}`);
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Stack gap="sm" maw={620}>
        <Group grow align="flex-start">
          <TextInput label="Client's name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput
            label="Client's mail address"
            type="email"
            required
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={tried && !requester.success ? 'Write an address such as name@company.example.' : null}
          />
        </Group>
        <TextInput
          label="Subject"
          required
          value={subject}
          onChange={(event) => setSubject(event.currentTarget.value)}
          error={tried && subject.trim() === '' ? 'Say in a few words what it is about.' : null}
        />
        <Textarea
          label="What the client asks"
          autosize
          minRows={5}
          maxRows={14}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Select
          label="Kind of question"
          data={questions}
          value={question}
          allowDeselect={false}
          onChange={setChosen}
          maw={280}
        />
        <Group>
          <Button type="submit" size="sm">
            Open ticket
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Takes in a client's question: from an .eml file, or written down by hand. */
export function NewTicket(): ReactNode {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [problem, setProblem] = useState<string | null>(null);
  const given = caseIdSchema.safeParse(search.get('case'));
  const caseId = given.success ? given.data : null;

  async function open(file: File): Promise<void> {
    const outcome = await takeInMail(file, caseId);
    setProblem(outcome.ok ? null : outcome.error);
    if (outcome.ok) {
      notifications.show({ message: outcomes[outcome.value.outcome] });
      void navigate(`/tickets/${outcome.value.ticketId}`);
    }
  }

  return (
    <Page title="New ticket">
      <Stack gap="lg">
        {problem !== null && <Problem title="The mail was not taken in">{problem}</Problem>}
        <FileDrop
          label="Drop the client's mail here"
          hint="An .eml file. Its text and threading are kept; attachments are named, not opened."
          accept=".eml,message/rfc822"
          onFile={(file) => void open(file)}
        />
        <Stack gap="sm">
          <Title order={2}>Or write it down by hand</Title>
          <HandForm caseId={caseId} />
        </Stack>
      </Stack>
    </Page>
  );
}
