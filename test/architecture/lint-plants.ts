/** A file that Biome must refuse for one reason, or accept where `rule` is null. */
export type LintPlant = {
  readonly file: string;
  readonly text: string;
  /** The rule's category, or the start of the message of one of our own rules in lint/. */
  readonly rule: string | null;
};

const NO_CLOCK = 'shared/ has no clock';
const NO_CHANCE = 'shared/ has no randomness';
const NO_NETWORK = 'The renderer has no network';
const NO_DOOR = 'Only renderer/platform reads window.leakdesk';
const NO_CAST = 'A cast through `unknown`';
const GLOBAL = 'lint/style/noRestrictedGlobals';
const IMPORT = 'lint/style/noRestrictedImports';

function refuse(rule: string, file: string, ...lines: string[]): LintPlant {
  return { file, rule, text: `${lines.join('\n')}\n` };
}

function accept(file: string, ...lines: string[]): LintPlant {
  return { file, rule: null, text: `${lines.join('\n')}\n` };
}

function linesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `export const line${index} = ${index};`);
}

function functionOf(lines: number): string[] {
  const body = Array.from({ length: lines - 3 }, (_, index) => `  total += ${index};`);
  return ['export function long(): number {', '  let total = 0;', ...body, '  return total;', '}'];
}

const ENTANGLED = [
  'export function entangled(rows: readonly (readonly number[])[]): number {',
  '  let found = 0;',
  '  for (const row of rows) {',
  '    for (const cell of row) {',
  '      if (cell > 1) {',
  '        if (cell > 2) {',
  '          found += cell > 3 ? 1 : 2;',
  '        } else if (cell > 0) {',
  '          found += 3;',
  '        }',
  '      }',
  '    }',
  '  }',
  '  return found;',
  '}',
];

const inShared: readonly LintPlant[] = [
  refuse(NO_CLOCK, 'shared/lib/plant-clock.ts', 'export const now = Date.now();'),
  refuse(NO_CLOCK, 'shared/lib/plant-today.ts', 'export const today = new Date();'),
  refuse(NO_CLOCK, 'shared/lib/plant-clock-alias.ts', 'export const { now } = Date;'),
  accept('shared/lib/plant-date-given.ts', 'export const dayOf = (iso: string): Date => new Date(iso);'),
  refuse(NO_CHANCE, 'shared/lib/plant-chance.ts', 'export const chance = Math.random();'),
  refuse(NO_CHANCE, 'shared/lib/plant-host.ts', 'export const host = globalThis.name;'),
  accept('shared/lib/plant-sum.ts', 'export const most = (a: number, b: number): number => Math.max(a, b);'),
  refuse(GLOBAL, 'shared/lib/plant-crypto.ts', 'export const id = crypto.randomUUID();'),
  refuse(GLOBAL, 'shared/lib/plant-performance.ts', 'export const tick = performance.now();'),
  refuse('lint/suspicious/noConsole', 'shared/lib/plant-console.ts', "console.log('seen');", 'export {};'),
  refuse(
    'lint/correctness/noNodejsModules',
    'shared/lib/plant-node.ts',
    "import { readFileSync } from 'node:fs';",
    'export const read = readFileSync;',
  ),
  refuse(IMPORT, 'shared/lib/plant-react.ts', "import { useState } from 'react';", 'export const state = useState;'),
  refuse(IMPORT, 'shared/lib/plant-dexie.ts', "import { Dexie } from 'dexie';", 'export const base = Dexie;'),
  refuse(
    IMPORT,
    'shared/lib/plant-subpath.ts',
    "import { ok } from '#shared/lib/result.ts';",
    'export const fine = ok;',
  ),
];

const inElectron: readonly LintPlant[] = [
  refuse(IMPORT, 'electron/main/plant-dexie.ts', "import { Dexie } from 'dexie';", 'export const base = Dexie;'),
  refuse(
    IMPORT,
    'electron/main/plant-relative.ts',
    "import { ok } from '../../shared/lib/result.ts';",
    'export const fine = ok;',
  ),
  accept('electron/main/plant-electron.ts', "import { app } from 'electron';", 'export const name = app;'),
];

const inRenderer: readonly LintPlant[] = [
  ...['renderer/features/plant', 'renderer/workers', 'renderer/platform', 'renderer/ui', 'renderer/app'].map((room) =>
    refuse(IMPORT, `${room}/plant-dexie.ts`, "import { Dexie } from 'dexie';", 'export const base = Dexie;'),
  ),
  accept('renderer/storage/plant-dexie.ts', "import { Dexie } from 'dexie';", 'export const base = Dexie;'),
  ...['renderer/features/plant', 'renderer/storage', 'renderer/platform'].flatMap((room) => [
    refuse(IMPORT, `${room}/plant-electron.ts`, "import { app } from 'electron';", 'export const name = app;'),
    refuse(
      IMPORT,
      `${room}/plant-relative.ts`,
      "import { ok } from '../../../shared/lib/result.ts';",
      'export const fine = ok;',
    ),
    refuse(GLOBAL, `${room}/plant-fetch.ts`, "export const page = fetch('https://leak.example');"),
    refuse(GLOBAL, `${room}/plant-socket.ts`, "export const socket = new WebSocket('wss://leak.example');"),
    refuse(NO_NETWORK, `${room}/plant-window-fetch.ts`, "export const page = window.fetch('https://leak.example');"),
    refuse(NO_NETWORK, `${room}/plant-beacon.ts`, "navigator.sendBeacon('https://leak.example');", 'export {};'),
  ]),
  ...['renderer/features/plant', 'renderer/storage'].flatMap((room) => [
    refuse(NO_DOOR, `${room}/plant-desk.ts`, 'export const desk = window.leakdesk;'),
    refuse(NO_DOOR, `${room}/plant-desk-alias.ts`, 'export const { leakdesk } = window;'),
    refuse(NO_DOOR, `${room}/plant-desk-quoted.ts`, "export const desk = globalThis['leakdesk'];"),
    refuse(NO_DOOR, `${room}/plant-window-store.ts`, "export const theme = window.localStorage.getItem('theme');"),
    refuse(GLOBAL, `${room}/plant-desk-bare.ts`, 'export const desk = leakdesk;'),
    refuse(GLOBAL, `${room}/plant-store.ts`, "export const theme = localStorage.getItem('theme');"),
    refuse(GLOBAL, `${room}/plant-worker.ts`, "export const worker = new Worker('x.js');"),
  ]),
  refuse(GLOBAL, 'renderer/features/plant/plant-database.ts', "export const base = indexedDB.open('leaks');"),
  refuse('lint/suspicious/noConsole', 'renderer/ui/plant-console.ts', "console.log('seen');", 'export {};'),
  refuse(
    'lint/correctness/noNodejsModules',
    'renderer/ui/plant-node.ts',
    "import { readFileSync } from 'node:fs';",
    'export const read = readFileSync;',
  ),
  accept(
    'renderer/platform/plant-doors.ts',
    'export const desk = window.leakdesk;',
    "export const theme = localStorage.getItem('theme');",
    "export const worker = new Worker('x.js');",
  ),
  refuse('lint/a11y/useAltText', 'renderer/ui/plant-image.tsx', 'export const Image = () => <img src="a.png" />;'),
  refuse(
    'lint/a11y/useButtonType',
    'renderer/ui/plant-button.tsx',
    'export const Press = () => <button>Press</button>;',
  ),
];

const everywhere: readonly LintPlant[] = [
  refuse(
    'lint/suspicious/noExplicitAny',
    'shared/lib/plant-any.ts',
    'export const loose = (value: any): void => value;',
  ),
  refuse(
    'lint/suspicious/noExplicitAny',
    'renderer/ui/plant-as-any.ts',
    'export const loose = (value: unknown): string => (value as any).name;',
  ),
  refuse(
    'lint/style/noNonNullAssertion',
    'electron/main/plant-bang.ts',
    'export const first = (list: readonly string[]): string => list[0]!;',
  ),
  refuse(NO_CAST, 'renderer/ui/plant-cast.ts', 'export const cast = (n: number): string => n as unknown as string;'),
  refuse(NO_CAST, 'shared/lib/plant-cast.ts', 'export const cast = (n: number): string => (n as unknown) as string;'),
  accept('shared/lib/plant-one-cast.ts', 'export const letters = <T>(list: T): readonly T[] => [list] as const;'),
  refuse('lint/style/noDefaultExport', 'shared/lib/plant-default.ts', 'export default 1;'),
  accept('plant.config.ts', 'export default {};'),
  refuse(
    'lint/style/useImportType',
    'electron/main/plant-type.ts',
    "import { Result } from '#shared/lib/result.ts';",
    'export type Done = Result<null, null>;',
  ),
  refuse(
    'lint/nursery/noFloatingPromises',
    'electron/main/plant-floating.ts',
    "import { slow } from './plant-slow.ts';",
    'export function start(): void {',
    '  slow();',
    '}',
  ),
  accept(
    'electron/main/plant-slow.ts',
    'export async function slow(): Promise<void> {',
    '  await Promise.resolve();',
    '}',
  ),
  refuse(
    'lint/nursery/noMisusedPromises',
    'electron/main/plant-misused.ts',
    "import { slow } from './plant-slow.ts';",
    "export const isSlow = (): string => (slow() ? 'always' : 'never');",
  ),
  refuse(
    'lint/nursery/useExhaustiveSwitchCases',
    'shared/lib/plant-switch.ts',
    "export function size(word: 'small' | 'large'): number {",
    '  switch (word) {',
    "    case 'small':",
    '      return 1;',
    '  }',
    '  return 0;',
    '}',
  ),
  refuse('lint/style/useFilenamingConvention', 'renderer/ui/plantCamel.ts', 'export const camel = 1;'),
  refuse('lint/style/noExcessiveLinesPerFile', 'renderer/ui/plant-long-file.ts', ...linesOf(301)),
  accept('renderer/ui/plant-full-file.ts', ...linesOf(300)),
  accept('test/plant-long-file.ts', ...linesOf(301)),
  refuse('lint/complexity/noExcessiveLinesPerFunction', 'shared/lib/plant-long-function.ts', ...functionOf(90)),
  accept('shared/lib/plant-full-function.ts', ...functionOf(70)),
  refuse('lint/complexity/noExcessiveCognitiveComplexity', 'shared/lib/plant-entangled.ts', ...ENTANGLED),
  refuse('lint/performance/noBarrelFile', 'renderer/ui/plant-barrel.ts', "export { camel } from './plantCamel.ts';"),
  refuse(
    'lint/correctness/useImportExtensions',
    'shared/lib/plant-extension.ts',
    "import { ok } from './result';",
    'export const fine = ok;',
  ),
  refuse(
    'lint/suspicious/noFocusedTests',
    'test/plant-focus.test.ts',
    "import { it } from 'vitest';",
    "it.only('runs alone', () => undefined);",
  ),
  refuse(
    'lint/suspicious/noSkippedTests',
    'test/plant-skip.test.ts',
    "import { it } from 'vitest';",
    "it.skip('never runs', () => undefined);",
  ),
];

export const lintPlants: readonly LintPlant[] = [...inShared, ...inElectron, ...inRenderer, ...everywhere];
