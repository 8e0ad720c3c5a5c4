import type { ReactNode } from 'react';
import type { Drawing, Paper } from './paper.ts';
import { textWidth } from './text-width.ts';

/** What a mark means, in words beside a picture of it, drawn into a box of 14 by 12. */
export type LegendEntry = { readonly label: string; readonly swatch: ReactNode };

const lineHeight = 20;
const size = 12;
const swatchWidth = 20;

/** The legend of a chart, in as many lines as it needs. */
export function drawLegend(entries: readonly LegendEntry[], { width, look }: Pick<Paper, 'width' | 'look'>): Drawing {
  let x = 0;
  let y = 0;
  const placed = entries.map((entry) => {
    const needed = swatchWidth + textWidth(entry.label, size) + 16;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += lineHeight;
    }
    const at = { ...entry, x, y };
    x += needed;
    return at;
  });
  return {
    height: entries.length === 0 ? 0 : y + lineHeight,
    content: placed.map(({ label, swatch, x: left, y: top }) => (
      <g key={label} transform={`translate(${left} ${top})`}>
        {swatch}
        <text x={swatchWidth} y={10} fontSize={size} fill={look.ink}>
          {label}
        </text>
      </g>
    )),
  };
}
