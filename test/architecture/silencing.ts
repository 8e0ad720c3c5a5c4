import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = ['shared', 'electron', 'renderer', 'cli', 'scripts', 'build', 'test'];
const CODE = /\.(?:[cm]?[jt]s|tsx|css|html)$/;

/** The words that switch a checker off, at the place where it looks for them: in a comment. */
const SILENCING = new RegExp(
  [
    String.raw`(?://|/\*|<!--).*?(?:`,
    ['biome', 'eslint', 'oxlint', 'prettier', 'stylelint'].map((tool) => `${tool}-(?:ignore|disable)`).join('|'),
    '|@ts-(?:ignore|expect-error|nocheck)|(?:jscpd|v8|c8|istanbul)[: -]ignore)',
    // knip passes over exports that carry one of these tags.
    String.raw`|^\s*/?\*+.*?\s@(?:public|internal|beta|alias|lintignore|knipignore)\b`,
  ].join(''),
);

/** Every line of code that silences a checker, as `file:line`. */
export function silencingComments(root: string): readonly string[] {
  const found: string[] = [];
  for (const folder of FOLDERS.filter((name) => existsSync(path.join(root, name)))) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const file = `${folder}/${entry.replaceAll('\\', '/')}`;
      if (CODE.test(file)) {
        const lines = readFileSync(path.join(root, file), 'utf8').split('\n');
        found.push(...lines.flatMap((line, index) => (SILENCING.test(line) ? [`${file}:${index + 1}`] : [])));
      }
    }
  }
  return found.toSorted();
}
