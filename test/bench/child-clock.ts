import { closeSync, openSync, readSync } from 'node:fs';

/** Reads a file piece by piece; a piece is gone once the next is asked for. */
export function* piecesOf(path: string): Generator<Uint8Array> {
  const buffer = new Uint8Array(1 << 19);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) {
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** Says what a child found and how long it took; `npm run bench` reads this line. */
export function tell(milliseconds: number, records: number): void {
  process.stdout.write(`${JSON.stringify({ seconds: milliseconds / 1000, records })}\n`);
}

/** A word of the command line by its place. */
export function word(place: number): string {
  const given = process.argv[place + 2];
  if (given === undefined) {
    throw new Error(`Word ${place} is missing.`);
  }
  return given;
}
