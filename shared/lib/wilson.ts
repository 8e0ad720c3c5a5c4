/** A share with the interval in which it lies with 95 % confidence, and how many draws it was read from. */
export type Share = { readonly share: number; readonly low: number; readonly high: number; readonly compared: number };

/** The 97.5 % point of the normal distribution. */
const z = 1.959_963_984_540_054;

/**
 * Wilson's score interval for a share that was seen `hits` times in `of` draws (E. B. Wilson, "Probable inference, the law
 * of succession, and statistical inference", JASA 22 (1927), 209–212). Of no draws it says nothing: 0 to 1.
 */
export function wilson(hits: number, of: number): Share {
  if (of === 0) {
    return { share: 0, low: 0, high: 1, compared: 0 };
  }
  const share = hits / of;
  const spread = (z * z) / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half), compared: of };
}
