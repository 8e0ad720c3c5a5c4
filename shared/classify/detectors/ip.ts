import { isDigitCode } from '../characters.ts';
import { defineDetector } from '../detector.ts';
import { keepEnds } from '../masks.ts';

function isIpv4(value: string): boolean {
  let parts = 1;
  let number = 0;
  let digits = 0;
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (isDigitCode(code)) {
      number = number * 10 + code - 48;
      digits++;
      if (digits > 3 || number > 255) {
        return false;
      }
    } else {
      if (code !== 46 || digits === 0) {
        return false;
      }
      parts++;
      number = 0;
      digits = 0;
    }
  }
  return parts === 4 && digits > 0;
}

function isIpv6(value: string): boolean {
  if (!/^[\da-fA-F:]+(?:(?:\d{1,3}\.){3}\d{1,3})?$/.test(value) || value.includes(':::')) {
    return false;
  }
  const halves = value.split('::');
  if (halves.length > 2) {
    return false;
  }
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1) ?? '';
  const size = groups.length + (last.includes('.') ? 1 : 0);
  if (!groups.every((group) => (group.includes('.') ? isIpv4(group) : group.length >= 1 && group.length <= 4))) {
    return false;
  }
  return halves.length === 2 ? size < 8 : size === 8;
}

function isIp(value: string): boolean {
  if (value.length < 3 || value.length > 45) {
    return false;
  }
  return value.includes(':') ? isIpv6(value) : value.length >= 7 && value.length <= 15 && isIpv4(value);
}

/** Addresses of hosts: IPv4 in dotted decimals, and IPv6 by RFC 4291 section 2.2. */
export const ip = defineDetector({
  fieldType: 'ip',
  chance: 0.02,
  standsAlone: () => true,
  accepts: isIp,
  normalise: (value) => value.toLowerCase(),
  mask(value) {
    if (value.includes(':')) {
      return keepEnds(value, 4, 0);
    }
    return `${value.slice(0, value.indexOf('.', value.indexOf('.') + 1))}.*.*`;
  },
  maskedForm: /^\d{1,3}\.(?:\d{1,3}|\*{1,3})\.(?:\d{1,3}|\*{1,3})\.(?:\d{1,3}|\*{1,3})$/,
});
