/** The keys of MongoDB's Extended JSON whose value is the text itself. */
export const plainTypes: ReadonlySet<string> = new Set([
  '$oid',
  '$date',
  '$numberLong',
  '$numberInt',
  '$numberDouble',
  '$numberDecimal',
  '$uuid',
  '$symbol',
  '$binary',
]);

/** Milliseconds since 1970 as ISO 8601 in UTC; as they stand when no date is that far away. */
export function isoDate(milliseconds: string): string {
  const date = new Date(Number(milliseconds));
  return milliseconds.trim() === '' || Number.isNaN(date.getTime()) ? milliseconds : date.toISOString();
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

function dateText(value: unknown): string | undefined {
  const long = typeof value === 'number' ? String(value) : member(value, '$numberLong');
  return typeof long === 'string' ? isoDate(long) : undefined;
}

function binaryText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value : member(value, 'base64');
  return typeof text === 'string' ? text : undefined;
}

/**
 * What an object of MongoDB's Extended JSON stands for, in its canonical, relaxed or old form; null for its `undefined`.
 * Undefined (no value) when the object is an ordinary one, or of a type that is better shown key by key.
 */
export function extendedText(json: string): string | null | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  const [[key, inner] = ['', null], second, ...more] = Object.entries(value ?? {});
  const isTyped = more.length === 0 && (second === undefined || (key === '$binary' && second[0] === '$type'));
  if (!isTyped) {
    return undefined;
  }
  switch (key) {
    case '$date':
      return dateText(inner);
    case '$binary':
      return binaryText(inner);
    case '$timestamp':
      return JSON.stringify(inner);
    case '$undefined':
      return null;
    default:
      return undefined;
  }
}
