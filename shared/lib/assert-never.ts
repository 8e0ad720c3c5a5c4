/** Ends a switch over a union: the compiler refuses the call while a member is unhandled. Throws if data lied about its type. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled member of a union: ${JSON.stringify(value)}`);
}
