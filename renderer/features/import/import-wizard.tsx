import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { type Dialect, dialectSchema } from '#shared/domain/dialect.ts';
import type { SampleId } from '#shared/domain/sample.ts';
import type { Examination } from '#shared/parse/examine-file.ts';
import { explainParseFailure } from '#shared/parse/outcome.ts';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import { useKeysWithin } from '../../ui/keys-within/use-keys-within.ts';
import { Problem } from '../../ui/problem/problem.tsx';
import type { WaitingFile } from './import-states.ts';
import { PreviewPane } from './preview-pane.tsx';
import { ReadingOptions } from './reading-options.tsx';
import { StoringOptions } from './storing-options.tsx';
import { TablePicker } from './table-picker.tsx';
import type { KnownFile } from './use-known-file.ts';
import type { Reading } from './use-reading.ts';
import { useFocusOnce, useWizard, type Wizard } from './use-wizard.ts';
import classes from './wizard.module.css';
import { WizardFacts } from './wizard-facts.tsx';

type OptionFacts = Pick<Examination, 'dialect' | 'encodings' | 'formats' | 'members'>;

/** What the options show: the last reading, or where there was none yet, what is decided. */
function optionFacts(reading: Reading | null, decided: Partial<Dialect>): OptionFacts {
  if (reading === null) {
    const bare = { format: 'csv', encoding: 'utf-8', separator: ',', hasHeader: true };
    return { dialect: dialectSchema.parse({ ...bare, ...decided }), encodings: [], formats: [], members: [] };
  }
  const { examination } = reading;
  return { ...examination, dialect: { ...examination.dialect, ...decided } };
}

type KnownNoticeProps = { readonly known: KnownFile; readonly openSample: (id: SampleId) => void };

function KnownNotice({ known, openSample }: KnownNoticeProps): ReactNode {
  const { evidence, samples } = known;
  const [first] = samples;
  const received = new Date(evidence.receivedAt).toLocaleString();
  return (
    <Alert color="petrol" variant="light" role="status" p="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          <b>This file is in the case already.</b> It has the same bytes (SHA-256) as “{evidence.name}”, taken in{' '}
          {received}. Importing it again adds another sample, read as below.
        </Text>
        {first !== undefined && (
          <Button variant="default" style={{ flexShrink: 0 }} onClick={() => openSample(first.id)}>
            Open the sample that is there
          </Button>
        )}
      </Group>
    </Alert>
  );
}

function titleOf({ replacing, incoming }: WaitingFile): string {
  return replacing === null ? `Import “${incoming.file.name}”` : `Read “${incoming.file.name}” anew`;
}

function importLabel(isAgain: boolean, isReplacing: boolean): string {
  if (isReplacing) {
    return 'Replace the sample';
  }
  return isAgain ? 'Import again' : 'Import';
}

function WizardHead({ waiting, wizard }: { readonly waiting: WaitingFile; readonly wizard: Wizard }): ReactNode {
  const { known, state, isReady, start, leave } = wizard;
  const begin = useRef<HTMLButtonElement>(null);
  useFocusOnce(begin, state.reading !== null && state.failure === null);
  return (
    <Group justify="space-between" wrap="nowrap">
      <Title order={2} size="h3" lineClamp={1}>
        {titleOf(waiting)}
      </Title>
      <Group gap="xs" wrap="nowrap">
        <Button variant="default" onClick={leave} title="Esc">
          Back
        </Button>
        <Button ref={begin} onClick={start} disabled={!isReady} title="Enter, or Ctrl+Enter from any field">
          {importLabel(known !== null, waiting.replacing !== null)}
        </Button>
      </Group>
    </Group>
  );
}

type WizardBodyProps = { readonly waiting: WaitingFile; readonly wizard: Wizard };

/** The preview, and below it how the file is read and which of its tables are taken. */
function WizardBody({ waiting, wizard }: WizardBodyProps): ReactNode {
  const { incoming, decided, replacing } = waiting;
  const { state, decide, disclose, tables, chooseTables, lookFurther } = wizard;
  const { reading, failure, isSlow } = state;
  const [chosen, show] = useState<string | null>(replacing?.table ?? null);
  const listed = reading?.preview.tables ?? [];
  const table = listed.find(({ name }) => name === chosen) ?? listed[0];
  const hasTables = listed.length > 1 || listed.some(({ name }) => name !== '');
  return (
    <>
      {failure !== null && (
        <Problem title="It cannot be read this way">{explainParseFailure(failure, incoming.file.name)}</Problem>
      )}
      {reading === null && failure === null && isSlow && <Loader size="sm" role="status" aria-label="Reading" />}
      {reading !== null && failure === null && (
        <PreviewPane
          reading={reading}
          table={table}
          isSlow={isSlow}
          disclose={disclose}
          chooseEncoding={(encoding) => decide({ ...decided, encoding })}
        />
      )}
      <div className={classes['options']}>
        <ReadingOptions
          examination={optionFacts(reading, decided)}
          decide={(change) => decide({ ...decided, ...change })}
          restart={decide}
        />
      </div>
      {hasTables && failure === null && (
        <TablePicker
          tables={listed}
          isWhole={reading?.preview.isWhole ?? true}
          choice={tables}
          choose={chooseTables}
          shown={table?.name ?? ''}
          show={show}
          lookFurther={lookFurther}
        />
      )}
    </>
  );
}

type ImportWizardProps = {
  readonly caseId: CaseId;
  readonly waiting: WaitingFile;
  readonly openSample: (id: SampleId) => void;
};

/** Shows what a file looks like before it is imported, and lets the analyst say how it is read and what is stored. */
export function ImportWizard({ caseId, waiting, openSample }: ImportWizardProps): ReactNode {
  const wizard = useWizard(caseId, waiting);
  const { state, known, storing, chooseStoring, decide, start, leave } = wizard;
  const { reading, failure, isCurrent } = state;
  const place = useRef<HTMLElement>(null);
  useKeysWithin(place, { finish: start, leave });
  return (
    <section ref={place} aria-label={titleOf(waiting)} aria-busy={!isCurrent}>
      <Stack gap="sm">
        <WizardHead waiting={waiting} wizard={wizard} />
        {known !== null && (
          <KnownNotice
            known={known}
            openSample={(id) => {
              leave();
              openSample(id);
            }}
          />
        )}
        <WizardBody waiting={waiting} wizard={wizard} />
        <StoringOptions choice={storing} choose={chooseStoring} />
      </Stack>
      {reading !== null && failure === null && (
        <ContextPanel>
          <WizardFacts
            reading={reading}
            isRemembered={waiting.isRemembered}
            source={waiting.source}
            guessAnew={() => decide({})}
          />
        </ContextPanel>
      )}
    </section>
  );
}
