import { answer } from './ipc.ts';
import { saveThroughDialog } from './save-file.ts';

const filters = {
  text: [{ name: 'Text', extensions: ['txt'] }],
  csv: [{ name: 'CSV', extensions: ['csv'] }],
  svg: [{ name: 'SVG', extensions: ['svg'] }],
  calendar: [{ name: 'Calendar', extensions: ['ics'] }],
};
const pictures = [{ name: 'PNG', extensions: ['png'] }];

/** Answers the calls that save a text or a picture where the analyst says. */
export function setupSaving(): void {
  answer('saveText', ({ suggestedName, form, text }) =>
    saveThroughDialog(suggestedName, filters[form], Buffer.from(text, 'utf8')),
  );
  answer('savePng', ({ suggestedName, bytes }) => saveThroughDialog(suggestedName, pictures, bytes));
}
