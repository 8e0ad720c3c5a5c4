import { type PersonKey, personKeys, provinceSources } from '../domain/persons.ts';

/** How many persons are looked at one by one. */
const mostAtOnce = 65_536;
const firstRoom = 1024;

/** In the place of a person: not one of those looked at. */
export const notKept = -2;

/** What is known of the persons kept, a list for each fact; a person is a place in the lists. 0 is not known. */
class Facts {
  readonly lows: Uint32Array;
  readonly tops: Uint32Array;
  /** The place of the person's key in `personKeys`. */
  readonly keys: Uint8Array;
  /** Two letters of a country, as one number, and how good the sign of it was: 1 is the best. */
  readonly countries: Uint16Array;
  readonly countryRanks: Uint8Array;
  /** Codes of GB/T 2260, by the place of their source in `provinceSources`. */
  readonly provinces: readonly Uint8Array[];
  /** The day of birth as yyyymmdd; an age in years as a negative number. */
  readonly births: Int32Array;
  /** Signs that were read already, as bits. */
  readonly read: Uint32Array;
  /** Special categories, as bits. */
  readonly special: Uint32Array;

  readonly room: number;

  constructor(room: number) {
    this.room = room;
    this.lows = new Uint32Array(room);
    this.tops = new Uint32Array(room);
    this.keys = new Uint8Array(room);
    this.countries = new Uint16Array(room);
    this.countryRanks = new Uint8Array(room);
    this.provinces = provinceSources.map(() => new Uint8Array(room));
    this.births = new Int32Array(room);
    this.read = new Uint32Array(room);
    this.special = new Uint32Array(room);
  }
}

function grown(old: Facts): Facts {
  const wider = new Facts(old.room * 2);
  for (const name of ['lows', 'tops', 'keys', 'countries', 'countryRanks', 'births', 'read', 'special'] as const) {
    wider[name].set(old[name]);
  }
  for (const [at, provinces] of wider.provinces.entries()) {
    provinces.set(old.provinces[at] ?? []);
  }
  return wider;
}

/**
 * The persons of a table in bounded memory: all of them up to some 65,000, then those whose hash ends in zero bits, more and
 * more of them (adaptive sampling, as in `DistinctCounter`). Whether a person is kept depends on the hash alone, so those
 * kept are a uniform random part, and what is known of them stands for all.
 */
export class PersonTable {
  facts = new Facts(firstRoom);
  size = 0;
  /** Persons are kept whose hash ends in so many zero bits. */
  level: number;
  private readonly mostPersons: number;
  /** The bits that are zero in the hash of a person that is kept. */
  private mask: number;
  /** Places by hash, plus one; 0 is free. */
  private index = new Int32Array(firstRoom * 4);

  /** Whoever knows at which level a table ends may begin there: the same persons are kept, and none in vain. */
  constructor(mostPersons = mostAtOnce, level = 0) {
    this.mostPersons = mostPersons;
    this.level = level;
    this.mask = 2 ** level - 1;
  }

  /** How many persons there are; exact while all are kept. */
  get isEstimate(): boolean {
    return this.level > 0;
  }

  /** For how many persons each one kept stands. */
  get scale(): number {
    return 2 ** this.level;
  }

  /** True for the hash of persons that are looked at. */
  keeps(low: number): boolean {
    return (low & this.mask) === 0;
  }

  /** The place of the person with this key and hash, made where it is new; `notKept` for one that is not looked at. */
  place(key: number, low: number, top: number): number {
    if (!this.keeps(low)) {
      return notKept;
    }
    const { index, facts } = this;
    let at = this.slot(low, top);
    for (let found = index[at] ?? 0; found !== 0; found = index[at] ?? 0) {
      if (facts.lows[found - 1] === low && facts.tops[found - 1] === top && facts.keys[found - 1] === key) {
        return found - 1;
      }
      at = (at + 1) & (index.length - 1);
    }
    return this.add(at, key, low, top);
  }

  /** Gives up persons while there are too many. Places change: call it between blocks only. */
  settle(): void {
    while (this.size > this.mostPersons) {
      this.level++;
      this.mask = this.scale - 1;
      this.keepLevel();
    }
  }

  /** Hears the place and key of each person kept. */
  visit(hear: (place: number, key: PersonKey) => void): void {
    for (let place = 0; place < this.size; place++) {
      hear(place, personKeys[this.facts.keys[place] ?? 0] ?? 'name-address');
    }
  }

  private slot(low: number, top: number): number {
    // The low bits are the same in all that are kept, so the place must come from others.
    return (top ^ Math.imul(low >>> 12, 0x9e3779b1)) & (this.index.length - 1);
  }

  private add(at: number, key: number, low: number, top: number): number {
    const place = this.size++;
    if (place === this.facts.room) {
      this.facts = grown(this.facts);
    }
    const { facts } = this;
    facts.lows[place] = low;
    facts.tops[place] = top;
    facts.keys[place] = key;
    this.index[at] = place + 1;
    if (this.size * 2 > this.index.length) {
      this.index = new Int32Array(this.index.length * 4);
      this.reindex();
    }
    return place;
  }

  private reindex(): void {
    const { index, facts } = this;
    for (let place = 0; place < this.size; place++) {
      let at = this.slot(facts.lows[place] ?? 0, facts.tops[place] ?? 0);
      while (index[at] !== 0) {
        at = (at + 1) & (index.length - 1);
      }
      index[at] = place + 1;
    }
  }

  /** Moves the persons that stay together, and forgets the others. */
  private keepLevel(): void {
    const { facts } = this;
    const lists = [facts.lows, facts.tops, facts.keys, facts.countries, facts.countryRanks, facts.births, facts.read];
    const all = [...lists, facts.special, ...facts.provinces];
    let kept = 0;
    for (let place = 0; place < this.size; place++) {
      if (((facts.lows[place] ?? 0) & this.mask) === 0) {
        for (const list of all) {
          list[kept] = list[place] ?? 0;
        }
        kept++;
      }
    }
    for (const list of all) {
      list.fill(0, kept, this.size);
    }
    this.size = kept;
    this.index.fill(0);
    this.reindex();
  }
}
