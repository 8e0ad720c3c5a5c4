import { type ReactNode, useId } from 'react';
import { drawLegend } from './legend.tsx';
import { type MarkLook, PatternFill } from './mark-pattern.tsx';
import { drawMark, figureRoom, type MarkForm, type MarkValue, swatchOf } from './marks.tsx';
import type { Drawing, OpenMark, Paper } from './paper.ts';
import { Pressable } from './pressable.tsx';
import { type Scale, scaleFor, shortCount } from './scale.ts';
import { TextLines } from './text-lines.tsx';
import { fitted, wrapped } from './text-width.ts';

/** A layer of a panel: one mark to a category, with what it is drawn as. */
export type RowLayer = MarkLook & { readonly key: string; readonly label: string; readonly form: MarkForm };

/** Layers that share a scale. What must not be compared by length stands in panels of their own. */
export type RowPanel = {
  readonly key: string;
  readonly title: string;
  /** Its part of the width, beside the parts of the other panels. */
  readonly part: number;
  readonly layers: readonly RowLayer[];
};

/** A row of the chart with the marks of its layers, by their keys; a layer that says nothing of it has none. */
export type RowCategory = {
  readonly key: string;
  readonly label: string;
  readonly marks: Readonly<Record<string, MarkValue>>;
};

/** Categories, by groups with a heading each ('' for none), and the panels that stand side by side. */
export type RowChartData = {
  readonly panels: readonly RowPanel[];
  readonly groups: readonly { readonly label: string; readonly categories: readonly RowCategory[] }[];
};

const labelWidth = 180;
const gap = 18;
const barHeight = 11;
const rowGap = 10;
const headingHeight = 24;
const axisHeight = 20;
const size = 12;
const lineHeight = 14;

type PlacedPanel = RowPanel & {
  readonly x: number;
  /** Of the whole panel, and of its scale: the figures of the longest marks stand in what is left. */
  readonly width: number;
  readonly scaleWidth: number;
  readonly scale: Scale;
};
/** What stands left of the marks, in as many lines as it needs: what a figure is of must not be cut off. */
type PlacedLabel = { readonly label: string; readonly lines: readonly string[]; readonly y: number };
type PlacedRow =
  | (PlacedLabel & { readonly kind: 'heading' })
  | (PlacedLabel & {
      readonly kind: 'category';
      readonly category: RowCategory;
      /** Of the row without the gap below it. */
      readonly height: number;
    });

function marksHeight({ panels }: RowChartData): number {
  return Math.max(1, ...panels.map(({ layers }) => layers.length)) * barHeight;
}

function placePanels({ panels, groups }: RowChartData, width: number): readonly PlacedPanel[] {
  const marks = groups.flatMap(({ categories }) => categories.map((category) => category.marks));
  const parts = panels.reduce((sum, { part }) => sum + part, 0);
  const room = width - labelWidth - gap * panels.length;
  let x = labelWidth;
  return panels.map((panel) => {
    const values = panel.layers.flatMap(({ key }) => marks.flatMap((of) => of[key] ?? []));
    const largest = Math.max(0, ...values.map(({ value, high }) => high ?? value));
    const panelWidth = (room * panel.part) / parts;
    const scaleWidth = Math.max(40, panelWidth - figureRoom(values.map(({ text }) => text)));
    const scale = scaleFor(largest, Math.max(2, scaleWidth / 80));
    const placed = { ...panel, x, width: panelWidth, scaleWidth, scale };
    x += panelWidth + gap;
    return placed;
  });
}

function placeRows(data: RowChartData, top: number): { readonly rows: readonly PlacedRow[]; readonly bottom: number } {
  const rows: PlacedRow[] = [];
  const least = marksHeight(data);
  let y = top;
  for (const { label, categories } of data.groups) {
    if (label !== '') {
      const lines = wrapped(label, size, labelWidth - 8);
      rows.push({ kind: 'heading', label, lines, y });
      y += headingHeight + (lines.length - 1) * lineHeight;
    }
    for (const category of categories) {
      const lines = wrapped(category.label, size, labelWidth - 16);
      const height = Math.max(least, lines.length === 1 ? 0 : lines.length * lineHeight);
      rows.push({ kind: 'category', label: category.label, category, lines, y, height });
      y += height + rowGap;
    }
  }
  return { rows, bottom: y };
}

type FrameProps = { readonly panel: PlacedPanel; readonly top: number; readonly bottom: number; readonly paper: Paper };

/** Title, grid and axis of a panel. */
function PanelFrame({ panel, top, bottom, paper: { look } }: FrameProps): ReactNode {
  const { title, x, width, scaleWidth, scale } = panel;
  return (
    <g transform={`translate(${x} 0)`}>
      <text x={0} y={top - 8} fontSize={size} fontWeight={600} fill={look.ink}>
        {fitted(title, size, width + gap - 4)}
      </text>
      {scale.ticks.map((tick) => {
        const at = (tick / scale.top) * scaleWidth;
        return (
          <g key={tick}>
            <line x1={at} x2={at} y1={top} y2={bottom} stroke={look.grid} />
            <text x={at} y={bottom + 14} fontSize={11} fill={look.quiet} textAnchor="middle">
              {shortCount(tick)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

type MarksProps = {
  readonly panel: PlacedPanel;
  readonly category: RowCategory;
  readonly y: number;
  /** The mark that Tab reaches. */
  readonly first: string | undefined;
  readonly paper: Paper;
  readonly fillOf: (layer: string) => string;
};

function markName({ key }: RowCategory, layer: RowLayer): string {
  return `${key} ${layer.key}`;
}

/** The first mark in reading order that something lies behind. */
function firstMark({ panels, groups }: RowChartData): string | undefined {
  return groups
    .flatMap(({ categories }) =>
      categories.flatMap((category) =>
        panels.flatMap(({ layers }) =>
          layers
            .filter(({ key }) => category.marks[key] !== undefined && category.marks[key].opens !== false)
            .map((layer) => markName(category, layer)),
        ),
      ),
    )
    .at(0);
}

function pressOf(open: OpenMark | null, category: string, layer: string): (() => void) | null {
  return open === null ? null : () => open(category, layer);
}

function PanelMarks({ panel, category, y, first, paper, fillOf }: MarksProps): ReactNode {
  return (
    <g transform={`translate(${panel.x} 0)`}>
      {panel.layers.map((layer, at) => {
        const mark = category.marks[layer.key];
        const place = {
          y: y + at * barHeight,
          height: barHeight - 1,
          perUnit: panel.scaleWidth / panel.scale.top,
        };
        return (
          mark !== undefined && (
            <Pressable
              key={layer.key}
              label={`${category.label}: ${layer.label}, ${mark.text}`}
              first={first === markName(category, layer)}
              open={mark.opens === false ? null : pressOf(paper.open, category.key, layer.key)}
            >
              {drawMark({ layer, mark, place, look: paper.look, fill: fillOf(layer.key) })}
            </Pressable>
          )
        );
      })}
    </g>
  );
}

/** Where the first line of a row's label stands, so that all of them lie in its middle. */
function firstBaseline({ y, height, lines }: { y: number; height: number; lines: readonly string[] }): number {
  return y + height / 2 + 4 - ((lines.length - 1) * lineHeight) / 2;
}

type RowChartProps = { readonly data: RowChartData; readonly paper: Paper; readonly top: number };

function Rows({ data, paper, top }: RowChartProps): ReactNode {
  const id = useId();
  const panels = placePanels(data, paper.width);
  const { rows, bottom } = placeRows(data, top);
  const fillOf = (layer: string): string => `url(#${id}${layer})`;
  const first = firstMark(data);
  return (
    <g>
      <defs>
        {panels.flatMap(({ layers }) =>
          layers.map(({ key, color, pattern }) => (
            <PatternFill key={key} id={`${id}${key}`} color={color} pattern={pattern} ground={paper.look.ground} />
          )),
        )}
      </defs>
      {
        drawLegend(
          panels.flatMap(({ layers }) =>
            layers.map((layer) => ({ label: layer.label, swatch: swatchOf(layer, fillOf(layer.key), paper.look) })),
          ),
          paper,
        ).content
      }
      {panels.map((panel) => (
        <PanelFrame key={panel.key} {...{ panel, top, bottom, paper }} />
      ))}
      {rows.map((row) =>
        row.kind === 'heading' ? (
          <TextLines
            key={`# ${row.label}`}
            {...{ lines: row.lines, x: 0, y: row.y + 16, step: lineHeight }}
            fontSize={size}
            fontWeight={600}
            fill={paper.look.quiet}
          />
        ) : (
          <g key={row.category.key}>
            <TextLines
              {...{ lines: row.lines, x: 8, y: firstBaseline(row), step: lineHeight }}
              fontSize={size}
              fill={paper.look.ink}
            />
            {panels.map((panel) => (
              <PanelMarks
                key={panel.key}
                {...{ panel, category: row.category, first, paper, fillOf }}
                y={row.y + (row.height - marksHeight(data)) / 2}
              />
            ))}
          </g>
        ),
      )}
    </g>
  );
}

/** Horizontal marks, a row to each category, in panels that have a scale each. */
export function drawRowChart(data: RowChartData, paper: Paper): Drawing {
  const entries = data.panels.flatMap(({ layers }) => layers.map(({ label }) => ({ label, swatch: null })));
  const top = drawLegend(entries, paper).height + 24;
  return {
    height: placeRows(data, top).bottom + axisHeight,
    content: <Rows data={data} paper={paper} top={top} />,
  };
}
