import type { ReactNode } from 'react';

/** The colours a chart is drawn in, as values of SVG attributes. */
export type ChartLook = {
  readonly ink: string;
  readonly quiet: string;
  readonly ground: string;
  readonly grid: string;
};

/** On the screen the colours follow its theme. */
export const screenLook: ChartLook = {
  ink: 'var(--mantine-color-text)',
  quiet: 'var(--mantine-color-dimmed)',
  ground: 'var(--mantine-color-body)',
  grid: 'var(--mantine-color-default-border)',
};

/** In a file a chart is always light, and needs nothing from outside it. */
export const paperLook: ChartLook = { ink: '#1a1b1e', quiet: '#495057', ground: '#ffffff', grid: '#ced4da' };

/** The face of all text in a chart, with faces that every system has; it ends in ones that have Chinese. */
export const chartFont = "'Inter Variable', Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans CJK SC', sans-serif";

/** Opens what is behind a mark: the category and the layer it stands for. */
export type OpenMark = (category: string, layer: string) => void;

/** What a chart is drawn on: a width in pixels, colours, and what a press on a mark does (null: nothing, in a file). */
export type Paper = { readonly width: number; readonly look: ChartLook; readonly open: OpenMark | null };

/** A drawn chart: SVG content from (0, 0) on, and the height it takes. */
export type Drawing = { readonly height: number; readonly content: ReactNode };

/** Draws a chart on a paper: the same chart on the screen and in a file. */
export type DrawChart = (paper: Paper) => Drawing;
