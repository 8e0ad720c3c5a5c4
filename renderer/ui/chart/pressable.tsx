import type { KeyboardEvent, ReactNode, SVGProps } from 'react';
import classes from './pressable.module.css';

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

function hear(event: KeyboardEvent<SVGGElement>, open: () => void): void {
  if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    open();
    return;
  }
  const step = steps[event.key];
  if (step !== undefined) {
    event.preventDefault();
    const marks = [...(event.currentTarget.ownerSVGElement?.querySelectorAll<SVGElement>('[data-mark]') ?? [])];
    marks[marks.indexOf(event.currentTarget) + step]?.focus();
  }
}

type PressableProps = {
  readonly label: string;
  /** The one mark of a chart that Tab reaches; the arrow keys move from it to the others. */
  readonly first: boolean;
  /** Null in a file, where nothing can be pressed. */
  readonly open: (() => void) | null;
  readonly children: ReactNode;
};

/** A mark of a chart that opens what is behind it, by pointer or key. */
export function Pressable({ label, first, open, children }: PressableProps): ReactNode {
  if (open === null) {
    return <g>{children}</g>;
  }
  // SVG has no button element: a group takes the part of one.
  const asButton: SVGProps<SVGGElement> = {
    role: 'button',
    onClick: open,
    onKeyDown: (event) => hear(event, open),
  };
  return (
    <g {...asButton} aria-label={label} data-mark="" tabIndex={first ? 0 : -1} className={classes['mark']}>
      <title>{label}</title>
      {children}
    </g>
  );
}
