import { Spotlight } from '@mantine/spotlight';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { allCases } from '../storage/cases.ts';
import { useStored } from '../storage/live.ts';
import { allTickets } from '../storage/tickets.ts';
import { KeyHint } from '../ui/key-hint/key-hint.tsx';
import type { Command } from './commands.ts';
import classes from './palette.module.css';
import { useOfferedCommands } from './screen-commands.ts';

/** Ctrl+K: every command, every case and every ticket by a few letters of its name. */
export function Palette({ commands }: { readonly commands: readonly Command[] }): ReactNode {
  const navigate = useNavigate();
  const cases = useStored(allCases, []) ?? [];
  const tickets = useStored(allTickets, []) ?? [];
  const ofScreen = useOfferedCommands();
  const offered = commands.filter(({ id }) => id !== 'palette');
  const actions = [
    ...ofScreen.map(({ id, label, run }) => ({ id, label, group: 'On this screen', onClick: run })),
    ...offered.map(({ id, label, group, keys, run }) => ({
      ...{ id, label, group, onClick: run },
      rightSection: keys === null ? null : <KeyHint keys={keys} />,
    })),
    ...cases.map(({ id, title }) => ({
      id,
      label: title,
      group: 'Cases',
      onClick: () => void navigate(`/cases/${id}`),
    })),
    ...tickets.map(({ id, number, subject }) => ({
      ...{ id, label: `LD-${number} ${subject}`, group: 'Tickets' },
      onClick: () => void navigate(`/tickets/${id}`),
    })),
  ];
  const groups = [...new Set(actions.map(({ group }) => group))];
  return (
    <Spotlight
      shortcut={null}
      title="Command palette"
      classNames={{ header: classes['name'] ?? '' }}
      limit={30}
      scrollable
      highlightQuery
      nothingFound="Nothing has these letters."
      searchProps={{ placeholder: 'Command, case or ticket…', 'aria-label': 'Command, case or ticket' }}
      actions={groups.map((group) => ({ group, actions: actions.filter((action) => action.group === group) }))}
    />
  );
}
