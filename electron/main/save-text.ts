import { answer } from './ipc.ts';
import { saveThroughDialog } from './save-file.ts';

const filters = {
  text: [{ name: 'Text', extensions: ['txt'] }],
  csv: [{ name: 'CSV', extensions: ['csv'] }],
};

/** Answers the call that saves a text where the analyst says. */
export function setupTextSaving(): void {
  answer('saveText', ({ suggestedName, form, text }) =>
    saveThroughDialog(suggestedName, filters[form], Buffer.from(text, 'utf8')),
  );
}
