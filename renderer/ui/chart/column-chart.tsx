/*
 * Drawn with recharts: it places the axes, their marks and the columns. The field chart beside it (row-chart.tsx) is drawn
 * by hand, since it sets panels with scales of their own side by side over shared rows under headings, which recharts has not.
 */
import { type ReactNode, useId } from 'react';
import { Bar, BarChart, type BarShapeProps, CartesianGrid, LabelList, XAxis, YAxis } from 'recharts';
import { type MarkLook, PatternFill } from './mark-pattern.tsx';
import type { Drawing, Paper } from './paper.ts';
import { Pressable } from './pressable.tsx';
import { shortCount } from './scale.ts';

/** One column: its name under the axis, and its height. */
export type ChartColumnData = { readonly key: string; readonly label: string; readonly value: number };

/** Columns in their order, and what their height means. */
export type ColumnChartData = MarkLook & {
  readonly layer: { readonly key: string; readonly label: string };
  readonly columns: readonly ChartColumnData[];
};

const height = 260;
const size = 11;
/** Figures over more columns than this would run into each other. */
const mostWithFigures = 18;

type ColumnsProps = { readonly data: ColumnChartData; readonly paper: Paper };

function Columns({ data, paper: { look, open, width } }: ColumnsProps): ReactNode {
  const id = useId();
  const { columns, layer, color, pattern } = data;
  const first = columns.findIndex(({ value }) => value > 0);
  const tick = { fill: look.quiet, fontSize: size };

  function drawColumn({ x, y, width: wide, height: tall, index }: BarShapeProps): ReactNode {
    const column = columns[index];
    if (column === undefined || column.value === 0) {
      return <g />;
    }
    const { key, label, value } = column;
    return (
      <Pressable
        label={`${label}: ${layer.label}, ${value.toLocaleString('en')}`}
        first={index === first}
        open={open === null ? null : () => open(key, layer.key)}
      >
        <rect
          x={x}
          y={y}
          width={wide}
          height={Math.max(1.5, tall)}
          fill={`url(#${id})`}
          stroke={color}
          strokeWidth={0.75}
        />
      </Pressable>
    );
  }

  return (
    <BarChart
      width={width}
      height={height}
      data={[...columns]}
      margin={{ top: 24, right: 8, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <defs>
        <PatternFill id={id} color={color} pattern={pattern} ground={look.ground} />
      </defs>
      <CartesianGrid vertical={false} stroke={look.grid} />
      <XAxis dataKey="label" tick={tick} tickLine={false} stroke={look.grid} minTickGap={8} />
      <YAxis
        allowDecimals={false}
        tick={tick}
        tickLine={false}
        axisLine={false}
        width={46}
        tickFormatter={shortCount}
      />
      <Bar dataKey="value" maxBarSize={48} isAnimationActive={false} shape={drawColumn}>
        {columns.length <= mostWithFigures && (
          <LabelList
            dataKey="value"
            position="top"
            fontSize={10}
            fill={look.ink}
            formatter={(value) => (Number(value) > 0 ? Number(value).toLocaleString('en') : '')}
          />
        )}
      </Bar>
    </BarChart>
  );
}

/** Columns side by side in a given order, such as months. */
export function drawColumnChart(data: ColumnChartData, paper: Paper): Drawing {
  return {
    height,
    content: (
      <>
        <text x={0} y={12} fontSize={12} fontWeight={600} fill={paper.look.ink}>
          {data.layer.label}
        </text>
        <foreignObject width={paper.width} height={height}>
          <Columns data={data} paper={paper} />
        </foreignObject>
      </>
    ),
  };
}
