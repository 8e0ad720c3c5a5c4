import { createContext } from 'react';
import type { OutgoingWords } from './chart-facts.ts';

/** A chart as a file: what it is of, the name it is offered under, its words, and its text or its bytes. */
export type ChartFile = {
  readonly title: string;
  readonly suggestedName: string;
  readonly words: OutgoingWords;
} & (
  | { readonly form: 'svg' | 'csv'; readonly text: string }
  | { readonly form: 'png'; readonly bytes: Uint8Array<ArrayBuffer> }
);

/** Saves a chart where the analyst says and tells how it ended. */
export type SaveChart = (file: ChartFile) => Promise<void>;

/** How the charts below are saved; null where they cannot be. */
export const ChartSaving = createContext<SaveChart | null>(null);
