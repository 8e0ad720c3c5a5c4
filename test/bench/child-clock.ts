/** Says what a child found and how long it took; `npm run bench` reads this line. */
export function tell(begin: number, records: number): void {
  process.stdout.write(`${JSON.stringify({ seconds: (performance.now() - begin) / 1000, records })}\n`);
}

/** A word of the command line by its place. */
export function word(place: number): string {
  const given = process.argv[place + 2];
  if (given === undefined) {
    throw new Error(`Word ${place} is missing.`);
  }
  return given;
}
