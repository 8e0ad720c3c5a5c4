import type { ColumnProfile } from '#shared/domain/column-profile.ts';
import type { Combinations } from '#shared/domain/combinations.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Persons } from '#shared/domain/persons.ts';
import type { TypeProfile } from '#shared/domain/sample.ts';
import type { Profiler } from '#shared/expose/profile.ts';
import type { RowBlock } from '#shared/kernel/row-block.ts';

/** What a table shows of each field type, of each column, of what its rows hold together, and of whom. */
export type TableFigures = {
  readonly profiles: readonly TypeProfile[];
  readonly columns: readonly ColumnProfile[];
  readonly combinations: Combinations;
  readonly persons: Persons;
};

/** The day on which ages are counted (ISO 8601). */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The figures of a profiler so far. */
export function figuresOf(profiler: Profiler): TableFigures {
  return {
    profiles: profiler.profiles(),
    columns: profiler.columns(),
    combinations: profiler.combinations(),
    persons: profiler.persons(today()),
  };
}

/** Counts what one table shows while it is read. */
export type TableCount = {
  /** Takes note of columns that come in with a later block: the types of all columns, known ones first. */
  readonly widen: (types: readonly FieldTypeId[]) => void;
  /** Takes a block; its memory may be used again at once. */
  readonly addBlock: (block: RowBlock) => void;
  /** The figures over every block. */
  readonly figures: () => Promise<TableFigures>;
};

/** Counts the tables of one import. */
export type TableCounts = {
  readonly begin: (types: readonly FieldTypeId[]) => TableCount;
  /** Resolves once so little is left to count that more may come. */
  readonly settle: () => Promise<void>;
  readonly stop: () => void;
};
