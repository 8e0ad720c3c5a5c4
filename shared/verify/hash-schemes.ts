const schemes: readonly (readonly [name: string, form: RegExp])[] = [
  ['bcrypt', /^\$2[abxy]?\$\d\d\$[./A-Za-z\d]{53}$/],
  ['Argon2', /^\$argon2(?:id|i|d)\$/],
  ['phpass', /^\$[PH]\$/],
  ['crypt', /^\$(?:1|5|6)\$/],
  ['PBKDF2', /^pbkdf2_/],
  ['hash with its salt', /^[\dA-Fa-f]{32,128}:\S{2,64}$/],
  ['MySQL', /^\*[\dA-Fa-f]{40}$/],
  ['MD5', /^(?:[\da-f]{32}|[\dA-F]{32})$/],
  ['MD5, half', /^(?:[\da-f]{16}|[\dA-F]{16})$/],
  ['SHA-1', /^[\dA-Fa-f]{40}$/],
  ['SHA-256', /^[\dA-Fa-f]{64}$/],
  ['SHA-512', /^[\dA-Fa-f]{128}$/],
];

/** The scheme that a password hash is written in, by its form (pack, validator `hash`); null for another value. */
export function hashScheme(value: string): string | null {
  return schemes.find(([, form]) => form.test(value))?.[0] ?? null;
}

/** The salt that a hash carries, or null where it carries none that can be told. */
export function saltOf(value: string): string | null {
  if (/^\$2[abxy]?\$/.test(value)) {
    return value.slice(7, 29);
  }
  if (value.startsWith('$P$') || value.startsWith('$H$')) {
    return value.slice(4, 12);
  }
  const parts = value.split('$');
  if (/^\$(?:1|5|6)\$/.test(value)) {
    return parts.at(-2) ?? null;
  }
  if (value.startsWith('$argon2')) {
    return parts[4] ?? null;
  }
  return value.includes(':') ? value.slice(value.indexOf(':') + 1) : null;
}
