import type { Dialect } from '#shared/domain/dialect.ts';
import type { ChosenReading } from '#shared/domain/settings.ts';
import { rememberReading } from '../../storage/settings.ts';
import type { ImportPlan, WaitingFile } from './import-states.ts';
import type { StoringChoice } from './storing-options.tsx';
import type { TableChoice } from './table-picker.tsx';
import type { Reading } from './use-reading.ts';

/** What of a decision serves other files too: not the file in the archive, nor the width. */
function chosenOf({ member: _, width: __, ...rest }: Partial<Dialect>): ChosenReading {
  return rest;
}

const seedBelow = 2 ** 31;

function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % seedBelow;
}

/** The tables that a choice names: null stands for all, those found later included. */
function chosenTables({ preview }: Reading, { leftOut, withLater }: TableChoice): ImportPlan['tables'] {
  const ticked = preview.tables.map(({ name }) => name).filter((name) => !leftOut.includes(name));
  const isAll = preview.isWhole ? leftOut.length === 0 : withLater || preview.tables.length <= 1;
  return isAll ? null : ticked;
}

/** Whether anything would be imported. */
export function isAnythingChosen(reading: Reading, choice: TableChoice): boolean {
  const tables = chosenTables(reading, choice);
  return tables === null || tables.length > 0;
}

/** The plan that an import of the waiting file follows. */
export function planOf(
  { incoming, replacing }: WaitingFile,
  reading: Reading,
  choices: { readonly tables: TableChoice; readonly storing: StoringChoice; readonly isAgain: boolean },
): ImportPlan {
  const { dialect, reasons } = reading.examination;
  const { rowLimit, selectedRows, keepOriginal } = choices.storing;
  const tables = chosenTables(reading, choices.tables);
  return {
    ...{ incoming, dialect, reasons, replacing, tables, rowLimit, keepOriginal, isAgain: choices.isAgain },
    leftOut: tables === null ? choices.tables.leftOut : [],
    selection: { rows: selectedRows, seed: drawSeed() },
  };
}

/** Remembers what was decided for the next file of the same source. */
export async function rememberChoice({ source, decided }: WaitingFile): Promise<void> {
  await rememberReading(source, chosenOf(decided));
}
