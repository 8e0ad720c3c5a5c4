import { beforeEach, describe, expect, it } from 'vitest';
import { mostOwnFieldTypes, typeIdOf } from '#shared/domain/own-field-type.ts';
import { packId } from '#shared/packs/field-types.ts';
import { annotateColumn } from '../../../renderer/storage/annotations.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import {
  deleteOwnFieldType,
  keepOwnFieldType,
  newOwnFieldType,
  ownFieldTypes,
} from '../../../renderer/storage/own-field-types.ts';
import { ownType } from '../../fixtures/own-types.ts';
import { recountOf } from '../../fixtures/recount.ts';
import { freshVault } from '../open-vault.ts';
import { readableInDatabase } from '../raw-database.ts';
import { committedSample } from './committed-sample.ts';

beforeEach(async () => {
  await freshVault();
});

describe('own field types', () => {
  it('are kept sealed, changed in place and deleted', async () => {
    const type = newOwnFieldType(ownType().content);
    expect(await keepOwnFieldType(type)).toEqual({ ok: true, value: null });
    const changed = { ...type.content, pattern: 'EMP-\\d{7}' };
    await keepOwnFieldType({ ...type, content: changed });
    expect(await ownFieldTypes()).toMatchObject([{ id: type.id, content: changed, revision: 2 }]);
    expect(await readableInDatabase(['Staff number', '工牌', 'badge', 'EMP-'])).toEqual([]);
    expect(await deleteOwnFieldType(type)).toEqual({ ok: true, value: null });
    expect(await ownFieldTypes()).toEqual([]);
  });

  it('stay as long as a column holds them', async () => {
    const type = newOwnFieldType(ownType().content);
    await keepOwnFieldType(type);
    const sample = await committedSample((await createCase('Alleged leak of a made-up shop')).id, 'one.csv');
    const change = { sample, column: 1, from: packId('cn-resident-id'), to: typeIdOf(type) };
    await annotateColumn({ ...change, counted: recountOf() });
    expect(await deleteOwnFieldType(type)).toEqual({ ok: false, error: { columns: 1, claims: 0 } });
    await annotateColumn({ ...change, from: change.to, to: change.from, counted: recountOf() });
    expect(await deleteOwnFieldType(type)).toEqual({ ok: true, value: null });
  });

  it('are refused where a vault holds too many', async () => {
    for (let at = 0; at < mostOwnFieldTypes; at++) {
      await keepOwnFieldType(newOwnFieldType({ ...ownType().content, en: `Type ${at}` }));
    }
    expect(await keepOwnFieldType(newOwnFieldType(ownType().content))).toEqual({ ok: false, error: 'too-many' });
  });
});
