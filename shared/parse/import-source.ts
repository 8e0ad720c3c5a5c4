const digits = /\d+/g;
const blanks = /[\s_-]+/g;
const copyMark = /\s*\(\d+\)(?=\.|$)/;

/**
 * Names where a file comes from, so that choices made for one file serve the next: the seller where the case knows one,
 * together with the file's ending, else the pattern of the file's name with its numbers left open.
 * @example sourceOfFile('orders_2024-03 (1).csv', null) // 'file:orders-#-#.csv'
 */
export function sourceOfFile(fileName: string, seller: string | null): string {
  const name = fileName.normalize('NFKC').toLowerCase();
  if (seller !== null && seller.trim() !== '') {
    const ending = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
    return `seller:${seller.normalize('NFKC').trim().toLowerCase()}${ending}`;
  }
  return `file:${name.replace(copyMark, '').replaceAll(digits, '#').replaceAll(blanks, '-')}`;
}
