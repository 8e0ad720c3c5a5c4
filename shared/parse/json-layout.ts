import { JsonCursor } from './json-cursor.ts';
import { JsonScan } from './json-scan.ts';

/**
 * Where the records of a JSON file are. `records`: they follow one another, or are the items of arrays at the top. `tables`:
 * they are the items of arrays that are properties of one object; `map`: they are the properties of one object themselves.
 * This object begins at `inside` (behind its brace), `depth` braces deep, under the dotted `path`.
 */
export type JsonLayout =
  | { readonly kind: 'records' }
  | { readonly kind: 'tables' | 'map'; readonly inside: number; readonly depth: number; readonly path: string };

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const maxDepth = 5;
/** So many properties are looked at; a map has far more, which are alike. */
const maxProperties = 2000;
const leastMembers = 3;
const records: JsonLayout = { kind: 'records' };
/** Names of properties that hold the records of an answer or an export, however few they are. */
const usual =
  /^(?:data|datas|records?|rows?|items?|results?|response|list|lists|users?|documents?|docs|hits|entries|values|content)$/i;

/** What the objects around the records show: arrays of records, the maps they may be, and where they lie. */
type Place = { readonly inside: number; readonly depth: number; readonly path: string };
type FoundArray = Place & { readonly name: string; readonly length: number };
type FoundMap = Place & { readonly length: number };
type Survey = { readonly arrays: FoundArray[]; readonly maps: FoundMap[]; isClosed: boolean };

/** Whether objects have half of their keys in common, as the records of a map do. */
function areAlike(keySets: readonly ReadonlySet<string>[]): boolean {
  const [first, ...rest] = keySets;
  return (
    first !== undefined &&
    first.size > 0 &&
    keySets.length >= leastMembers &&
    rest.every((keys) => [...keys].filter((key) => first.has(key)).length * 2 >= Math.max(keys.size, first.size))
  );
}

/** Looks over the objects at the top of a file, without reading their records. */
class Surveyor {
  readonly survey: Survey = { arrays: [], maps: [], isClosed: false };
  private readonly cursor = new JsonCursor();
  private readonly scan = new JsonScan();

  constructor(head: Uint8Array, start: number) {
    this.cursor.begin(head, start, head.length);
  }

  /** Whether anything follows the object. */
  get hasMore(): boolean {
    while (this.cursor.take(comma)) {
      // Commas between records are no content.
    }
    return this.cursor.next() >= 0;
  }

  /** Looks into the object at hand. False when the head ends inside it, or when it is broken. */
  object(depth: number, path: string): boolean {
    const { cursor, survey } = this;
    const start = cursor.at++;
    const place = { inside: cursor.at, depth, path };
    const keySets: ReadonlySet<string>[] = [];
    let areObjects = true;
    let goesOn: boolean | null = !cursor.take(closeBrace);
    for (let count = 0; goesOn && count < maxProperties; count++) {
      if (!cursor.passKey()) {
        goesOn = null;
        break;
      }
      const name = cursor.tokenText();
      const keys = cursor.next() === openBrace ? this.keysAt() : null;
      if (!this.value(place, name)) {
        goesOn = null;
        break;
      }
      areObjects = areObjects && keys !== null;
      keySets.push(...(keys === null ? [] : [keys]));
      goesOn = cursor.separate(closeBrace);
    }
    if (areObjects && areAlike(keySets)) {
      const end = goesOn === false ? cursor.at : cursor.end;
      survey.maps.push({ ...place, length: end - start });
    }
    return goesOn === false;
  }

  /** Looks at the value at hand; false when it does not end within the head. */
  private value(place: Place, name: string): boolean {
    const { cursor } = this;
    const start = cursor.at;
    const byte = cursor.next();
    if (byte === openBrace && place.depth < maxDepth) {
      return this.object(place.depth + 1, place.path === '' ? name : `${place.path}.${name}`);
    }
    const isTable = byte === openBracket && this.holdsRecords();
    const isEnded = this.pass();
    if (isTable) {
      // What does not end here goes on behind the head, or is broken somewhere: it counts to the end of the head.
      this.survey.arrays.push({ ...place, name, length: (isEnded ? cursor.at : cursor.end) - start });
    }
    return isEnded;
  }

  /** Whether the array at hand begins with an object or an array. */
  private holdsRecords(): boolean {
    const { cursor } = this;
    const start = cursor.at++;
    const byte = cursor.next();
    cursor.at = start;
    return byte === openBrace || byte === openBracket;
  }

  private pass(): boolean {
    const { cursor, scan } = this;
    scan.begin(cursor.at, 'value');
    const outcome = scan.run(cursor.bytes, cursor.end, false);
    cursor.at = scan.at;
    return outcome === 'done';
  }

  /** The keys of the object at hand, as far as the head shows them. */
  private keysAt(): ReadonlySet<string> {
    const { cursor } = this;
    const start = cursor.at++;
    const keys = new Set<string>();
    while (keys.size < 50 && cursor.next() === quote && cursor.passKey()) {
      keys.add(cursor.tokenText());
      cursor.next();
      if (!this.pass() || !cursor.take(comma)) {
        break;
      }
    }
    cursor.at = start;
    return keys;
  }
}

function longest<T extends { readonly length: number }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>((a, b) => (a === undefined || b.length > a.length ? b : a), undefined);
}

/**
 * Tells from a file's beginning where its records are. One object at the top is the record itself, unless arrays of records
 * make up half of it or have a usual name (`data`, `RECORDS`), or it is a map of three alike objects or more. An object that
 * does not end within the head is too long for a record: there the longest array or map decides.
 */
export function jsonLayout(head: Uint8Array, isWhole: boolean): JsonLayout {
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const cursor = new JsonCursor();
  cursor.begin(head, start, head.length);
  if (cursor.next() !== openBrace) {
    return records;
  }
  const surveyor = new Surveyor(head, cursor.at);
  const isClosed = surveyor.object(1, '');
  if (isClosed && (surveyor.hasMore || !isWhole)) {
    return records;
  }
  const { arrays, maps } = surveyor.survey;
  const array = longest(arrays);
  const beside = arrays.filter(({ inside }) => inside === array?.inside);
  const all = beside.reduce((sum, { length }) => sum + length, 0);
  const isMost = array !== undefined && (all * 2 >= head.length || usual.test(array.name));
  if (array !== undefined && isMost) {
    return { kind: 'tables', inside: array.inside, depth: array.depth, path: array.path };
  }
  const map = longest(maps);
  const isMap = map !== undefined && map.length * 2 >= head.length;
  return map !== undefined && isMap ? { kind: 'map', inside: map.inside, depth: map.depth, path: map.path } : records;
}
