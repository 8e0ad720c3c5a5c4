import { Button, Splitter, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { proposeClaims } from '#shared/listing/propose.ts';
import { bundledListing } from '../../platform/bundled-files.ts';
import { readPreferences, rememberPreferences } from '../../platform/preferences.ts';
import { keepListingDraft, listingDraft } from '../../storage/listing-drafts.ts';
import { openCaseFromListing, type ReceivedListing } from '../../storage/listings.ts';
import { useStored } from '../../storage/live.ts';
import { useAutosave } from '../../ui/autosave/use-autosave.ts';
import { FileDrop } from '../../ui/file-drop/file-drop.tsx';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import { Page } from '../../ui/page/page.tsx';
import { Problem } from '../../ui/problem/problem.tsx';
import classes from './listing.module.css';
import { ProposalPreview } from './proposal-preview.tsx';
import { explainTextFailure, readText } from './read-text.ts';

const pasted: ReceivedListing = { name: 'pasted text', text: '', bundled: false };

function NewCaseForm({ kept }: { readonly kept: string }): ReactNode {
  const navigate = useNavigate();
  const [listing, setListing] = useState({ ...pasted, text: kept });
  useAutosave(listing.bundled ? '' : listing.text, kept, keepListingDraft);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [settled] = useDebouncedValue(listing.text, 200);
  const proposals = useMemo(() => proposeClaims(settled), [settled]);
  const proposedTitle = proposals.find(({ content }) => content.kind === 'title')?.content.text ?? '';
  const title = (ownTitle ?? proposedTitle).trim();
  const ready = listing.text.trim() !== '' && title !== '';

  async function open(file: File, bundled: boolean): Promise<void> {
    const outcome = await readText(file);
    setProblem(outcome.ok ? null : explainTextFailure(outcome.error, file.name));
    if (outcome.ok) {
      setListing({ name: file.name, text: outcome.value, bundled });
    }
  }

  async function takeIn(): Promise<void> {
    if (!ready || busy) {
      return;
    }
    setBusy(true);
    try {
      const opened = await openCaseFromListing(title.slice(0, 300), listing, proposeClaims(listing.text));
      setListing(pasted);
      void navigate(`/cases/${opened.id}/listing`);
    } catch (cause) {
      setProblem(`The case was not opened (${String(cause)}). Nothing was written; your text is still here.`);
      setBusy(false);
    }
  }

  const form = useRef<HTMLDivElement>(null);
  useKeysWithin(form, {
    finish: () => void takeIn(),
    ...(listing.text === '' ? { leave: () => void navigate('/cases') } : {}),
  });

  const { listingSplit } = readPreferences();
  return (
    <Page
      title="New case from a listing"
      actions={
        <Button onClick={() => void takeIn()} disabled={!ready} loading={busy}>
          Take in the listing
        </Button>
      }
    >
      <Splitter
        className={classes['split'] ?? ''}
        lineSize={1}
        withHandle={false}
        ref={form}
        onResizeEnd={(_handle, sizes) => rememberPreferences({ listingSplit: Math.round(Number(sizes[0])) })}
      >
        <Splitter.Pane defaultSize={listingSplit} min={25} className={classes['pane'] ?? ''}>
          <Stack gap="sm" h="100%">
            {problem !== null && <Problem title="The file was not taken in">{problem}</Problem>}
            {listing.text === '' && (
              <FileDrop
                label="Drop a text file, or paste below"
                hint="The post or article that offers the data, as text. It is kept unchanged, with its SHA-256 and the time."
                accept=".txt,.md,.html,.eml,text/*"
                onFile={(file) => void open(file, false)}
              >
                <Button variant="default" onClick={() => void bundledListing().then((file) => open(file, true))}>
                  Use the bundled example
                </Button>
              </FileDrop>
            )}
            <Textarea
              label="Text of the listing"
              className={classes['text'] ?? ''}
              value={listing.text}
              onChange={(event) => setListing({ ...pasted, text: event.currentTarget.value })}
            />
          </Stack>
        </Splitter.Pane>
        <Splitter.Pane defaultSize={100 - listingSplit} min={25} className={classes['pane'] ?? ''}>
          <Stack gap="sm" pl="md">
            <TextInput
              label="Title of the case"
              description={ownTitle === null ? "Proposed from the listing's first line. Change it as you like." : null}
              value={ownTitle ?? proposedTitle}
              onChange={(event) => setOwnTitle(event.currentTarget.value)}
              maxLength={300}
            />
            {settled.trim() === '' ? (
              <Text size="sm" c="dimmed">
                What the text claims will stand here, each line beside the words it came from. You confirm or change
                every one in the next step.
              </Text>
            ) : (
              <ProposalPreview proposals={proposals} />
            )}
          </Stack>
        </Splitter.Pane>
      </Splitter>
    </Page>
  );
}

/** Where a case begins: the listing's text at the left, what Leakdesk reads in it at the right. What is typed is kept. */
export function NewCase(): ReactNode {
  const kept = useStored(listingDraft, []);
  return kept === undefined ? null : <NewCaseForm kept={kept} />;
}
