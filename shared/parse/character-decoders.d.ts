/** Decodes whole characters of an encoding of several bytes by the WHATWG Encoding Standard; U+FFFD where it is malformed. */
export declare function multibyteDecoder(encoding: string): (bytes: Uint8Array) => string;
/** The same for an encoding of one byte for each character. */
export declare function singlebyteDecoder(encoding: string): (bytes: Uint8Array) => string;
