import { err, ok, type Result } from '#shared/lib/result.ts';

/** The words behind a command: options with a value and flags without one, both without their dashes, and the rest in order. */
export type Arguments = {
  readonly options: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
};

function sentence(names: readonly string[]): string {
  return names.map((name) => `--${name}`).join(', ');
}

/**
 * Takes the words apart; an option has a value, in the next word or behind `=`, a flag has none. Node's own parser refuses a
 * value that begins with a dash, and separators do. What follows a bare `--` is a file. The failure is a sentence.
 */
export function parseArguments(
  words: readonly string[],
  known: readonly string[],
  knownFlags: readonly string[] = [],
): Result<Arguments, string> {
  const flags = new Set<string>();
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') {
      files.push(...words.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      files.push(word);
      continue;
    }
    if (knownFlags.some((flag) => word === `--${flag}`)) {
      flags.add(word.slice(2));
      continue;
    }
    const [, name = '', , inline] = word.match(/^--([^=]*)(=(.*))?$/s) ?? [];
    if (!known.includes(name)) {
      return err(`There is no option ${word}. The options are ${sentence([...known, ...knownFlags])}.`);
    }
    const value = inline ?? words[++at];
    if (value === undefined) {
      return err(`The option --${name} needs a value behind it.`);
    }
    options.set(name, value);
  }
  return ok({ options, flags, files });
}
