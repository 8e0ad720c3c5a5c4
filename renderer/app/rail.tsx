import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconFolder, IconLayoutDashboard, IconLock, IconMail, IconSearch, IconSettings } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { NavLink } from 'react-router';
import classes from './rail.module.css';

type Icon = ComponentType<{ readonly size: number; readonly stroke: number; readonly 'aria-hidden': boolean }>;
type Place = { readonly label: string; readonly path: string; readonly icon: Icon };

/** The rail shows what can be reached now; a station that is not built yet has no place on it. */
const places: readonly Place[] = [
  { label: 'Dashboard', path: '/dashboard', icon: IconLayoutDashboard },
  { label: 'Cases', path: '/cases', icon: IconFolder },
  { label: 'Tickets', path: '/tickets', icon: IconMail },
  { label: 'Search', path: '/search', icon: IconSearch },
];
const settings: Place = { label: 'Settings', path: '/settings', icon: IconSettings };

function RailLink({ place: { label, path, icon: Glyph } }: { readonly place: Place }): ReactNode {
  return (
    <NavLink to={path} className={classes['place'] ?? ''}>
      <Glyph size={20} stroke={1.6} aria-hidden />
      <span>{label}</span>
    </NavLink>
  );
}

/** The narrow rail at the left. */
export function Rail({ lock }: { readonly lock: () => void }): ReactNode {
  return (
    <nav className={classes['rail']} aria-label="Leakdesk">
      {places.map((place) => (
        <RailLink key={place.path} place={place} />
      ))}
      <span className={classes['gap']} />
      <RailLink place={settings} />
      <Tooltip label="Lock vault (Ctrl+L)" position="right">
        <UnstyledButton className={classes['place'] ?? ''} onClick={lock}>
          <IconLock size={20} stroke={1.6} aria-hidden />
          <span>Lock</span>
        </UnstyledButton>
      </Tooltip>
    </nav>
  );
}
