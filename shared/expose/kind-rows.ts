import { detectorFor } from '../classify/detectors.ts';
import type { DataKindId } from '../domain/combinations.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { assertNever } from '../lib/assert-never.ts';
import { kindOfType } from '../packs/risks.ts';
import type { KindFigure } from './kind-figure.ts';
import { kindsOfRisk, opensRisk } from './risks.ts';
import type { RowFilter } from './row-filter.ts';

type HeldTest = {
  /** Whether it matters if a row holds the kind. */
  readonly asks: (kind: DataKindId) => boolean;
  /** Whether a row that holds the kind is out, whatever else it holds. */
  readonly isBarred: (kind: DataKindId) => boolean;
  readonly isMet: (held: ReadonlySet<DataKindId>) => boolean;
};

function testOf(figure: KindFigure): HeldTest {
  switch (figure.kind) {
    case 'exactly': {
      const wanted = new Set(figure.kinds);
      // A row that holds one kind more is in another combination, so that every kind matters.
      return { asks: () => true, isBarred: (kind) => !wanted.has(kind), isMet: (held) => held.size === wanted.size };
    }
    case 'with':
      return { asks: (kind) => kind === figure.of, isBarred: () => false, isMet: (held) => held.size > 0 };
    case 'at-risk': {
      const kinds = kindsOfRisk(figure.risk);
      return {
        asks: (kind) => kinds.has(kind),
        isBarred: () => false,
        isMet: (held) => opensRisk(figure.risk, held),
      };
    }
    default:
      return assertNever(figure);
  }
}

/** Whether values of a type decide if a row is behind a figure: only columns of these types need to be read. */
export function bearsOnKinds(figure: KindFigure, type: FieldTypeId): boolean {
  const kind = kindOfType(type);
  return kind !== null && testOf(figure).asks(kind);
}

/** The predicate for a figure of what rows hold that was clicked. The columns are those of `types`, in their order. */
export function rowsOfKinds(figure: KindFigure, types: readonly FieldTypeId[]): RowFilter {
  const { asks, isBarred, isMet } = testOf(figure);
  const tested = types.flatMap((type, column) => {
    const kind = kindOfType(type);
    return kind === null || !asks(kind) ? [] : [{ column, kind, detector: detectorFor(type) }];
  });
  return (columns, rows) => {
    const isBehind = (row: number): boolean => {
      const held = new Set<DataKindId>();
      for (const { column, kind, detector } of tested) {
        if (!held.has(kind) && detector.accepts(columns[column]?.[row] ?? '')) {
          if (isBarred(kind)) {
            return false;
          }
          held.add(kind);
        }
      }
      return isMet(held);
    };
    return Array.from({ length: rows }, (_, row) => row).filter(isBehind);
  };
}
