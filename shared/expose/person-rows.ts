import { detectorFor } from '../classify/detectors.ts';
import { dayOfIso } from '../classify/moment.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import type { PersonKey } from '../domain/persons.ts';
import { assertNever } from '../lib/assert-never.ts';
import { packId } from '../packs/field-types.ts';
import { childrenCategory, childrenUnder, specialCategories } from '../packs/special-categories.ts';
import { ageOn } from './describe-persons.ts';
import type { PersonFigure } from './person-figure.ts';
import { type KeyPart, keyPartOf, type SignReader, signReaderOf } from './person-signs.ts';
import { personOrder } from './persons.ts';
import type { RowFilter } from './row-filter.ts';

/** Types whose values say when somebody was born. */
const birthTypes = new Set<FieldTypeId>(['cn-resident-id', 'birth-date', 'age'].map(packId));

type SpecialFigure = Extract<PersonFigure, { kind: 'special' | 'special-by-law' }>;

/** The types that a figure of special categories rests on, and whether a child counts in it by age alone. */
function restsOn(figure: SpecialFigure): { readonly types: ReadonlySet<FieldTypeId>; readonly byAge: boolean } {
  const categories = specialCategories.filter(({ id, law }) =>
    figure.kind === 'special' ? id === figure.category : law === figure.law,
  );
  return {
    types: new Set(categories.flatMap(({ types }) => types)),
    byAge: categories.some(({ id }) => id === childrenCategory),
  };
}

/** Whether values of a type decide if a row is behind a figure: only columns of these types need to be read. */
export function bearsOnFigure(figure: PersonFigure, type: FieldTypeId): boolean {
  switch (figure.kind) {
    case 'key':
      return keyPartOf(type) !== null;
    case 'country':
      return signReaderOf(type) !== null;
    case 'province':
      return signReaderOf(type)?.source === figure.source;
    case 'born':
    case 'younger':
      return birthTypes.has(type);
    case 'special':
    case 'special-by-law': {
      const { types, byAge } = restsOn(figure);
      return types.has(type) || (byAge && birthTypes.has(type));
    }
    default:
      return assertNever(figure);
  }
}

/** The first valid value of a type in a row; null where there is none. */
type ValueFor = (type: FieldTypeId) => string | null;

/** The types in the order in which persons are told apart and described. */
function inOrder(types: readonly FieldTypeId[]): readonly FieldTypeId[] {
  return [...new Set(types)].sort((a, b) => personOrder(a) - personOrder(b));
}

function keyOf(valueFor: ValueFor, types: readonly FieldTypeId[]): PersonKey | null {
  const has = (part: KeyPart): boolean => types.some((type) => keyPartOf(type) === part && valueFor(type) !== null);
  const single = (['government-id', 'phone', 'email'] as const).find(has);
  return single ?? (has('name') && has('address') ? 'name-address' : null);
}

type TypedReader = SignReader & { readonly type: FieldTypeId };

function readersOf(types: readonly FieldTypeId[]): readonly TypedReader[] {
  return inOrder(types).flatMap((type) => {
    const reader = signReaderOf(type);
    return reader === null ? [] : [{ ...reader, type }];
  });
}

/** The first thing that any of the readers tells, in their order. */
function told<T>(
  valueFor: ValueFor,
  readers: readonly TypedReader[],
  tell: (reader: TypedReader, value: string) => T | null,
) {
  for (const reader of readers) {
    const value = valueFor(reader.type);
    const found = value === null ? null : tell(reader, value);
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function birthIn(valueFor: ValueFor, readers: readonly TypedReader[]): number {
  return told(valueFor, readers, ({ read }, value) => read(value).birth || null) ?? 0;
}

type RowTest = (valueFor: ValueFor) => boolean;

function isYounger(readers: readonly TypedReader[], than: number, on: string): RowTest {
  return (valueFor) => {
    const age = ageOn(dayOfIso(on), birthIn(valueFor, readers));
    return age !== null && age.years < than;
  };
}

function testOf(figure: PersonFigure, types: readonly FieldTypeId[]): RowTest {
  const readers = readersOf(types);
  switch (figure.kind) {
    case 'key':
      return (valueFor) => keyOf(valueFor, types) === figure.key;
    case 'country': {
      const bestFirst = readers.toSorted((a, b) => a.rank - b.rank);
      return (valueFor) =>
        told(valueFor, bestFirst, ({ read }, value) => read(value).country ?? null) === figure.country;
    }
    case 'province':
      return (valueFor) =>
        told(valueFor, readers, ({ read }, value) => read(value).province ?? null) === figure.province;
    case 'born':
      return (valueFor) => ageOn(dayOfIso(figure.on), birthIn(valueFor, readers))?.decade === figure.decade;
    case 'younger':
      return isYounger(readers, figure.than, figure.on);
    case 'special':
    case 'special-by-law': {
      const { types: special, byAge } = restsOn(figure);
      const held = types.filter((type) => special.has(type));
      const isChild = byAge ? isYounger(readers, childrenUnder, figure.on) : () => false;
      return (valueFor) => held.some((type) => valueFor(type) !== null) || isChild(valueFor);
    }
    default:
      return assertNever(figure);
  }
}

/**
 * The predicate for a figure of persons that was clicked: rows whose own values say so. The columns are those of `types`, in
 * their order. A person has several rows and is counted once; a row that says nothing itself is not found by what another
 * row of its person says.
 */
export function rowsOfPersons(figure: PersonFigure, types: readonly FieldTypeId[]): RowFilter {
  const test = testOf(figure, types);
  const detectors = types.map((type) => detectorFor(type));
  return (columns, rows) => {
    const valueIn = (row: number, type: FieldTypeId): string | null => {
      for (const [column, of] of types.entries()) {
        const value = of === type ? (columns[column]?.[row] ?? '').trim() : '';
        if (value !== '' && detectors[column]?.accepts(value) === true) {
          return value;
        }
      }
      return null;
    };
    return Array.from({ length: rows }, (_, row) => row).filter((row) => test((type) => valueIn(row, type)));
  };
}
