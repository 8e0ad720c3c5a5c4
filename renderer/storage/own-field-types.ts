import { standingClaims } from '#shared/domain/claim.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import {
  mostOwnFieldTypes,
  type OwnFieldType,
  type OwnFieldTypeContent,
  ownFieldTypeIdSchema,
  ownFieldTypeSchema,
  typeIdOf,
} from '#shared/domain/own-field-type.ts';
import { firstRevision, revise } from '#shared/domain/record.ts';
import { effectiveTypes } from '#shared/expose/effective-types.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { annotations } from './annotations.ts';
import { recordEvent } from './audit-events.ts';
import { newId, now } from './clock-and-ids.ts';
import { claims } from './listings.ts';
import { samples } from './samples.ts';
import { inOneStep, sealedTable } from './sealed-table.ts';

const own = sealedTable('ownFieldTypes', ownFieldTypeSchema);

/** The analyst's own field types, in the order in which they were made. */
export async function ownFieldTypes(): Promise<OwnFieldType[]> {
  return (await own.all()).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A fresh own type, not kept yet. */
export function newOwnFieldType(content: OwnFieldTypeContent): OwnFieldType {
  return { id: newId(ownFieldTypeIdSchema), content, ...firstRevision(now()) };
}

/** Keeps an own type, in place of the one with its id; refused where there are too many. */
export function keepOwnFieldType({ id, content }: OwnFieldType): Promise<Result<null, 'too-many'>> {
  return inOneStep([own], async () => {
    const earlier = await own.get(id);
    if (earlier === undefined && (await own.ids()).length >= mostOwnFieldTypes) {
      return err('too-many');
    }
    const at = now();
    await own.put(earlier === undefined ? { id, content, ...firstRevision(at) } : revise(earlier, { content }, at));
    await recordEvent(null, {
      ...{ kind: 'own-type-changed', name: content.en, change: earlier === undefined ? 'added' : 'changed' },
    });
    return ok(null);
  });
}

/** What holds an own type: columns of samples, as their types stand, and claims. */
export type OwnTypeUse = { readonly columns: number; readonly claims: number };

async function useOf(fieldType: FieldTypeId): Promise<OwnTypeUse> {
  const verdicts = await annotations.all();
  const held = (await samples.all()).flatMap((sample) => effectiveTypes(sample, verdicts));
  const named = standingClaims(await claims.all()).filter(
    (content) => content.kind === 'field' && content.fieldType === fieldType,
  );
  return { columns: held.filter((type) => type === fieldType).length, claims: named.length };
}

/** Deletes an own type; refused as long as a column or a claim holds it, for its figures would lose their name. */
export function deleteOwnFieldType({ id, content }: OwnFieldType): Promise<Result<null, OwnTypeUse>> {
  return inOneStep([own, samples, annotations, claims], async () => {
    const use = await useOf(typeIdOf({ id }));
    if (use.columns > 0 || use.claims > 0) {
      return err(use);
    }
    await own.remove(id, now());
    await recordEvent(null, { kind: 'own-type-changed', name: content.en, change: 'deleted' });
    return ok(null);
  });
}
