import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import type { ColumnProfile } from '#shared/domain/column-profile.ts';
import { type FieldTypeId, unknownFieldType } from '#shared/domain/field-type-id.ts';
import { createProfiler } from '#shared/expose/profile.ts';
import { packId } from '#shared/packs/field-types.ts';
import { languages } from '../../fixtures/language-words.ts';
import { shapedColumns } from '../../fixtures/shaped-columns.ts';

function profileOf(values: readonly (string | null)[], fieldType: FieldTypeId = unknownFieldType): ColumnProfile {
  const profiler = createProfiler([fieldType]);
  profiler.addBlock(values.length, shapedColumns([values]));
  const [profile] = profiler.columns();
  if (profile === undefined) {
    throw new Error('The column was not counted.');
  }
  return profile;
}

describe('the profile of a column', () => {
  it('tells apart valid values, values hidden by their source, and blanks', () => {
    const profile = profileOf(['13812345678', '138****5678', '', null, 'none', '13812345678'], packId('mobile'));
    expect(profile).toMatchObject({ filled: 4, valid: 2, masked: 1, distinct: 3 });
  });

  it('counts the values of an unknown column, none of which can be valid', () => {
    expect(profileOf(['a', 'b', 'a', ''])).toMatchObject({ filled: 3, valid: 0, distinct: 2 });
  });

  it('gives the range of numbers, and none once a value is no number', () => {
    expect(profileOf(['3', '-2.5', '10.25', '']).range).toEqual({ least: -2.5, greatest: 10.25 });
    expect(profileOf(['3', 'n/a']).range).toBeNull();
    expect(profileOf(['1.2.3']).range).toBeNull();
    expect(profileOf(['', null]).range).toBeNull();
  });

  it('names the commonest forms first', () => {
    expect(profileOf(['AB-12', 'CD-34', '张三丰', 'x@Ж.ru', 'EF-5']).shapes).toEqual([
      { shape: 'A{2}-9{2}', count: 2 },
      { shape: '汉{3}', count: 1 },
      { shape: 'a@ж.a{2}', count: 1 },
      { shape: 'A{2}-9', count: 1 },
    ]);
  });

  it.each([
    [['张三', '李四', 'A座'], 'Hani'],
    [['山田太郎', 'さくら', '東京'], 'Jpan'],
    [['홍길동', '金'], 'Kore'],
    [['Иван', 'x'], 'Cyrl'],
    [['Müller', 'Ana'], 'Latn'],
    [['12', '13.5'], 'Zyyy'],
  ])('reads the script of %j as %s', (values, script) => {
    expect(profileOf(values).script).toBe(script);
  });

  it.each([
    ['zh', ['请问什么时候发货', '您好，这个没有收到，请联系我', '谢谢，还没有给我电话', '东西很好，谢谢您']],
    ['ja', ['荷物はまだ届いていません', 'よろしくお願いします']],
    ['en', ['please call me after six', 'the parcel was left with my neighbour', 'he said that it is not for her']],
    [
      'de',
      ['bitte nach sechs anrufen', 'das Paket ist nicht bei uns und wir sind im Urlaub', 'es war für die Nachbarn'],
    ],
    ['es', ['por favor llamar después de las seis', 'el paquete no es para mí', 'la casa de la esquina con el perro']],
    ['ru', ['позвоните после шести', 'это не для меня', 'если нет дома, то у соседей', 'он уже был и не на что']],
    ['und', ['Anna Müller', 'Jean Dupont', 'María de la Cruz', 'John Smith', 'Ivo Andrić']],
    ['und', ['田中太郎', '山本一']],
    ['und', ['電話番号', '千葉静子', '過去請求', '没収', '行為', '出張', '感謝', '給料', '地方来客']],
    ['zxx', ['12', '13.5']],
  ])('tells the language %s where the words do', (code, values) => {
    expect(profileOf([...values, ...values, ...values]).language).toMatchObject({ code });
  });

  it('never takes the people and places of one language for those of another', () => {
    const codes: Readonly<Record<string, string>> = {
      Chinese: 'zh',
      Japanese: 'ja',
      Korean: 'ko',
      Greek: 'el',
      Hebrew: 'he',
    };
    for (const { name, families, given, places, streets, joint } of languages) {
      const people = families.flatMap((family) => given.map((other) => family + joint + other));
      for (const values of [people, [...places, ...streets, ...places, ...streets]]) {
        const expected = [codes[name.split(' ')[0] ?? ''] ?? 'und', 'und', 'zxx'];
        expect([name, expected]).toEqual([name, expect.arrayContaining([profileOf(values).language?.code])]);
      }
    }
  });

  it('counts the values inside texts, and says in how many cells', () => {
    const texts = ['请联系13812345678，或13912345678', 'mail ann@x.example please', '谢谢', '', null];
    expect(profileOf(texts, packId('remark'))).toMatchObject({
      spans: [
        { fieldType: 'mobile', count: 2 },
        { fieldType: 'email', count: 1 },
      ],
      spansOf: 3,
    });
    expect(profileOf(texts)).toMatchObject({ spansOf: 2 });
    expect(profileOf(texts, packId('mobile'))).toMatchObject({ spans: null, spansOf: 0 });
    expect(profileOf(['a', 'b'])).toMatchObject({ spans: null, spansOf: 0 });
  });

  it('counts each column of a type by itself, and both together as a naive count does', () => {
    const cell = fc.constantFrom('', '13812345678', '+8613812345678', '138****1234', 'x', '13912345678');
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const mobile = packId('mobile');
        const { accepts, normalise } = detectorFor(mobile);
        const profiler = createProfiler([mobile, mobile]);
        for (let at = 0; at < rows.length; at += size) {
          const block = rows.slice(at, at + size);
          profiler.addBlock(block.length, shapedColumns([block.map(([a]) => a), block.map(([, b]) => b)]));
        }
        const columns = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        expect(profiler.columns()).toMatchObject(
          columns.map((values) => ({
            filled: values.filter((value) => value !== '').length,
            valid: values.filter(accepts).length,
            distinct: new Set(values.filter((value) => value !== '').map(normalise)).size,
          })),
        );
        const all = columns.flat().filter((value) => value !== '');
        expect(profiler.profiles()).toMatchObject([{ distinct: new Set(all.map(normalise)).size }]);
      }),
    );
  });

  it('takes in columns that come later', () => {
    const profiler = createProfiler([packId('mobile')]);
    profiler.addBlock(2, shapedColumns([['13812345678', '']]));
    profiler.widen([packId('mobile'), packId('email'), packId('mobile')]);
    profiler.addBlock(1, shapedColumns([['13812345678'], ['a@d.com'], ['13912345678']]));
    expect(profiler.columns()).toMatchObject([{ filled: 2 }, { filled: 1, valid: 1 }, { filled: 1 }]);
    expect(profiler.profiles()).toMatchObject([
      { fieldType: 'mobile', columns: [0, 2], filled: 2, valid: 2, distinct: 2 },
      { fieldType: 'email', columns: [1], filled: 1 },
    ]);
  });
});
