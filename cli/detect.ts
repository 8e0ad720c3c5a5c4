import type { Detector } from '#shared/classify/detector.ts';
import { detectorFor } from '#shared/classify/detectors.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { fieldTypes } from '#shared/packs/field-types.ts';
import { parseArguments } from './arguments.ts';
import { defineCommand, type Surroundings } from './command.ts';
import { Output } from './output.ts';

const usage = `detect TYPE
  Reads values from the standard input, one a line, and prints for each a line with 1 (valid) or 0, a tab, and the
  value in its normal form. Only the rule of that type is asked.
detect --list
  Prints the ids of all types.`;

/** How many insertions, deletions and exchanges turn one word into the other (V. I. Levenshtein, 1965). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function near(word: string): string[] {
  const ids = fieldTypes.map(({ id }) => String(id));
  const alike = ids.filter((id) => id.includes(word) || word.includes(id) || editDistance(word, id) <= 2);
  return alike.slice(0, 5);
}

function detectorOf(word: string): Result<Detector, string> {
  const found = fieldTypes.find(({ id }) => id === word.toLowerCase());
  if (found !== undefined) {
    return ok(detectorFor(found.id));
  }
  const alike = near(word.toLowerCase());
  const hint = alike.length === 0 ? '`detect --list` prints all of them.' : `Did you mean ${alike.join(', ')}?`;
  return err(`There is no field type “${word}”. ${hint}`);
}

/** The lines of a stream of UTF-8, without their ends; what follows the last line end is a line if it is not empty. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  rest += decoder.decode();
  yield rest === '' ? [] : [rest];
}

function answer(detector: Detector, line: string): string {
  const value = line.endsWith('\r') ? line.slice(0, -1) : line;
  // A tab or line end inside the normal form would be taken for the border of a field.
  const normal = detector.normalise(value).replaceAll(/[\t\r\n]/g, ' ');
  return `${detector.accepts(value) ? 1 : 0}\t${normal}\n`;
}

/** What to do: print the ids of all types, or judge values by one. */
type Task = { readonly kind: 'list' } | { readonly kind: 'judge'; readonly detector: Detector };

function readTask(words: readonly string[]): Result<Task, string> {
  const given = parseArguments(words, [], ['list']);
  if (!given.ok) {
    return given;
  }
  const { flags, files } = given.value;
  if (flags.has('list')) {
    return ok({ kind: 'list' });
  }
  const [type, ...more] = files;
  const detector = type === undefined || more.length > 0 ? err(`Name one field type.\n\n${usage}`) : detectorOf(type);
  return detector.ok ? ok({ kind: 'judge', detector: detector.value }) : detector;
}

async function perform(task: Task, { stdin, stdout }: Surroundings): Promise<number> {
  const out = new Output(stdout);
  if (task.kind === 'list') {
    await out.write(`${fieldTypes.map(({ id }) => id).join('\n')}\n`);
    return 0;
  }
  for await (const lines of linesOf(stdin)) {
    if (lines.length > 0) {
      await out.write(lines.map((line) => answer(task.detector, line)).join(''));
    }
  }
  return 0;
}

/** `detect`: whether values pass the rule of one field type. */
export const detect = defineCommand({ name: 'detect', usage, readTask, perform });
