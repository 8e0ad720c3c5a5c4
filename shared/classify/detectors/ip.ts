import { defineDetector, reading } from '../detector.ts';
import { keepEnds } from '../masks.ts';

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const ipv4Form = new RegExp(`^${octet}(?:\\.${octet}){3}$`);

/** Four numbers up to 255 in decimals without leading zeros, which some systems read as octal (RFC 6943, 3.1.1). */
function isIpv4(value: string): boolean {
  return ipv4Form.test(value);
}

/** The last 32 bits of an IPv6 address may be written like IPv4; as two groups they are the same. */
function withoutDots(value: string): string | null {
  const at = value.lastIndexOf(':');
  const tail = value.slice(at + 1);
  if (!tail.includes('.')) {
    return value;
  }
  if (!isIpv4(tail)) {
    return null;
  }
  const [a = 0, b = 0, c = 0, d = 0] = tail.split('.').map(Number);
  return `${value.slice(0, at + 1)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
}

function groupsOf(half: string): string[] {
  return half === '' ? [] : half.split(':');
}

/** The eight groups of an IPv6 address (RFC 4291, 2.2), or null. */
function readGroups(value: string): number[] | null {
  const plain = withoutDots(value);
  const halves = plain?.split('::') ?? [];
  if (halves.length === 0 || halves.length > 2) {
    return null;
  }
  const before = groupsOf(halves[0] ?? '');
  const after = groupsOf(halves[1] ?? '');
  const missing = 8 - before.length - after.length;
  if ((halves.length === 1 && missing !== 0) || (halves.length === 2 && missing < 1)) {
    return null;
  }
  const zeros = Array.from({ length: missing }, () => '0');
  const groups = [...before, ...zeros, ...after];
  return groups.every((group) => /^[\da-fA-F]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : null;
}

/** The recommended form of RFC 5952: small letters, no leading zeros, the first longest run of zero groups as `::`. */
function formatGroups(groups: readonly number[]): string {
  let best = { start: 0, length: 1 };
  for (let start = 0; start < 8; start++) {
    let length = 0;
    while (start + length < 8 && groups[start + length] === 0) {
      length++;
    }
    best = length > best.length ? { start, length } : best;
  }
  const words = groups.map((group) => group.toString(16));
  if (best.length < 2) {
    return words.join(':');
  }
  return `${words.slice(0, best.start).join(':')}::${words.slice(best.start + best.length).join(':')}`;
}

/** A link-local address may name its interface behind `%` (RFC 4007, 11). */
const zoned = /^(fe[89ab][\da-f:.]+)(%[\w.-]{1,16})$/i;

function readIpv6(value: string): string | null {
  const [, address = value, zone = ''] = zoned.exec(value) ?? [];
  const groups = readGroups(address);
  return groups === null ? null : formatGroups(groups) + zone;
}

function readIp(value: string): string | null {
  if (value.length < 2 || value.length > 56) {
    return null;
  }
  if (value.includes(':')) {
    return readIpv6(value);
  }
  return value.length >= 7 && value.length <= 15 && isIpv4(value) ? value : null;
}

/**
 * Addresses of hosts: IPv4 in dotted decimals, and IPv6 by RFC 4291, section 2.2, brought into the form of RFC 5952. Of random
 * digits in four groups of one to three about a fiftieth to a half are octets; of other values none.
 */
export const ip = defineDetector({
  fieldType: 'ip',
  chance: 0.02,
  standsAlone: () => true,
  ...reading(readIp),
  mask(value) {
    if (value.includes(':')) {
      return keepEnds(value, 4, 0);
    }
    return `${value.slice(0, value.indexOf('.', value.indexOf('.') + 1))}.*.*`;
  },
  maskedForm: /^\d{1,3}\.(?:\d{1,3}|\*{1,3})\.(?:\d{1,3}|\*{1,3})\.(?:\d{1,3}|\*{1,3})$/,
});
