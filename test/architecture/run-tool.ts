import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './planted-tree.ts';

const packageSchema = z.object({ bin: z.record(z.string(), z.string()) });

function programPath(packageName: string, program: string): string {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const { bin } = packageSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  const relative = bin[program];
  if (relative === undefined) {
    throw new Error(`${packageName} has no program ${program}.`);
  }
  return path.join(folder, relative);
}

export type ToolOutcome = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs an installed package's program in a folder and gives what it printed. A refusal is an outcome, not an error. */
export function runTool(cwd: string, packageName: string, program: string, ...args: string[]): Promise<ToolOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [programPath(packageName, program), ...args], { cwd });
    const printed = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed.stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      printed.stderr += text;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...printed }));
  });
}

/** Parses what a tool printed as JSON; where it printed something else, the error shows it. */
export function printedJson<T>(outcome: ToolOutcome, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(outcome.stdout));
  } catch (cause) {
    throw new Error(`The tool did not report:\n${outcome.stdout.slice(0, 2000)}\n${outcome.stderr.slice(0, 2000)}`, {
      cause,
    });
  }
}
