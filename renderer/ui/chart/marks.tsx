import type { ReactNode } from 'react';
import type { MarkLook } from './mark-pattern.tsx';
import type { ChartLook } from './paper.ts';
import { textWidth } from './text-width.ts';

/** What kind of mark a layer is drawn as. A kind of its own for each kind of knowledge keeps them from being added up. */
export type MarkForm = 'bar' | 'interval' | 'diamond';

/** A figure as a mark: its value, the interval it lies in (for `interval`), and its text, which stands beside it. */
export type MarkValue = {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly text: string;
  /** False for a mark that has nothing behind it. */
  readonly opens?: boolean;
};

type MarkPlace = {
  readonly y: number;
  readonly height: number;
  /** Pixels to a unit of the scale. */
  readonly perUnit: number;
};

type MarkDrawing = {
  readonly layer: MarkLook & { readonly form: MarkForm };
  readonly mark: MarkValue;
  readonly place: MarkPlace;
  readonly look: ChartLook;
  readonly fill: string;
};

const size = 10;

/** How much room the figures of a panel need right of their marks, in pixels. */
export function figureRoom(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size))) + 10;
}

/** The figure in words right of its mark. */
function figure(text: string, end: number, { y, height }: MarkPlace, look: ChartLook): ReactNode {
  return (
    <text x={end + 5} y={y + height - 1.5} fontSize={size} fill={look.ink}>
      {text}
    </text>
  );
}

function diamond(x: number, y: number, radius: number): string {
  return `M${x} ${y - radius}L${x + radius} ${y}L${x} ${y + radius}L${x - radius} ${y}Z`;
}

/** Draws one mark of a row. */
export function drawMark({ layer, mark, place, look, fill }: MarkDrawing): ReactNode {
  const end = mark.value * place.perUnit;
  const middle = place.y + place.height / 2;
  switch (layer.form) {
    case 'bar':
      return (
        <>
          <rect
            x={0}
            y={place.y}
            width={mark.value > 0 ? Math.max(1.5, end) : 0}
            height={place.height}
            fill={fill}
            stroke={layer.color}
            strokeWidth={0.75}
          />
          {figure(mark.text, end, place, look)}
        </>
      );
    case 'interval': {
      const low = (mark.low ?? mark.value) * place.perUnit;
      const high = (mark.high ?? mark.value) * place.perUnit;
      return (
        <>
          <rect
            x={low}
            y={middle - 3.5}
            width={Math.max(2, high - low)}
            height={7}
            fill={fill}
            stroke={layer.color}
            strokeWidth={0.75}
          />
          <path
            d={`M${low} ${place.y}V${place.y + place.height}M${high} ${place.y}V${place.y + place.height}`}
            stroke={layer.color}
            strokeWidth={1.5}
          />
          {figure(mark.text, high, place, look)}
        </>
      );
    }
    case 'diamond':
      return (
        <>
          <path d={diamond(end, middle, 4.5)} fill={fill} stroke={layer.color} strokeWidth={1.5} />
          {figure(mark.text, end + 4, place, look)}
        </>
      );
  }
}

/** The mark of a layer as the legend shows it. */
export function swatchOf(layer: MarkLook & { readonly form: MarkForm }, fill: string, look: ChartLook): ReactNode {
  switch (layer.form) {
    case 'bar':
      return <rect x={0} y={0} width={14} height={11} fill={fill} stroke={layer.color} strokeWidth={0.75} />;
    case 'interval':
      return (
        <>
          <rect x={1} y={2} width={12} height={7} fill={fill} stroke={layer.color} strokeWidth={0.75} />
          <path d="M1 0V11M13 0V11" stroke={layer.color} strokeWidth={1.5} />
        </>
      );
    case 'diamond':
      return <path d={diamond(7, 5.5, 4.5)} fill={look.ground} stroke={layer.color} strokeWidth={1.5} />;
  }
}
