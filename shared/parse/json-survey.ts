import { JsonCursor } from './json-cursor.ts';
import { JsonScan } from './json-scan.ts';

const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const maxDepth = 5;
/** So many properties are looked at; a map has far more, which are alike. */
const maxProperties = 2000;
const leastMembers = 3;
/** Names of properties that hold the records of an answer or an export, however few they are. */
const usual =
  /^(?:data|datas|records?|rows?|items?|results?|response|list|lists|users?|documents?|docs|hits|entries|values|content)$/i;

/** An object around records: it begins at `inside`, behind its brace, `depth` braces deep, under the keys of `path`. */
type Place = { readonly inside: number; readonly depth: number; readonly path: readonly string[] };
type FoundArray = Place & { readonly name: string; readonly length: number };
type FoundMap = Place & { readonly length: number };

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

function longest<T extends { readonly length: number }>(found: readonly T[]): T | undefined {
  return found.reduce<T | undefined>((a, b) => (a === undefined || b.length > a.length ? b : a), undefined);
}

/**
 * Looks over an object near the beginning of a file without reading its records: which arrays of records it holds, and
 * whether it is a map of alike objects, at any depth.
 */
export class Surveyor {
  private readonly arrays: FoundArray[] = [];
  private readonly maps: FoundMap[] = [];
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

  /** The longest array of records, if it and those beside it make up half of `bytes`, or if it has a usual name. */
  tables(bytes: number): FoundArray | undefined {
    const array = longest(this.arrays);
    const beside = this.arrays.filter(({ inside }) => inside === array?.inside);
    const all = beside.reduce((sum, { length }) => sum + length, 0);
    return array !== undefined && (all * 2 >= bytes || usual.test(array.name)) ? array : undefined;
  }

  /** The longest map, if it makes up half of `bytes`. */
  map(bytes: number): FoundMap | undefined {
    const map = longest(this.maps);
    return map !== undefined && map.length * 2 >= bytes ? map : undefined;
  }

  /** Looks into the object at hand. False when the head ends inside it, or when it is broken. */
  object(depth = 1, path: readonly string[] = []): boolean {
    const { cursor } = this;
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
      this.maps.push({ ...place, length: end - start });
    }
    return goesOn === false;
  }

  /** Looks at the value at hand; false when it does not end within the head. */
  private value(place: Place, name: string): boolean {
    const { cursor } = this;
    const start = cursor.at;
    const byte = cursor.next();
    if (byte === openBrace && place.depth < maxDepth) {
      return this.object(place.depth + 1, [...place.path, name]);
    }
    const isTable = byte === openBracket && this.holdsRecords();
    const isEnded = this.pass();
    if (isTable) {
      // What does not end here goes on behind the head, or is broken somewhere: it counts to the end of the head.
      this.arrays.push({ ...place, name, length: (isEnded ? cursor.at : cursor.end) - start });
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
