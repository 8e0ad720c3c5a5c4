import type { ReactNode } from 'react';
import { tlpColors, tlpGround, tlpOtherColor } from './tlp-colors.ts';
import classes from './tlp-label.module.css';

/** A TLP 2.0 label in its standard colour on black (FIRST), never without its words. */
export function TlpLabel({ label }: { readonly label: string }): ReactNode {
  return (
    <span className={classes['label']} style={{ color: tlpColors[label] ?? tlpOtherColor, background: tlpGround }}>
      {label}
    </span>
  );
}
