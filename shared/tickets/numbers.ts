const grouped = new Intl.NumberFormat('en-US');

/** A count as replies write it: 48,213. */
export function countText(count: number): string {
  return grouped.format(count);
}
