/** Something the analyst can have done from anywhere: by palette, key or menu. `keys` are as KeyHint reads them. */
export type Command = {
  readonly id: string;
  readonly label: string;
  readonly group: string;
  readonly keys: string | null;
  readonly run: () => void;
};

function pressed(event: KeyboardEvent): string {
  const modifiers = [event.ctrlKey || event.metaKey ? 'Mod' : '', event.altKey ? 'Alt' : ''];
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [...modifiers, key].filter((part) => part !== '').join('+');
}

/** The command that a key press asks for, if any. */
export function commandOf(event: KeyboardEvent, commands: readonly Command[]): Command | undefined {
  const keys = pressed(event);
  return commands.find((command) => command.keys === keys);
}

/** Keys that belong to a screen rather than to a command: the cheat sheet lists them beside the commands. */
export const screenKeys: readonly { readonly keys: string; readonly label: string }[] = [
  { keys: 'J', label: 'Next in a list' },
  { keys: 'K', label: 'Previous in a list' },
  { keys: 'Enter', label: 'Open what is selected' },
  { keys: 'Esc', label: 'Leave: close a dialog, or go up' },
  { keys: 'Alt+1', label: 'First tab of a case; up to Alt+7' },
  { keys: 'C', label: 'Confirm the selected claim' },
  { keys: 'E', label: 'Edit the selected claim' },
  { keys: 'X', label: 'Reject the selected claim' },
  { keys: 'R', label: 'Reveal the selected cell (logged)' },
  { keys: 'T', label: "Change the selected column's type" },
  { keys: 'Mod+Z', label: 'Undo the last change of a type' },
  { keys: 'Mod+Shift+Z', label: 'Redo it' },
  { keys: 'Mod+Enter', label: 'Finish the form: take in a listing, save a reply' },
];
