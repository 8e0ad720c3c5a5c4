import { type ReactNode, useMemo } from 'react';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { columnName } from '../../storage/samples.ts';
import { TypeCard } from './type-card.tsx';
import type { ReadableSample } from './use-sample.ts';

/** The cards in the heads of a sample's columns: what each is called, and what stands on it. */
export type TypeCards = {
  readonly title: (column: number) => string;
  readonly draw: (column: number, close: () => void) => ReactNode;
};

/** The cards of a sample's columns; `changeType` leads to where a column's type is chosen. */
export function useTypeCards({ sample, types }: ReadableSample, changeType: (column: number) => void): TypeCards {
  return useMemo(
    () => ({
      title: (column) => `Why this type: ${columnName(sample, column)}`,
      draw: (column, close) => (
        <TypeCard
          sample={sample}
          column={column}
          type={types[column] ?? unknownFieldType}
          changeType={() => {
            close();
            changeType(column);
          }}
        />
      ),
    }),
    [sample, types, changeType],
  );
}
