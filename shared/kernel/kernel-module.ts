import { z } from 'zod';

/** An exported function over whole numbers: places and sizes in bytes of the module's memory, counts and flags. */
type Export<N extends number[]> = (...numbers: N) => number;

function exported<N extends number[]>(): z.ZodType<Export<N>> {
  return z.custom<Export<N>>((value) => typeof value === 'function');
}

const numberSchema = z.instanceof(WebAssembly.Global);

/** What the compiled kernels export; the sources in `assembly/` say what each does. */
const exportsSchema = z.object({
  memory: z.instanceof(WebAssembly.Memory),
  at: numberSchema,
  line: numberSchema,
  afterCr: numberSchema,
  rows: numberSchema,
  weight: numberSchema,
  roomColumn: numberSchema,
  roomBytes: numberSchema,
  cells: numberSchema,
  recordStart: numberSchema,
  recordEnd: numberSchema,
  recordLine: numberSchema,
  heapBase: exported<[]>(),
  setUpScan:
    exported<[table: number, width: number, separator: number, quote: number, maxRecord: number, fillShort: number]>(),
  startScan: exported<[from: number, line: number, afterCr: number]>(),
  setBlock: exported<[rows: number, weight: number]>(),
  scan: exported<[end: number, rowLimit: number, weightLimit: number]>(),
  encodeChunk:
    exported<[text: number, textBytes: number, lengths: number, rows: number, scratch: number, to: number]>(),
  decompress: exported<[from: number, size: number, to: number, length: number]>(),
  lengthen: exported<[from: number, rows: number, wide: number, to: number]>(),
  describe:
    exported<
      [
        text: number,
        lengths: number,
        rows: number,
        starts: number,
        sizes: number,
        lows: number,
        tops: number,
        bits: number,
      ]
    >(),
  hashCells: exported<[text: number, lengths: number, rows: number, key: number, states: number, hashes: number]>(),
  findAll:
    exported<
      [
        text: number,
        textBytes: number,
        needle: number,
        needleBytes: number,
        foldCase: number,
        out: number,
        most: number,
      ]
    >(),
});

/** The compiled kernels with a memory of their own. */
export type KernelInstance = z.infer<typeof exportsSchema>;

/** Makes an instance of the compiled module. Throws when the module is another one than this code was built with. */
export function instantiateKernels(module: WebAssembly.Module): KernelInstance {
  return exportsSchema.parse(new WebAssembly.Instance(module).exports);
}
