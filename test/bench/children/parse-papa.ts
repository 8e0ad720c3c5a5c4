import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { tell, word } from '../child-clock.ts';

const begin = performance.now();
let records = -1;
// From one string in pieces, each let go after it was counted: its fastest way without keeping everything.
Papa.parse<string[]>(readFileSync(word(0), 'utf8'), {
  delimiter: ',',
  skipEmptyLines: true,
  chunkSize: 1 << 20,
  chunk: ({ data }: Papa.ParseResult<string[]>) => {
    records += data.length;
  },
  complete: () => tell(performance.now() - begin, records),
});
