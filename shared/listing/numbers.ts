/** A number as people write it, as the source of a pattern: grouped by commas or plain, with decimals. Bounded on purpose. */
export const writtenNumber = '(?:\\d{1,3}(?:[,，]\\d{3}){1,5}(?!\\d)|\\d{1,15})(?:\\.\\d{1,6})?';

/** The words that scale a number, as the source of a pattern. */
export const writtenScale = '(?:thousand|million|billion|mil(?![a-z])|mln|bn|[kmbw](?![a-z])|千万|百万|万|亿|千)';

const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  千: 1e3,
  万: 1e4,
  // Chinese sellers write 560w for 560万.
  w: 1e4,
  m: 1e6,
  mil: 1e6,
  mln: 1e6,
  million: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

/** The value of a written number with its scale, or null where it is none. Rounded to cents, to undo binary fractions. */
export function scaledNumber(number: string, scale: string | undefined): number | null {
  const value = Number(number.replace(/[,，]/g, '')) * (scales[(scale ?? '').trim().toLowerCase()] ?? 1);
  if (!Number.isFinite(value)) {
    return null;
  }
  return value < 1 ? value : Math.round(value * 100) / 100;
}
