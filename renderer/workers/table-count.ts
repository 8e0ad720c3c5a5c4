import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';

/** Counts what one table shows of each field type while it is read. */
export type TableCount = {
  /** Takes a block; its memory may be used again at once. */
  readonly addBlock: (block: RowBlock) => void;
  /** The figures over every block. */
  readonly profiles: () => Promise<readonly TypeProfile[]>;
};

/** Counts the tables of one import. */
export type TableCounts = {
  readonly begin: (types: readonly FieldTypeId[]) => TableCount;
  /** Resolves once so little is left to count that more may come. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
};
