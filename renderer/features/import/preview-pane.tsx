import { Button, Group, Loader, ScrollArea, Tabs, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Encoding } from '#shared/domain/dialect.ts';
import { counted } from '#shared/lib/counted.ts';
import type { PreviewedTable } from '../../platform/sample-worker.ts';
import { PreviewEncodings } from './preview-encodings.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { PreviewRejectedRecords, PreviewWorst } from './preview-worst.tsx';
import type { Reading } from './use-reading.ts';
import classes from './wizard.module.css';

type View = 'first' | 'worst' | 'rejected' | 'encodings';

function viewOf(name: string | null): View {
  return name === 'worst' || name === 'rejected' || name === 'encodings' ? name : 'first';
}

type PreviewPaneProps = {
  readonly reading: Reading;
  readonly table: PreviewedTable | undefined;
  readonly isSlow: boolean;
  readonly chooseEncoding: (encoding: Encoding) => void;
  readonly disclose: (isClear: boolean) => void;
};

function seen({ preview }: Reading, table: PreviewedTable | undefined): string {
  const rows = table?.rowsSeen ?? 0;
  return preview.isWhole ? counted(rows, 'row') : `${counted(rows, 'row')} in the part that was read`;
}

function Content({ view, reading, table, chooseEncoding }: PreviewPaneProps & { readonly view: View }): ReactNode {
  const { preview, isClear, examination } = reading;
  if (view === 'encodings' && preview.encodings !== null) {
    const chosen = examination.dialect.encoding;
    return <PreviewEncodings encodings={preview.encodings} chosen={chosen} isClear={isClear} choose={chooseEncoding} />;
  }
  if (view === 'worst' && preview.worst.length > 0) {
    return <PreviewWorst preview={preview} isClear={isClear} />;
  }
  if (view === 'rejected' && preview.rejected.seen > 0) {
    return <PreviewRejectedRecords preview={preview} isClear={isClear} />;
  }
  if (view !== 'first') {
    return (
      <Text size="sm" p="sm">
        Nothing here: every record that was read looks sound.
      </Text>
    );
  }
  return table === undefined ? (
    <Text size="sm" p="sm">
      No table was found this way. Choose another format or encoding below.
    </Text>
  ) : (
    <PreviewRows table={table} isClear={isClear} />
  );
}

/** What the file looks like as it is read now: first rows, worst rows, what would be rejected, encodings side by side. */
export function PreviewPane(props: PreviewPaneProps): ReactNode {
  const { reading, table, isSlow, disclose } = props;
  const { preview, isClear, examination } = reading;
  const isThin = !examination.encodingIsSure && preview.encodings !== null;
  const [chosen, setChosen] = useState<View | null>(null);
  const wanted = chosen ?? (isThin ? 'encodings' : 'first');
  const view = wanted === 'encodings' && preview.encodings === null ? 'first' : wanted;
  return (
    <section aria-label="Preview">
      <Group justify="space-between" wrap="nowrap" mb={6}>
        <Tabs variant="pills" value={view} onChange={(name) => setChosen(viewOf(name))}>
          <Tabs.List aria-label="What to look at">
            <Tabs.Tab value="first">First rows</Tabs.Tab>
            <Tabs.Tab value="worst">Worst rows ({preview.worst.length})</Tabs.Tab>
            <Tabs.Tab value="rejected">Rejected ({preview.rejected.seen.toLocaleString('en')})</Tabs.Tab>
            {preview.encodings !== null && <Tabs.Tab value="encodings">Encodings</Tabs.Tab>}
          </Tabs.List>
        </Tabs>
        <Group gap="xs" wrap="nowrap">
          {isSlow && <Loader size="xs" role="status" aria-label="Reading" />}
          <Text size="sm" c="dimmed" role="status">
            {seen(reading, table)}
          </Text>
          <Button variant="default" size="compact-sm" onClick={() => disclose(!isClear)}>
            {isClear ? 'Mask again' : 'Show in clear (logged)'}
          </Button>
        </Group>
      </Group>
      <ScrollArea className={classes['scroll'] ?? ''} viewportProps={{ tabIndex: 0 }} type="auto">
        <Content {...props} view={view} />
      </ScrollArea>
    </section>
  );
}
