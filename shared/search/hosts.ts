const at = 0x40;
const dot = 0x2e;
const colon = 0x3a;
const slash = 0x2f;
const question = 0x3f;
const hash = 0x23;

function endsHost(byte: number): boolean {
  return byte === slash || byte === question || byte === hash;
}

/** Finds the host of a key that is an e-mail address or a URL. */
export class HostFinder {
  /** Where the host that was found last lies in its key. */
  start = 0;
  end = 0;

  /** Looks in the first `length` bytes; false where there is no host. */
  find(key: Uint8Array, length: number): boolean {
    let sign = -1;
    let port = -1;
    let stop = length;
    this.start = 0;
    for (let place = 1; place < stop; place++) {
      const byte = key[place] ?? 0;
      if (byte === at) {
        sign = place;
      } else if (byte === colon && this.#isScheme(key, place)) {
        place += 2;
      } else if (byte === colon) {
        port = place;
      } else if (this.start > 0 && endsHost(byte)) {
        stop = place;
      }
    }
    const isFound = sign > 0 || this.start > 0;
    this.start = Math.max(this.start, sign + 1);
    this.end = port > this.start ? port : stop;
    return isFound && this.start < this.end;
  }

  #isScheme(key: Uint8Array, place: number): boolean {
    const isScheme = this.start === 0 && key[place + 1] === slash && key[place + 2] === slash;
    if (isScheme) {
      this.start = place + 3;
    }
    return isScheme;
  }
}

/** Visits the domains that a host belongs to: itself, and what is left of it behind each dot, down to two labels. */
export function visitDomains(host: Uint8Array, visit: (start: number) => void): void {
  let start = 0;
  let next = host.indexOf(dot);
  while (next > start && next < host.length - 1) {
    visit(start);
    start = next + 1;
    next = host.indexOf(dot, start);
  }
}

const domain = /^@?((?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])$/u;

/** The domain that a look-up key names, with or without `@` before it; null where it is something else. */
export function domainOfKey(key: string): string | null {
  return domain.exec(key)?.[1] ?? null;
}
