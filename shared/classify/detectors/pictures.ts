import type { ColumnFacts } from '../column-facts.ts';
import { defineDetector } from '../detector.ts';
import { secretMask } from '../masks.ts';
import { url } from './url.ts';

const file = /\.(?:jpe?g|jfif|png|gif|webp|bmp|heic|heif|avif|tiff?|svg|ico)(?:[?#!@]\S*)?$/i;
const inline = /^data:image\/[a-z+.-]+;base64,|^\/9j\/4|^iVBORw0KGgo/;

/** A file with the ending of a picture, a picture written as text, or the address of one. */
function isPicture(value: string): boolean {
  return file.test(value) || inline.test(value) || url.accepts(value);
}

function pictures(fieldType: string): ReturnType<typeof defineDetector> {
  return defineDetector({
    fieldType,
    chance: 0.001,
    fitsHeader: (facts: ColumnFacts) => facts.meanLength > 4,
    accepts: (value) => value.length >= 5 && isPicture(value),
    secret: true,
    mask: secretMask,
  });
}

/** Pictures of people. */
export const photo = pictures('photo');

/** Pictures of identity documents. */
export const idImage = pictures('id-image');
