import { type ReactNode, useId } from 'react';
import { type MarkLook, PatternFill } from './mark-pattern.tsx';
import type { Drawing, Paper } from './paper.ts';
import { Pressable } from './pressable.tsx';
import { type Scale, scaleFor, shortCount } from './scale.ts';
import { fitted, textWidth } from './text-width.ts';

/** One column: its name under the axis, its height, and whether a press on it opens something. */
export type ChartColumnData = { readonly key: string; readonly label: string; readonly value: number };

/** Columns in their order, and what their height means. */
export type ColumnChartData = MarkLook & {
  readonly layer: { readonly key: string; readonly label: string };
  readonly columns: readonly ChartColumnData[];
};

const plotHeight = 200;
const top = 30;
const bottom = top + plotHeight;
const left = 46;
const size = 11;

type Place = { readonly step: number; readonly scale: Scale };

/** Every how many-th column has its name under it, so that names do not run into each other. */
function namedEvery(columns: readonly ChartColumnData[], step: number): number {
  const widest = Math.max(0, ...columns.map(({ label }) => textWidth(label, size)));
  return Math.max(1, Math.ceil((Math.min(widest, 110) + 8) / step));
}

function Axis({ scale, paper: { look, width } }: { readonly scale: Scale; readonly paper: Paper }): ReactNode {
  return scale.ticks.map((tick) => {
    const y = bottom - (tick / scale.top) * plotHeight;
    return (
      <g key={tick}>
        <line x1={left} x2={width} y1={y} y2={y} stroke={look.grid} />
        <text x={left - 6} y={y + 4} fontSize={size} fill={look.quiet} textAnchor="end">
          {shortCount(tick)}
        </text>
      </g>
    );
  });
}

type ColumnsProps = { readonly data: ColumnChartData; readonly paper: Paper; readonly place: Place };

function Columns({ data, paper, place: { step, scale } }: ColumnsProps): ReactNode {
  const id = useId();
  const { look, open } = paper;
  const every = namedEvery(data.columns, step);
  const wide = Math.max(1, Math.min(48, step * 0.8));
  const first = data.columns.find(({ value }) => value > 0)?.key;
  return (
    <g>
      <defs>
        <PatternFill id={id} color={data.color} pattern={data.pattern} ground={look.ground} />
      </defs>
      <text x={0} y={12} fontSize={12} fontWeight={600} fill={look.ink}>
        {data.layer.label}
      </text>
      <Axis scale={scale} paper={paper} />
      {data.columns.map(({ key, label, value }, at) => {
        const middle = left + (at + 0.5) * step;
        const height = value > 0 ? Math.max(1.5, (value / scale.top) * plotHeight) : 0;
        const text = value.toLocaleString('en');
        return (
          <g key={key}>
            {value > 0 && (
              <Pressable
                label={`${label}: ${data.layer.label}, ${text}`}
                first={key === first}
                open={open === null ? null : () => open(key, data.layer.key)}
              >
                <rect
                  x={middle - wide / 2}
                  y={bottom - height}
                  width={wide}
                  height={height}
                  fill={`url(#${id})`}
                  stroke={data.color}
                  strokeWidth={0.75}
                />
                {textWidth(text, 10) <= step && (
                  <text x={middle} y={bottom - height - 4} fontSize={10} fill={look.ink} textAnchor="middle">
                    {text}
                  </text>
                )}
              </Pressable>
            )}
            {at % every === 0 && (
              <text x={middle} y={bottom + 16} fontSize={size} fill={look.quiet} textAnchor="middle">
                {fitted(label, size, 110)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Columns side by side in a given order, such as months. */
export function drawColumnChart(data: ColumnChartData, paper: Paper): Drawing {
  const largest = Math.max(0, ...data.columns.map(({ value }) => value));
  const place = { step: (paper.width - left) / Math.max(1, data.columns.length), scale: scaleFor(largest, 4) };
  return { height: bottom + 26, content: <Columns data={data} paper={paper} place={place} /> };
}
