import type { ReactNode } from 'react';

/** How a mark is drawn, so that it is told apart without its colour. `outline` has no filling. */
export type MarkPattern = 'solid' | 'stripes' | 'dots' | 'cross' | 'outline';

/** The looks of a layer of a chart. */
export type MarkLook = { readonly color: string; readonly pattern: MarkPattern };

type PatternProps = MarkLook & { readonly id: string; readonly ground: string };

/** Defines the filling of a layer, to be used as `url(#id)`. */
export function PatternFill({ id, color, pattern, ground }: PatternProps): ReactNode {
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} fill={pattern === 'outline' ? ground : color} />
      {pattern === 'stripes' && <rect width={2} height={6} fill={ground} />}
      {pattern === 'dots' && <circle cx={3} cy={3} r={1.4} fill={ground} />}
      {pattern === 'cross' && <path d="M0 0H6M0 0V6" stroke={ground} strokeWidth={2} />}
    </pattern>
  );
}
