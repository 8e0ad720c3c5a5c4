import type { ReactNode } from 'react';

type TextLinesProps = {
  readonly lines: readonly string[];
  readonly x: number;
  /** The base line of the first line, and how far below it the next one lies. */
  readonly y: number;
  readonly step: number;
  readonly fontSize: number;
  readonly fontWeight?: number;
  readonly fill: string;
};

/** A text in lines below one another. */
export function TextLines({ lines, x, y, step, ...look }: TextLinesProps): ReactNode {
  // The space is not seen, but keeps the words apart where the text is read or copied.
  const placed = lines.map((line, at) => ({ line: at < lines.length - 1 ? `${line} ` : line, y: y + at * step }));
  return (
    <text {...look}>
      {placed.map((one) => (
        <tspan key={one.y} x={x} y={one.y}>
          {one.line}
        </tspan>
      ))}
    </text>
  );
}
