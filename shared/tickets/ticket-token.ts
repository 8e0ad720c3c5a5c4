/** A ticket's name in a subject, such as `[LD-7]`. */
export const ticketToken = /\[LD-(\d{1,9})\]/gi;

/** The number of the ticket that a subject names as `[LD-7]`, or null. */
export function ticketNumberIn(subject: string): number | null {
  for (const found of subject.matchAll(ticketToken)) {
    const number = Number(found[1]);
    if (number > 0) {
      return number;
    }
  }
  return null;
}
