/** What was done and can be undone, and what was undone and can be done again; the last of each list is next. */
export type UndoHistory<Command> = { readonly undo: readonly Command[]; readonly redo: readonly Command[] };

/** A history in which nothing has happened. */
export function emptyHistory<Command>(): UndoHistory<Command> {
  return { undo: [], redo: [] };
}

/** The history after a new command, of which the inverse is given. What had been undone cannot be redone any more. */
export function did<Command>(history: UndoHistory<Command>, inverse: Command): UndoHistory<Command> {
  return { undo: [...history.undo, inverse], redo: [] };
}

/** The history after its last command was undone; `again` does it once more. */
export function undid<Command>(history: UndoHistory<Command>, again: Command): UndoHistory<Command> {
  return { undo: history.undo.slice(0, -1), redo: [...history.redo, again] };
}

/** The history after its last undone command was redone; `inverse` undoes it again. */
export function redid<Command>(history: UndoHistory<Command>, inverse: Command): UndoHistory<Command> {
  return { undo: [...history.undo, inverse], redo: history.redo.slice(0, -1) };
}
