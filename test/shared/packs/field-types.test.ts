import { describe, expect, it } from 'vitest';
import { fieldTypeGroups } from '#shared/domain/field-type-group.ts';
import { fieldTypeIdSchema, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { fieldTypePackSchema } from '#shared/packs/field-type-pack.ts';
import { fieldTypes, groupOf, labelOf, packId } from '#shared/packs/field-types.ts';

describe('the field-type pack', () => {
  it('holds a hundred types, group by group', () => {
    expect(fieldTypes).toHaveLength(100);
    const groups = fieldTypes.map(({ group }) => group);
    expect([...new Set(groups)].sort()).toEqual([...fieldTypeGroups].sort());
  });

  it('counts the id and both labels among the aliases', () => {
    expect(fieldTypes.find(({ id }) => id === packId('mobile'))?.aliases).toEqual(
      expect.arrayContaining(['mobile', 'Mobile number', '手机号', 'sjhm']),
    );
  });

  it('answers for ids it does not hold', () => {
    const strange = fieldTypeIdSchema.parse('strange-type');
    expect(labelOf(unknownFieldType)).toBe('Unknown');
    expect(labelOf(strange)).toBe('strange-type');
    expect(labelOf(fieldTypeIdSchema.parse('own-type'))).toBe('An own type, deleted since');
    expect(groupOf(strange)).toBe('other');
    expect(() => packId('strange-type')).toThrow('strange-type');
  });

  it('refuses a pack with a doubled id or a validator nobody described', () => {
    const row = ['a', 'A', 'A', 'other', '', 'gone', '', '', '', '', 'n', '', 1];
    const columns = 'id en zh group aliases validator hibp presidio dlp misp pipl gdpr9 dpc'.split(' ');
    expect(fieldTypePackSchema.safeParse({ columns, rows: [row], validators: {} }).success).toBe(false);
    expect(fieldTypePackSchema.safeParse({ columns, rows: [row], validators: { gone: '' } }).success).toBe(true);
    expect(fieldTypePackSchema.safeParse({ columns, rows: [row, row], validators: { gone: '' } }).success).toBe(false);
  });
});
