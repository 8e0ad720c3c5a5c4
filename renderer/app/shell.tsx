import { spotlight } from '@mantine/spotlight';
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { caseIdSchema } from '#shared/domain/case.ts';
import type { MenuCommand } from '#shared/ipc/contract.ts';
import { CountSamples } from '../features/exposure/count-samples.tsx';
import { useIdleLock } from '../features/vault/use-idle-lock.ts';
import { onNotice } from '../platform/desk.ts';
import { readPreferences, rememberPreferences } from '../platform/preferences.ts';
import { useStored } from '../storage/live.ts';
import { currentSettings } from '../storage/settings.ts';
import { Frame } from '../ui/frame/frame.tsx';
import { anyJobRuns } from '../ui/jobs/jobs.ts';
import { isForScreen } from '../ui/list-keys/use-list-keys.ts';
import { CheatSheet } from './cheat-sheet.tsx';
import { type Command, commandOf } from './commands.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { lock } from './lock.ts';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import { Screens } from './screens.tsx';
import { StatusLine } from './status-line.tsx';

/** Asks before the window closes on running work; the main process puts the question. */
function guardUnload(event: BeforeUnloadEvent): void {
  if (anyJobRuns()) {
    event.preventDefault();
  }
}

/** `/`: into the search field of the screen, where it has one; else to the search, which starts from what is open here. */
function useSearchCommand(): () => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return useCallback(() => {
    const field = document.querySelector<HTMLElement>('[data-search]');
    if (field !== null) {
      field.focus();
      return;
    }
    const [, place, id] = pathname.split('/');
    const caseId = place === 'cases' ? caseIdSchema.safeParse(id).data : undefined;
    const sampleId = new URLSearchParams(search).get('sample');
    void navigate('/search', { state: { caseId: caseId ?? null, sampleId } });
  }, [navigate, pathname, search]);
}

function useCommands(showKeys: () => void): readonly Command[] {
  const navigate = useNavigate();
  const searchHere = useSearchCommand();
  return useMemo(() => {
    const go = (id: string, label: string, keys: string | null, path: string): Command => ({
      ...{ id, label, group: 'Go to', keys },
      run: () => void navigate(path),
    });
    return [
      { id: 'palette', label: 'Command palette', group: 'Leakdesk', keys: 'Mod+K', run: spotlight.open },
      { id: 'keys', label: 'Keyboard shortcuts', group: 'Leakdesk', keys: '?', run: showKeys },
      { id: 'search', label: 'Search…', group: 'Work', keys: '/', run: searchHere },
      { id: 'lock', label: 'Lock vault', group: 'Leakdesk', keys: 'Mod+L', run: () => void lock() },
      { ...go('new-case', 'New case from a listing', 'Mod+N', '/cases/new'), group: 'Work' },
      { ...go('new-ticket', 'New ticket', null, '/tickets/new'), group: 'Work' },
      go('dashboard', 'Dashboard', null, '/dashboard'),
      go('cases', 'Cases', null, '/cases'),
      go('tickets', 'Tickets', null, '/tickets'),
      go('settings', 'Settings', 'Mod+,', '/settings'),
    ];
  }, [navigate, showKeys, searchHere]);
}

/** Lets keys and the menu run commands, and locks when the machine sleeps. */
function useCommandSources(commands: readonly Command[]): void {
  useEffect(() => {
    function hear(event: KeyboardEvent): void {
      const command = commandOf(event, commands);
      if (command !== undefined && (event.ctrlKey || event.metaKey || isForScreen(event))) {
        event.preventDefault();
        command.run();
      }
    }
    window.addEventListener('keydown', hear);
    const endMenu = onNotice('menuCommand', (name: MenuCommand) => commands.find(({ id }) => id === name)?.run());
    const endLock = onNotice('lockNow', () => void lock());
    return () => {
      window.removeEventListener('keydown', hear);
      endMenu();
      endLock();
    };
  }, [commands]);
}

/** Everything an open vault shows: the frame, the screens, and what can be done from anywhere. */
export function Shell(): ReactNode {
  const [keysShown, setKeysShown] = useState(false);
  const showKeys = useCallback(() => setKeysShown(true), []);
  const commands = useCommands(showKeys);
  useCommandSources(commands);
  const settings = useStored(currentSettings, []);
  useIdleLock(settings?.idleMinutes ?? 10, lockNow);
  const { pathname } = useLocation();
  useEffect(() => {
    window.addEventListener('beforeunload', guardUnload);
    return () => window.removeEventListener('beforeunload', guardUnload);
  }, []);

  return (
    <>
      <Frame
        rail={<Rail lock={lockNow} />}
        statusLine={
          <ErrorBoundary quiet>
            <StatusLine />
          </ErrorBoundary>
        }
        panelWidth={readPreferences().contextPanelWidth}
        onPanelWidth={(contextPanelWidth) => rememberPreferences({ contextPanelWidth })}
      >
        <ErrorBoundary key={pathname}>
          <Screens />
        </ErrorBoundary>
      </Frame>
      <ErrorBoundary quiet>
        <Palette commands={commands} />
      </ErrorBoundary>
      <ErrorBoundary quiet>
        <CountSamples />
      </ErrorBoundary>
      <CheatSheet commands={commands} opened={keysShown} close={() => setKeysShown(false)} />
    </>
  );
}

function lockNow(): void {
  void lock();
}
