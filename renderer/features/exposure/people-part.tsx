import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Persons } from '#shared/domain/persons.ts';
import { countRestsOn } from '#shared/expose/basis.ts';
import { type PersonFigure, personFigureFrom } from '#shared/expose/person-figure.ts';
import { personRule, personsFor, personsInWords } from '#shared/expose/person-words.ts';
import { counted } from '#shared/lib/counted.ts';
import { drawRowChart } from '../../ui/chart/row-chart.tsx';
import { ChartDocument } from '../../ui/chart-document/chart-document.tsx';
import { ContextPanel } from '../../ui/frame/context-panel.tsx';
import type { ExposurePartProps } from './part.ts';
import { peopleChart, peopleFacts, specialByLaw } from './people-chart.ts';

type SpecialByLawProps = { readonly found: Persons; readonly open: (figure: PersonFigure) => void };

function SpecialByLaw({ found, open }: SpecialByLawProps): ReactNode {
  return (
    <div>
      <Text fw={600} size="sm">
        Special categories
      </Text>
      {found.specialByLaw.length === 0 ? (
        <Text size="sm">No column holds data that PIPL art. 28 or GDPR arts. 9 and 10 protect apart.</Text>
      ) : (
        found.specialByLaw.map(({ law, persons, rows }) => (
          <div key={law}>
            <Button variant="subtle" size="compact-sm" ml={-8} onClick={() => open(specialByLaw(law, found))}>
              {law}: {counted(personsFor(found, persons), 'person')}, {counted(rows, 'row')}
            </Button>
          </div>
        ))
      )}
      <Text size="xs" c="dimmed">
        Persons are those with a key; rows are all with a valid value. A child under 14 counts under PIPL by age alone,
        and opens with the others.
      </Text>
    </div>
  );
}

/** What a press on a figure opens, and why that is another count. */
function whatOpens({ isEstimate, examined }: Persons): string {
  const scaled = isEstimate ? `, scaled up from ${examined.toLocaleString('en')} of them` : '';
  return `Press a bar, or a figure in the table, to see the rows whose own values say so. Figures count persons${scaled}; what opens counts the stored rows, of which a person may have several.`;
}

/** Whose data a sample holds: distinct persons, where they are from, when they were born, and who is protected apart. */
export function PeoplePart({ of, sample, openPersons }: ExposurePartProps): ReactNode {
  const { persons: found } = sample;
  if (found === null) {
    return (
      <Text>
        This selection was drawn before persons were counted. Set the type of a column with names, IDs, phones or
        addresses anew, or read its file again under Samples: they are counted with it.
      </Text>
    );
  }
  if (found.examined === 0) {
    return (
      <Text>
        No row of this sample holds a key by which a person is recognised. {personRule} Open the sample and say what its
        columns hold.
      </Text>
    );
  }
  const chart = peopleChart(found);
  const open = (figure: PersonFigure): void => openPersons(sample.id, figure);
  const openMark = (key: string): void => {
    const figure = personFigureFrom(key);
    if (figure !== null) {
      open(figure);
    }
  };
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {personsInWords(found)}
      </Title>
      <Text size="sm">
        {countRestsOn(sample, found.rows)} {whatOpens(found)}
      </Text>
      <ChartDocument
        facts={peopleFacts({ of, sample, found, open })}
        draw={(paper) => drawRowChart(chart, paper)}
        open={openMark}
        tableLabel="Persons"
      />
      <ContextPanel>
        <Stack gap="sm">
          <div>
            <Text fw={600} size="sm">
              Who counts as a person
            </Text>
            <Text size="sm">{personRule}</Text>
            <Text size="sm">
              Landlines and login names are no keys: households share the one, and people have several of the other.
            </Text>
          </div>
          <SpecialByLaw found={found} open={open} />
        </Stack>
      </ContextPanel>
    </Stack>
  );
}
