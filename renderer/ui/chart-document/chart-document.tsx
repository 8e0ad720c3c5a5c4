import { Button, Group, Stack, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { type ReactNode, useContext, useId, useState } from 'react';
import { chartFont, type DrawChart, type OpenMark, screenLook } from '../chart/paper.ts';
import { TlpLabel } from '../tlp-label/tlp-label.tsx';
import classes from './chart-document.module.css';
import { type ChartFacts, factsAsCsv, fileNameOf, outgoingWords } from './chart-facts.ts';
import { type ChartFile, ChartSaving, type SaveChart } from './chart-file.ts';
import { drawPng, drawSvg } from './draw-file.tsx';
import { NumbersTable } from './numbers-table.tsx';

const forms = ['svg', 'png', 'csv'] as const;
type Form = (typeof forms)[number];

async function fileOf(facts: ChartFacts, draw: DrawChart, form: Form): Promise<ChartFile> {
  const suggestedName = fileNameOf(facts, form);
  const named = { title: facts.title, suggestedName, words: outgoingWords(facts, suggestedName) };
  switch (form) {
    case 'svg':
      return { ...named, form, text: drawSvg(facts, draw) };
    case 'png':
      return { ...named, form, bytes: await drawPng(drawSvg(facts, draw)) };
    case 'csv':
      return { ...named, form, text: factsAsCsv(facts) };
  }
}

async function exportChart(save: SaveChart, facts: ChartFacts, draw: DrawChart, form: Form): Promise<void> {
  try {
    await save(await fileOf(facts, draw, form));
  } catch (cause) {
    notifications.show({
      color: 'orange',
      title: 'The chart was not exported',
      message: `${cause instanceof Error ? cause.message : String(cause)} Nothing was written. Try another form.`,
    });
  }
}

function ExportButtons({ facts, draw }: { readonly facts: ChartFacts; readonly draw: DrawChart }): ReactNode {
  const save = useContext(ChartSaving);
  const [isBusy, setBusy] = useState(false);
  return (
    save !== null && (
      <Group gap={4} role="group" aria-label={`Export “${facts.title}”`}>
        {forms.map((form) => (
          <Button
            key={form}
            variant="default"
            size="compact-xs"
            title={`Export as ${form.toUpperCase()}`}
            disabled={isBusy}
            onClick={() => {
              setBusy(true);
              void exportChart(save, facts, draw, form).finally(() => setBusy(false));
            }}
          >
            {form.toUpperCase()}
          </Button>
        ))}
      </Group>
    )
  );
}

type ChartDocumentProps = {
  readonly facts: ChartFacts;
  readonly draw: DrawChart;
  /** What a press on a mark opens; null where a mark has nothing behind it. */
  readonly open: OpenMark | null;
  /** What the table of the numbers is called. */
  readonly tableLabel: string;
  /** Whether the numbers are in sight from the beginning. */
  readonly isTableOpen?: boolean;
};

/**
 * A chart with what makes it a document: title, n, date, marking, notes, its numbers as a table, and its export as SVG, PNG
 * or CSV. `draw` draws it on the screen and, in light colours, in the file.
 */
export function ChartDocument({ facts, draw, open, tableLabel, isTableOpen = false }: ChartDocumentProps): ReactNode {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const [shown, setShown] = useState(isTableOpen);
  const id = useId();
  const drawing = width > 0 ? draw({ width, look: screenLook, open }) : null;
  return (
    <figure className={classes['document']} aria-labelledby={`${id}title`}>
      <Group justify="space-between" align="start" wrap="nowrap" mb="xs">
        <div>
          <Text fw={600} id={`${id}title`}>
            {facts.title}
          </Text>
          <Text size="xs" c="dimmed">
            {facts.n} · as of {facts.asOf}
          </Text>
        </div>
        <Group gap="sm" wrap="nowrap">
          <TlpLabel label={facts.marking} />
          <ExportButtons facts={facts} draw={draw} />
        </Group>
      </Group>
      <div ref={ref} className={classes['paper']}>
        {drawing !== null && (
          <svg width={width} height={drawing.height} fontFamily={chartFont}>
            <title>{facts.title}</title>
            {drawing.content}
          </svg>
        )}
      </div>
      <Stack gap="xs" align="start">
        {facts.notes.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
        <Button
          variant="default"
          size="compact-xs"
          aria-expanded={shown}
          aria-controls={`${id}numbers`}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide the numbers' : 'Show the numbers'}
        </Button>
      </Stack>
      <div id={`${id}numbers`}>{shown && <NumbersTable facts={facts} label={tableLabel} />}</div>
    </figure>
  );
}
