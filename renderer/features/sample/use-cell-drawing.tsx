import { type ReactNode, useCallback } from 'react';
import type { MaskedCell } from '../../platform/sample-worker.ts';
import type { GridRow } from '../../ui/data-grid/grid-props.ts';
import { MaskedValue, NullValue } from '../../ui/masked-value/masked-value.tsx';

type Row = GridRow<MaskedCell | null>;

/** How the grid draws a cell: masked, or in clear once it was revealed. */
export function useCellDrawing(
  clearText: (row: number, column: number) => string | undefined,
): (cell: MaskedCell | null, row: Row, column: number) => ReactNode {
  return useCallback(
    (cell, { number }, column) => {
      if (cell === null) {
        return <NullValue />;
      }
      const { text, masked } = cell;
      const clear = clearText(number - 1, column);
      const disclosure = clear === undefined ? (masked ? 'masked' : 'ordinary') : 'revealed';
      return text === '' ? null : <MaskedValue text={clear ?? text} disclosure={disclosure} />;
    },
    [clearText],
  );
}
