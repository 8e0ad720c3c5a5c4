const command = /^\\(?:\.|c|connect|restrict|unrestrict|set|unset|encoding|echo|pset|i|ir|q)(?:\s|$)/;
const connect = /^\\c(?:onnect)?\s+(?:-reuse-previous=\w+\s+)?"?([\w$-]+)/;

/**
 * Reads a line that psql takes itself, as dumps hold them: the database it goes to, if it does. Null for any other line,
 * also for one that brings rows: then the backslash is an accident.
 */
export function readPsqlCommand(line: string): { readonly database: string | null } | null {
  const isCommand = command.test(line) && !/\b(?:insert|copy)\s/i.test(line);
  return isCommand ? { database: connect.exec(line)?.[1] ?? null } : null;
}
