import { dayOfIso } from '../classify/moment.ts';
import type { FieldTypeId } from '../domain/field-type-id.ts';
import { type PersonKey, type Persons, personKeys, provinceSources } from '../domain/persons.ts';
import { fieldTypes } from '../packs/field-types.ts';
import { type CellKeys, rowMark } from './cell-judge.ts';
import { describePersons } from './describe-persons.ts';
import { type KeyPart, keyPartOf, type PersonSigns, type SignReader, signReaderOf } from './person-signs.ts';
import { notKept, PersonTable } from './person-table.ts';
import { SpecialRows, specialBitsOf } from './special-rows.ts';

/** In the place of a row's person: the row has shown no key yet. */
const noKey = -1;

const keyParts: readonly KeyPart[] = ['government-id', 'phone', 'email', 'name', 'address'];
const typeOrder = new Map<FieldTypeId, number>(fieldTypes.map(({ id }, place) => [id, place]));

/** The order in which a block's types must be seen: the better keys first, then what only adds to a person. */
export function personOrder(fieldType: FieldTypeId): number {
  const part = keyPartOf(fieldType);
  const types = typeOrder.size;
  const place = part === null ? keyParts.length : keyParts.indexOf(part);
  return place * types + (part === null ? 0 : (typeOrder.get(fieldType) ?? 0));
}

/** True for a type by which persons are recognised, or that says something of them. */
export function bearsOnPersons(fieldType: FieldTypeId): boolean {
  return keyPartOf(fieldType) !== null || signReaderOf(fieldType) !== null || specialBitsOf(fieldType) !== 0;
}

/** True for a type whose values' hashes recognise persons. */
export function isKeyPart(fieldType: FieldTypeId): boolean {
  return keyPartOf(fieldType) !== null;
}

/** A column of a block as it bears on persons. */
export type PersonColumn = {
  readonly fieldType: FieldTypeId;
  readonly marks: Uint8Array;
  /** For a part of a key the hashes of the values. */
  readonly keys: CellKeys | null;
  /** What the value of a row, which is valid, says of its person. */
  readonly signsOf: (row: number) => PersonSigns;
};

function add<T>(counts: Map<T, number>, feature: T): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}

/**
 * Counts whose data the rows of a table hold. A row's person is its best key: a government id, else a mobile number, a mail
 * address, or name and address together. Columns must come in `personOrder`, block after block; memory is bounded.
 */
export class PersonCounter {
  private readonly table: PersonTable;
  private readonly keyRows = personKeys.map(() => 0);
  private readonly special = new SpecialRows();
  private rows = 0;
  private inBlock = 0;
  private persons = new Int32Array(0);
  private nameLows = new Uint32Array(0);
  private nameTops = new Uint32Array(0);
  private hasName = new Uint8Array(0);

  /** Counts into an empty table of persons. */
  constructor(table = new PersonTable()) {
    this.table = table;
  }

  /** Starts a block of so many rows. */
  begin(rows: number): void {
    this.table.settle();
    if (this.persons.length < rows) {
      this.persons = new Int32Array(rows);
      this.nameLows = new Uint32Array(rows);
      this.nameTops = new Uint32Array(rows);
      this.hasName = new Uint8Array(rows);
    }
    this.persons.fill(noKey);
    this.hasName.fill(0);
    this.special.begin(rows);
    this.inBlock = rows;
  }

  /** Takes a column of the block. */
  take(column: PersonColumn): void {
    const { fieldType, marks } = column;
    this.takePart(column);
    const reader = signReaderOf(fieldType);
    if (reader !== null) {
      this.takeSigns(reader, column);
    }
    const bits = specialBitsOf(fieldType);
    if (bits !== 0) {
      this.takeSpecial(bits, marks);
    }
  }

  /** Takes of a column of the block only what counts rows: by whom they are, and whether they are of special categories. */
  takeRows(column: PersonColumn): void {
    this.takePart(column);
    const bits = specialBitsOf(column.fieldType);
    if (bits !== 0) {
      this.special.take(bits, column.marks);
    }
  }

  private takePart({ fieldType, marks, keys }: PersonColumn): void {
    const part = keyPartOf(fieldType);
    if (keys !== null && part === 'name') {
      this.takeNames(marks, keys);
    } else if (keys !== null && part === 'address') {
      this.takeAddresses(marks, keys);
    } else if (keys !== null && part !== null && part !== 'name' && part !== 'address') {
      this.takeKeys(part, fieldType, marks, keys);
    }
  }

  /** The places in the block of the rows whose persons are looked at, as far as can be told now. */
  lookedAt(): Uint32Array {
    const { persons, inBlock } = this;
    const places = new Uint32Array(inBlock);
    let found = 0;
    for (let row = 0; row < inBlock; row++) {
      if ((persons[row] ?? noKey) >= 0) {
        places[found++] = row;
      }
    }
    return places.slice(0, found);
  }

  /** Closes the block. */
  end(): void {
    this.rows += this.inBlock;
    this.special.end(this.inBlock);
  }

  /**
   * What was counted so far; ages are those on a day (ISO 8601). Whoever described the persons looked at in another table
   * gives that.
   */
  result(asOf: string, table = this.table): Persons {
    table.settle();
    const { rows } = this;
    const { scale } = table;
    const kept = new Map<PersonKey, number>();
    table.visit((_, key) => add(kept, key));
    const byKey = personKeys.flatMap((key, at) => {
      const keyed = this.keyRows[at] ?? 0;
      return keyed === 0 ? [] : [{ key, rows: keyed, persons: (kept.get(key) ?? 0) * scale }];
    });
    const persons = table.size * scale;
    const rowsWithoutKey = rows - byKey.reduce((sum, keyed) => sum + keyed.rows, 0);
    return {
      ...{ asOf, rows, rowsWithoutKey, byKey, persons, isEstimate: table.isEstimate },
      least: Math.max(0, ...byKey.map((keyed) => keyed.persons), rowsWithoutKey > 0 ? 1 : 0),
      most: persons + rowsWithoutKey,
      examined: table.size,
      ...describePersons(table, dayOfIso(asOf), this.special.counts()),
    };
  }

  private takeKeys(key: PersonKey, type: FieldTypeId, marks: Uint8Array, { lows, tops }: CellKeys): void {
    const at = personKeys.indexOf(key);
    // Equal numbers of two kinds of identity document are two persons.
    const salt = key === 'government-id' ? Math.imul((typeOrder.get(type) ?? 0) + 1, 0x85ebca6b) : 0;
    const { persons, table } = this;
    let keyed = 0;
    for (let row = 0; row < marks.length; row++) {
      if (((marks[row] ?? 0) & rowMark.valid) !== 0 && persons[row] === noKey) {
        const low = ((lows[row] ?? 0) ^ salt) >>> 0;
        persons[row] = table.keeps(low) ? table.place(at, low, tops[row] ?? 0) : notKept;
        keyed++;
      }
    }
    this.keyRows[at] = (this.keyRows[at] ?? 0) + keyed;
  }

  private takeNames(marks: Uint8Array, { lows, tops }: CellKeys): void {
    const { hasName, nameLows, nameTops, persons } = this;
    for (let row = 0; row < marks.length; row++) {
      // Better keys were seen before: a row that has one needs no name.
      if (persons[row] === noKey && ((marks[row] ?? 0) & rowMark.valid) !== 0 && hasName[row] === 0) {
        hasName[row] = 1;
        nameLows[row] = lows[row] ?? 0;
        nameTops[row] = tops[row] ?? 0;
      }
    }
  }

  private takeAddresses(marks: Uint8Array, { lows, tops }: CellKeys): void {
    const at = personKeys.indexOf('name-address');
    const { persons, table, hasName, nameLows, nameTops } = this;
    let keyed = 0;
    for (let row = 0; row < marks.length; row++) {
      if (((marks[row] ?? 0) & rowMark.valid) !== 0 && persons[row] === noKey && hasName[row] === 1) {
        const low = (Math.imul(nameLows[row] ?? 0, 0x85ebca6b) ^ (lows[row] ?? 0)) >>> 0;
        const top = (Math.imul(nameTops[row] ?? 0, 0xc2b2ae35) ^ (tops[row] ?? 0)) & 0x1fffff;
        persons[row] = table.place(at, low, top);
        keyed++;
      }
    }
    this.keyRows[at] = (this.keyRows[at] ?? 0) + keyed;
  }

  /** Reads what the values say of persons that are looked at, each kind of sign once for a person. */
  private takeSigns(reader: SignReader, { marks, signsOf }: PersonColumn): void {
    const { bit } = reader;
    const { persons } = this;
    const { read } = this.table.facts;
    for (let row = 0; row < marks.length; row++) {
      const person = persons[row] ?? noKey;
      if (person >= 0 && ((marks[row] ?? 0) & rowMark.valid) !== 0 && ((read[person] ?? 0) & bit) === 0) {
        read[person] = (read[person] ?? 0) | bit;
        this.learn(person, reader, signsOf(row));
      }
    }
  }

  private learn(person: number, { rank, source }: SignReader, { country, province, birth }: PersonSigns): void {
    const { facts } = this.table;
    const known = facts.countryRanks[person] ?? 0;
    if (typeof country === 'string' && (known === 0 || rank < known)) {
      facts.countries[person] = country.charCodeAt(0) * 256 + country.charCodeAt(1);
      facts.countryRanks[person] = rank;
    }
    if (source !== null && typeof province === 'number') {
      const provinces = facts.provinces[provinceSources.indexOf(source)];
      if (provinces !== undefined) {
        provinces[person] = province;
      }
    }
    if (birth !== undefined && birth !== 0 && facts.births[person] === 0) {
      facts.births[person] = birth;
    }
  }

  private takeSpecial(bits: number, marks: Uint8Array): void {
    this.special.take(bits, marks);
    const { persons } = this;
    const { special } = this.table.facts;
    for (let row = 0; row < marks.length; row++) {
      const person = persons[row] ?? noKey;
      if (person >= 0 && ((marks[row] ?? 0) & rowMark.valid) !== 0) {
        special[person] = (special[person] ?? 0) | bits;
      }
    }
  }
}
