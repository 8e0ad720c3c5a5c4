import { generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';

/** Reads small CSV text into rows of cells (RFC 4180), so that tests of the classifier need no parser of the product. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\n]*)(,|\n|$)/g)) {
    const [whole, cell = '', end] = match;
    if (whole === '' && row.length === 0) {
      break;
    }
    row.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end === ',') {
      continue;
    }
    rows.push(row);
    row = [];
    if (end === '') {
      break;
    }
  }
  return rows;
}

/** The columns of a table given by rows; ragged rows are left out. */
function columnsOf(rows: readonly (readonly string[])[], width: number): string[][] {
  const whole = rows.filter(({ length }) => length === width);
  return Array.from({ length: width }, (_, column) => whole.map((row) => row[column] ?? ''));
}

/** The synthetic e-commerce sample as headers and columns. */
export function ecommerceTable(
  rows: number,
  seed: number,
  quirks: boolean,
  language: 'en' | 'zh' = 'en',
): { headers: string[]; columns: string[][] } {
  const decoder = new TextDecoder();
  const bytes = generateEcommerceSample({ rows, seed, quirks, language });
  const [headers = [], ...body] = readCsv([...bytes].map((chunk) => decoder.decode(chunk, { stream: true })).join(''));
  return { headers, columns: columnsOf(body, headers.length) };
}
