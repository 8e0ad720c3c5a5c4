import { defineDetector } from '../detector.ts';

const form =
  /^(?:https?:\/\/(?:[^\s/@?#]+@)?[\p{L}\p{N}.-]+|www\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

function isUrl(value: string): boolean {
  const first = value.charCodeAt(0) | 32;
  // 104 is h, 119 is w: every other value fails before the expression runs.
  return (first === 104 || first === 119) && value.length >= 8 && value.length <= 4096 && form.test(value);
}

/** Web addresses with a scheme, or host names with `www`; the mask keeps the scheme only. */
export const url = defineDetector({
  fieldType: 'url',
  chance: 0.001,
  standsAlone: () => true,
  accepts: isUrl,
  mask: (value) => `${value.slice(0, value.includes('://') ? value.indexOf('://') + 3 : 4)}******`,
});
