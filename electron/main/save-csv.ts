import { answer } from './ipc.ts';
import { saveThroughDialog } from './save-file.ts';

/** Answers the call that saves a table as a CSV file where the analyst says. */
export function setupCsvSaving(): void {
  answer('saveCsv', ({ suggestedName, text }) =>
    saveThroughDialog(suggestedName, [{ name: 'CSV', extensions: ['csv'] }], new TextEncoder().encode(text)),
  );
}
