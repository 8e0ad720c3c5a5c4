import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconScale } from '@tabler/icons-react';
import { type ReactNode, useContext, useState } from 'react';
import type { Case } from '#shared/domain/case.ts';
import { instantOf } from '#shared/domain/instant.ts';
import { type LawFacts, noLawFacts } from '#shared/domain/law.ts';
import type { LawFound } from '#shared/expose/case-law.ts';
import { runningAt } from '#shared/expose/clock-standing.ts';
import { changedFacts } from '#shared/expose/law-words.ts';
import { checkedBetween, limitName, regimes } from '#shared/packs/regimes.ts';
import { lawOfCase } from '../../storage/case-law.ts';
import { now } from '../../storage/clock-and-ids.ts';
import { useStored } from '../../storage/live.ts';
import { factsAsCsv, fileNameOf, outgoingWords } from '../../ui/chart-document/chart-facts.ts';
import { type ChartFile, ChartSaving } from '../../ui/chart-document/chart-file.ts';
import { useNow } from '../../ui/now/use-now.ts';
import { useReturnedFocus } from '../../ui/returned-focus/use-returned-focus.ts';
import { exportCalendar } from './export-calendar.ts';
import { LawClocks } from './law-clocks.tsx';
import { LawForm } from './law-form.tsx';
import { LawRegimes } from './law-regimes.tsx';
import { lawTable } from './law-table.ts';
import type { CasePartProps } from './part.ts';
import { useLawChanges } from './use-law-changes.ts';

type LawProps = { readonly law: LawFound; readonly change: (facts: LawFacts) => void };
type LeavingProps = LawProps & Pick<CasePartProps, 'of' | 'mayLeave'>;

function Facts({ law, change }: LawProps): ReactNode {
  const [isSetting, setSetting] = useState(false);
  const opener = useReturnedFocus(isSetting);
  const set = changedFacts(noLawFacts, law.facts, limitName);
  return (
    <Stack gap="xs" component="section" aria-label="Facts">
      <Group gap="sm">
        <Title order={2} size="h3">
          Facts
        </Title>
        {!isSetting && (
          <Button ref={opener} size="compact-sm" variant="default" onClick={() => setSetting(true)}>
            Set facts…
          </Button>
        )}
      </Group>
      {isSetting ? (
        <LawForm
          facts={law.facts}
          machineZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
          cancel={() => setSetting(false)}
          keep={(facts) => {
            change({ ...facts, done: law.facts.done });
            setSetting(false);
          }}
        />
      ) : (
        <Text size="sm">
          {set === ''
            ? 'Nothing is set yet. Until then the countries are those that the seller claims and the data shows, and no clock counts.'
            : `You have set: ${set}.`}
          {law.facts.role === 'processor' &&
            ' A processor would presumably have to tell its controller first; that is from memory, and counsel decides.'}
        </Text>
      )}
    </Stack>
  );
}

/** The laws and their time limits as a file of CSV. */
function tableFile(of: Case, law: LawFound): ChartFile {
  const facts = lawTable(of, law, now());
  const suggestedName = fileNameOf(facts, 'csv');
  const words = outgoingWords(facts, suggestedName);
  return { title: facts.title, suggestedName, words, form: 'csv', text: factsAsCsv(facts) };
}

function Clocks({ of, law, change, mayLeave }: LeavingProps): ReactNode {
  const at = instantOf(useNow());
  const running = runningAt(law.countdowns, at);
  const saveChart = useContext(ChartSaving);
  const save = async (): Promise<void> => {
    const message = await exportCalendar(of, running, mayLeave);
    if (message !== null) {
      notifications.show({ message });
    }
  };
  return (
    <Stack gap="xs" component="section" aria-label="Clocks">
      <Group gap="sm">
        <Title order={2} size="h3">
          Time limits, in {law.zone}
        </Title>
        <Button size="compact-sm" variant="default" disabled={running.length === 0} onClick={() => void save()}>
          Export calendar…
        </Button>
        {saveChart !== null && law.engaged.length > 0 && (
          <Button size="compact-sm" variant="default" onClick={() => void saveChart(tableFile(of, law))}>
            Export table…
          </Button>
        )}
      </Group>
      <LawClocks law={law} now={at} change={change} />
      <Text size="xs" c="dimmed">
        Hours count from the minute of the start. Days end with the day in this zone. Business days leave out Saturday
        and Sunday; public holidays are not known to Leakdesk, so that an end may in truth be later.
      </Text>
    </Stack>
  );
}

function Regimes({ law }: Pick<LawProps, 'law'>): ReactNode {
  const { engaged } = law;
  const others = regimes
    .filter(({ id }) => !engaged.some(({ regime }) => regime.id === id))
    .map((regime) => regime.law);
  return (
    <Stack gap="xs" component="section" aria-label="Laws">
      <Title order={2} size="h3">
        Laws
      </Title>
      {engaged.length === 0 ? (
        <Text size="sm">
          By what is known none of the pack’s laws would be engaged. Set the countries of the victim or of the people.
        </Text>
      ) : (
        <LawRegimes engaged={engaged} />
      )}
      {others.length > 0 && (
        <Text size="xs" c="dimmed">
          Nothing that is known points to: {others.join('; ')}. Laws that are not in the pack are not looked at.
        </Text>
      )}
    </Stack>
  );
}

type FoundProps = Pick<CasePartProps, 'of' | 'mayLeave'> & { readonly law: LawFound };

function Found({ of, law, mayLeave }: FoundProps): ReactNode {
  const change = useLawChanges(of.id, law.facts);
  return (
    <Stack gap="lg">
      <Alert variant="light" color="gray" icon={<IconScale aria-hidden size={18} />}>
        This is no legal advice. It says which laws would be engaged if what is known holds. They were checked between{' '}
        {checkedBetween}, each at its own date. Check the law on the day; counsel decides.
      </Alert>
      <Facts law={law} change={change} />
      <Clocks {...{ of, law, change, mayLeave }} />
      <Regimes law={law} />
    </Stack>
  );
}

/** Which laws a leak would engage, what they would ask and until when. */
export function LawPart({ of, mayLeave }: Pick<CasePartProps, 'of' | 'mayLeave'>): ReactNode {
  const law = useStored(() => lawOfCase(of), [of]);
  return law === undefined ? null : <Found of={of} law={law} mayLeave={mayLeave} />;
}
