import { analyze } from './analyze.ts';
import type { Command } from './command.ts';
import { detect } from './detect.ts';
import { rows } from './rows.ts';

/** The words of the command line. */
export const commands: readonly Command[] = [rows, analyze, detect];
