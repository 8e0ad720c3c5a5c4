import type { ReactNode } from 'react';
import { chartFont, type DrawChart, paperLook } from '../chart/paper.ts';
import { TextLines } from '../chart/text-lines.tsx';
import { textWidth, wrapped } from '../chart/text-width.ts';
import { tlpColors, tlpGround, tlpOtherColor } from '../tlp-label/tlp-colors.ts';
import type { ChartFacts } from './chart-facts.ts';

const width = 960;
const margin = 24;
const inner = width - 2 * margin;
const titleSize = 18;
const titleLine = 24;
const noteSize = 11;
const noteLine = 15;

function Marking({ label, y }: { readonly label: string; readonly y: number }): ReactNode {
  const boxWidth = textWidth(label, 12) * 1.15 + 12;
  return (
    <g transform={`translate(${margin + inner - boxWidth} ${y})`}>
      <rect width={boxWidth} height={20} rx={2} fill={tlpGround} />
      <text
        x={boxWidth / 2}
        y={14.5}
        fontSize={12}
        fontWeight={600}
        fill={tlpColors[label] ?? tlpOtherColor}
        textAnchor="middle"
      >
        {label}
      </text>
    </g>
  );
}

type SheetProps = { readonly facts: ChartFacts; readonly draw: DrawChart };

/** A chart as a page of its own, light, with everything that it must not be parted from: it refers to nothing outside. */
export function Sheet({ facts, draw }: SheetProps): ReactNode {
  const titleLines = wrapped(facts.title, titleSize, inner - 170);
  const basis = margin + titleLines.length * titleLine + 12;
  const top = basis + 24;
  const chart = draw({ width: inner, look: paperLook, open: null });
  const notes = facts.notes.flatMap((note) => wrapped(note, noteSize, inner));
  const height = top + chart.height + 20 + notes.length * noteLine + margin;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily={chartFont}
      role="img"
      aria-label={facts.title}
    >
      <title>{facts.title}</title>
      <desc>{`${facts.n}, as of ${facts.asOf}, ${facts.marking}. ${facts.notes.join(' ')}`}</desc>
      <rect width={width} height={height} fill={paperLook.ground} />
      <TextLines
        {...{ lines: titleLines, x: margin, y: margin + 14, step: titleLine }}
        fontSize={titleSize}
        fontWeight={600}
        fill={paperLook.ink}
      />
      <Marking label={facts.marking} y={margin - 2} />
      <text x={margin} y={basis} fontSize={12} fill={paperLook.quiet}>
        {`${facts.n} · as of ${facts.asOf}`}
      </text>
      <g transform={`translate(${margin} ${top})`}>{chart.content}</g>
      <TextLines
        {...{ lines: notes, x: margin, y: top + chart.height + 24, step: noteLine }}
        fontSize={noteSize}
        fill={paperLook.quiet}
      />
    </svg>
  );
}
