/*
 * Plain JavaScript beside its declaration: the types of @exodus/bytes ask for all of Node's, which shared/ must not see.
 */
import { createMultibyteDecoder } from '@exodus/bytes/multi-byte.js';
import { createSinglebyteDecoder } from '@exodus/bytes/single-byte.js';

export const multibyteDecoder = (encoding) => createMultibyteDecoder(encoding, true);
export const singlebyteDecoder = (encoding) => createSinglebyteDecoder(encoding, true);
