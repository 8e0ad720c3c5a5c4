import type { ReactNode } from 'react';
import classes from './interval-bar.module.css';

type IntervalBarProps = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The ends of the scale. */
  readonly from: number;
  readonly to: number;
  /** What the bar shows, in words. */
  readonly label: string;
};

const width = 320;
const height = 26;
const edge = 5;

/** A value as a mark on its scale, and the interval in which it lies as a bar around it. */
export function IntervalBar({ value, low, high, from, to, label }: IntervalBarProps): ReactNode {
  const span = to > from ? to - from : 1;
  const at = (number: number): number => {
    const share = Math.min(1, Math.max(0, (number - from) / span));
    return edge + share * (width - 2 * edge);
  };
  return (
    <svg className={classes['bar']} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line className={classes['scale']} x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} />
      <line className={classes['scale']} x1={edge} x2={edge} y1={6} y2={height - 6} />
      <line className={classes['scale']} x1={width - edge} x2={width - edge} y1={6} y2={height - 6} />
      <rect
        className={classes['interval']}
        x={at(low)}
        y={height / 2 - 5}
        width={Math.max(3, at(high) - at(low))}
        height={10}
        rx={2}
      />
      <line className={classes['value']} x1={at(value)} x2={at(value)} y1={4} y2={height - 4} />
    </svg>
  );
}
