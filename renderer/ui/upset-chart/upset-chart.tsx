import { type ReactNode, useId } from 'react';
import { drawLegend } from '../chart/legend.tsx';
import { type MarkLook, PatternFill } from '../chart/mark-pattern.tsx';
import { figureRoom, swatchOf } from '../chart/marks.tsx';
import type { Drawing, Paper } from '../chart/paper.ts';
import { Pressable } from '../chart/pressable.tsx';
import { TextLines } from '../chart/text-lines.tsx';
import { textWidth, wrapped } from '../chart/text-width.ts';

/** A set: a column of dots, with how many members it has in all, as text and in short over its narrow bar. */
export type UpsetSet = {
  readonly key: string;
  readonly label: string;
  readonly size: number;
  readonly text: string;
  readonly shortText: string;
};

/** What a press on the bar of a set gives as its layer; that on a row gives the row's look. */
export const upsetSetLayer = 'set';

/** How the bars of a class of intersections are drawn, and what the legend calls them. */
export type UpsetLook = MarkLook & { readonly key: string; readonly label: string };

/** An intersection: what is in exactly these sets, with the text of its figure and a remark right of it. */
export type UpsetRow = {
  readonly key: string;
  readonly label: string;
  readonly sets: readonly string[];
  readonly value: number;
  readonly text: string;
  readonly remark: string;
  /** The key of its look. */
  readonly look: string;
};

/** An UpSet plot, lying on its side: a row to each intersection, a column of dots to each set. */
export type UpsetData = {
  readonly sets: readonly UpsetSet[];
  readonly looks: readonly UpsetLook[];
  readonly rows: readonly UpsetRow[];
};

const size = 11;
const step = 22;
const rowHeight = 24;
const lineHeight = 14;
const barHeight = 13;
const gap = 14;
const sizeBars = 40;
/** Of the figure over the bar of a set. */
const figureHeight = 11;
const legendSpace = 10;
/** Labels of sets are turned by this, so that they stand close. */
const slope = 55;

type Plan = {
  readonly legend: number;
  readonly labels: number;
  /** Where the first row begins, where the bars do, and how wide the longest of them is. */
  readonly top: number;
  readonly bars: number;
  readonly barWidth: number;
  readonly remarks: number;
  readonly rows: readonly PlacedRow[];
  readonly bottom: number;
};

/** A row with the lines of its remark, which must not be cut off, and the room that they take. */
type PlacedRow = UpsetRow & { readonly lines: readonly string[]; readonly y: number; readonly height: number };

function placeRows(rows: readonly UpsetRow[], top: number, remarkWidth: number) {
  let bottom = top;
  const placed = rows.map((row): PlacedRow => {
    const lines = wrapped(row.remark, size, remarkWidth);
    const [y, height] = [bottom, rowHeight + Math.max(0, lines.length - 1) * lineHeight];
    bottom += height;
    return { ...row, lines, y, height };
  });
  return { rows: placed, bottom };
}

function planOf({ sets, looks, rows }: UpsetData, paper: Paper): Plan {
  const legend = drawLegend(
    looks.map(({ label }) => ({ label, swatch: null })),
    paper,
  ).height;
  const longest = Math.max(0, ...sets.map(({ label }) => textWidth(label, size)));
  const labels = Math.sin((slope * Math.PI) / 180) * longest + size;
  const bars = sets.length * step + gap;
  const figures = figureRoom(rows.map(({ text }) => text));
  const room = Math.max(80, paper.width - bars - figures);
  // Two fifths for the bars; the remarks take what is left.
  const barWidth = Math.max(60, room * 0.4);
  const top = legend + legendSpace + labels + sizeBars + figureHeight + 8;
  const remarks = bars + barWidth + figures + 8;
  return {
    ...{ legend, labels, bars, barWidth, top, remarks },
    ...placeRows(rows, top, Math.max(90, paper.width - remarks)),
  };
}

type PartProps = { readonly data: UpsetData; readonly plan: Plan; readonly paper: Paper };

/** The names of the sets and, under each, how large it is. */
function SetHeads({ data: { sets }, plan, paper: { look, open } }: PartProps): ReactNode {
  const largest = Math.max(1, ...sets.map((set) => set.size));
  const foot = plan.top - 6;
  return sets.map(({ key, label, size: members, text, shortText }, at) => {
    const x = at * step + step / 2;
    const height = Math.max(1, (members / largest) * sizeBars);
    return (
      <g key={key}>
        {/* Outside of what is pressed: the boxes of names that stand aslant lie over each other. */}
        <text
          transform={`translate(${x - 4} ${foot - sizeBars - figureHeight - 6}) rotate(-${slope})`}
          fontSize={size}
          fill={look.ink}
        >
          {label}
        </text>
        <Pressable
          label={`${label}: ${shortText === text ? text : `${shortText}, ${text}`}`}
          first={false}
          open={open === null ? null : () => open(key, upsetSetLayer)}
        >
          <text x={x} y={foot - height - 3} fontSize={9} textAnchor="middle" fill={look.ink}>
            {shortText}
          </text>
          <rect x={x - 6} y={foot - height} width={12} height={height} fill={look.quiet} />
        </Pressable>
      </g>
    );
  });
}

/** The dots of a row: filled where it is in the set, with a line from the first to the last of them. */
function Dots({ row, sets, look }: { row: PlacedRow; sets: readonly UpsetSet[]; look: Paper['look'] }) {
  const middle = row.y + row.height / 2;
  const places = sets.flatMap(({ key }, at) => (row.sets.includes(key) ? [at * step + step / 2] : []));
  const [first, last] = [places[0], places.at(-1)];
  return (
    <>
      {sets.map(({ key }, at) => (
        <circle key={key} cx={at * step + step / 2} cy={middle} r={2.5} fill="none" stroke={look.quiet} opacity={0.6} />
      ))}
      {first !== undefined && last !== undefined && first !== last && (
        <line x1={first} x2={last} y1={middle} y2={middle} stroke={look.ink} strokeWidth={2} />
      )}
      {places.map((x) => (
        <circle key={x} cx={x} cy={middle} r={5.5} fill={look.ink} />
      ))}
    </>
  );
}

type RowProps = PartProps & { readonly row: PlacedRow; readonly at: number; readonly fill: string };

function Row({ data, plan, paper, row, at, fill }: RowProps): ReactNode {
  const { look, width, open } = paper;
  const { y, height, lines } = row;
  const largest = Math.max(1, ...data.rows.map(({ value }) => value));
  const length = Math.max(1.5, (row.value / largest) * plan.barWidth);
  const baseline = y + height / 2 + 4;
  return (
    <Pressable
      label={`${row.label}: ${row.text}. ${row.remark}`}
      first={at === 0}
      open={open === null ? null : () => open(row.key, row.look)}
    >
      <rect x={0} y={y} width={width} height={height} fill={at % 2 === 0 ? look.grid : look.ground} opacity={0.25} />
      <Dots row={row} sets={data.sets} look={look} />
      <rect
        x={plan.bars}
        y={y + (height - barHeight) / 2}
        width={length}
        height={barHeight}
        fill={fill}
        stroke={look.ink}
        strokeWidth={0.5}
      />
      <text x={plan.bars + length + 5} y={baseline} fontSize={size} fill={look.ink}>
        {`${row.text} `}
      </text>
      <TextLines
        {...{ lines, x: plan.remarks, y: baseline - ((lines.length - 1) * lineHeight) / 2, step: lineHeight }}
        fontSize={size}
        fill={look.quiet}
      />
    </Pressable>
  );
}

function Upset({ data, plan, paper }: PartProps): ReactNode {
  const id = useId();
  const fillOf = (key: string): string => `url(#${id}${key})`;
  const legend = data.looks.map((look) => ({
    label: look.label,
    swatch: swatchOf({ ...look, form: 'bar' }, fillOf(look.key), paper.look),
  }));
  return (
    <g>
      <defs>
        {data.looks.map(({ key, color, pattern }) => (
          <PatternFill key={key} id={`${id}${key}`} color={color} pattern={pattern} ground={paper.look.ground} />
        ))}
      </defs>
      {drawLegend(legend, paper).content}
      <SetHeads {...{ data, plan, paper }} />
      {plan.rows.map((row, at) => (
        <Row key={row.key} {...{ data, plan, paper, row, at }} fill={fillOf(row.look)} />
      ))}
    </g>
  );
}

/** Draws which sets occur together, and how often (A. Lex et al., "UpSet", IEEE TVCG 20 (2014), 1983–1992). */
export function drawUpsetChart(data: UpsetData, paper: Paper): Drawing {
  const plan = planOf(data, paper);
  return {
    height: plan.bottom + 8,
    content: <Upset data={data} plan={plan} paper={paper} />,
  };
}
