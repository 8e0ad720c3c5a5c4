import { notifications } from '@mantine/notifications';
import { useCallback, useState } from 'react';
import { mostOwnFieldTypes, type OwnFieldType } from '#shared/domain/own-field-type.ts';
import { counted } from '#shared/lib/counted.ts';
import { adoptTypes } from '../../platform/sample-worker.ts';
import { deleteOwnFieldType, keepOwnFieldType, type OwnTypeUse, ownFieldTypes } from '../../storage/own-field-types.ts';
import { useUndoKeys } from '../../ui/undo-keys/use-undo-keys.ts';

/** What can be done to an own type: keep it as it is given, or delete it. */
export type OwnTypeCommand = { readonly kind: 'keep' | 'delete'; readonly type: OwnFieldType };

function whyHeld({ content: { en } }: OwnFieldType, { columns, claims }: OwnTypeUse): string {
  const holders = [
    ...(columns > 0 ? [counted(columns, 'column')] : []),
    ...(claims > 0 ? [counted(claims, 'claim')] : []),
  ].join(' and ');
  return `“${en}” is the type of ${holders}. Nothing was deleted. Give them another type first; then it can go.`;
}

async function carryOut({ kind, type }: OwnTypeCommand): Promise<string | null> {
  if (kind === 'delete') {
    const outcome = await deleteOwnFieldType(type);
    return outcome.ok ? null : whyHeld(type, outcome.error);
  }
  const outcome = await keepOwnFieldType(type);
  return outcome.ok
    ? null
    : `A vault holds ${mostOwnFieldTypes} own field types at most. “${type.content.en}” was not kept; delete one you no longer use.`;
}

/** Changing the analyst's own types, with undo and redo; `refusal` says why the last change was not made. */
export function useOwnTypes(): {
  readonly run: (command: OwnTypeCommand) => void;
  readonly refusal: string | null;
  readonly putAway: () => void;
} {
  const [refusal, setRefusal] = useState<string | null>(null);
  const perform = useCallback(async (command: OwnTypeCommand): Promise<OwnTypeCommand | null> => {
    const { kind, type } = command;
    const earlier = (await ownFieldTypes()).find(({ id }) => id === type.id);
    const refused = await carryOut(command);
    setRefusal(refused);
    if (refused !== null) {
      return null;
    }
    await adoptTypes(await ownFieldTypes());
    const done = kind === 'delete' ? 'Deleted' : 'Kept';
    notifications.show({ message: `${done}: the field type “${type.content.en}”. Ctrl+Z undoes it.` });
    return earlier === undefined ? { kind: 'delete', type } : { kind: 'keep', type: earlier };
  }, []);
  return { run: useUndoKeys(perform), refusal, putAway: useCallback(() => setRefusal(null), []) };
}
