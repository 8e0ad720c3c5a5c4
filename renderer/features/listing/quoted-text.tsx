import { Box } from '@mantine/core';
import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { Quote } from '#shared/domain/claim.ts';
import classes from './listing.module.css';

type Piece = { readonly start: number; readonly words: string; readonly quoted: boolean; readonly chosen: boolean };

/** Cuts the text at the ends of its quotes, so that each piece is drawn one way. */
function piecesOf(text: string, quotes: readonly Quote[], chosen: Quote | null): readonly Piece[] {
  const ends = quotes.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...ends, text.length])].filter((cut) => cut <= text.length).sort((a, b) => a - b);
  const covers = ({ start, end }: Quote, from: number, to: number): boolean => start <= from && to <= end;
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    return {
      start,
      words: text.slice(start, end),
      quoted: quotes.some((quote) => covers(quote, start, end)),
      chosen: chosen !== null && covers(chosen, start, end),
    };
  });
}

type QuotedTextProps = { readonly text: string; readonly quotes: readonly Quote[]; readonly chosen: Quote | null };

/** A text with the words underlined that claims came from, and the chosen claim's words marked and in view. */
export function QuotedText({ text, quotes, chosen }: QuotedTextProps): ReactNode {
  const marked = useRef<HTMLElement>(null);
  const at = chosen?.start;
  useEffect(() => {
    if (at !== undefined) {
      marked.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [at]);
  return (
    <Box component="article" tabIndex={0} className={classes['quoted'] ?? ''} aria-label="Listing as received">
      {piecesOf(text, quotes, chosen).map(({ start, words, quoted, chosen: isChosen }) =>
        quoted ? (
          <mark key={start} ref={isChosen ? marked : null} data-chosen={isChosen} className={classes['quote']}>
            {words}
          </mark>
        ) : (
          <Fragment key={start}>{words}</Fragment>
        ),
      )}
    </Box>
  );
}
