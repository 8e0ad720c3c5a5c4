import { Splitter } from '@mantine/core';
import type { ReactNode } from 'react';
import { ContextPanelHome } from './context-panel.tsx';
import classes from './frame.module.css';

type FrameProps = {
  readonly rail: ReactNode;
  readonly statusLine: ReactNode;
  readonly panelWidth: number;
  readonly onPanelWidth: (width: number) => void;
  readonly children: ReactNode;
};

/** The one frame of every screen: rail at the left, work in the middle, context panel at the right, status line below. */
export function Frame({ rail, statusLine, panelWidth, onPanelWidth, children }: FrameProps): ReactNode {
  return (
    <div className={classes['frame']}>
      {rail}
      <Splitter
        className={classes['split'] ?? ''}
        lineSize={1}
        withHandle={false}
        onResizeEnd={(_handle, sizes) => onPanelWidth(Math.round(Number.parseFloat(String(sizes[1]))))}
      >
        <Splitter.Pane defaultSize={100} min={40} className={classes['pane'] ?? ''}>
          <main className={classes['work']}>{children}</main>
        </Splitter.Pane>
        <Splitter.Pane defaultSize={`${panelWidth}px`} min="220px" max="640px" className={classes['pane'] ?? ''}>
          <ContextPanelHome />
        </Splitter.Pane>
      </Splitter>
      {statusLine}
    </div>
  );
}
