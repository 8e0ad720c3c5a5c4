import { answer } from '../ipc.ts';
import { saveThroughDialog } from '../save-file.ts';
import { composeMail } from './compose.ts';

/** Answers the call that saves a reply as an .eml file where the analyst says. */
export function setupMailSaving(): void {
  answer('saveMail', async ({ suggestedName, mail }) =>
    saveThroughDialog(suggestedName, [{ name: 'Mail', extensions: ['eml'] }], await composeMail(mail)),
  );
}
