import type { ReactNode } from 'react';
import classes from './masked-value.module.css';

/** How a value is drawn: masked, revealed (shown in clear on purpose), or ordinary (never in need of a mask). */
export type Disclosure = 'masked' | 'revealed' | 'ordinary';

/** Stands where a cell has no value at all, so that it is told from an empty one. */
export function NullValue(): ReactNode {
  return <span className={classes['null']}>null</span>;
}

/** A value of a sample. Masked and revealed values look different from ordinary ones, and say so to a screen reader. */
export function MaskedValue({
  text,
  disclosure,
}: {
  readonly text: string;
  readonly disclosure: Disclosure;
}): ReactNode {
  return (
    <span
      className={classes['value']}
      data-disclosure={disclosure}
      title={disclosure === 'ordinary' ? undefined : disclosure}
    >
      {text}
    </span>
  );
}
