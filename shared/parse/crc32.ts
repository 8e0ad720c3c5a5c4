const polynomial = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let rest = index;
  for (let bit = 0; bit < 8; bit++) {
    rest = rest & 1 ? polynomial ^ (rest >>> 1) : rest >>> 1;
  }
  return rest;
});

/** The CRC-32 of gzip and ZIP, taken piece by piece. */
export function createCrc32() {
  let crc = -1;
  return {
    update: (bytes: Uint8Array): void => {
      let rest = crc;
      for (let at = 0; at < bytes.length; at++) {
        rest = (table[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
      }
      crc = rest;
    },
    value: (): number => ~crc >>> 0,
    reset: (): void => {
      crc = -1;
    },
  };
}
