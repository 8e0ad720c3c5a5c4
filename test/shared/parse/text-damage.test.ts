import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { findDamage } from '#shared/parse/text-damage.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { dumpText } from '../../fixtures/dump-text.ts';
import { languages } from '../../fixtures/language-words.ts';

function damageOf(text: string): readonly string[] {
  return findDamage(utf8(text));
}

/** A text stored as UTF-8, read in another encoding and stored again. */
function twice(text: string, encoding: string): string {
  return iconv.decode(Buffer.from(utf8(text)), encoding);
}

describe('damage is named', () => {
  test('锟斤拷', () => {
    expect(damageOf('id,name\n1,锟斤拷锟斤拷\n2,Bob\n3,锟斤拷\n')).toEqual([
      '“锟斤拷” stands in 2 places, first in line 2: text that could not be decoded was stored as UTF-8 and read as GBK. The characters are lost; this cannot be undone.',
    ]);
  });

  test('烫烫烫 and 屯屯屯', () => {
    expect(damageOf('1,烫烫烫烫\n')[0]).toMatch(/^“烫烫烫” or “屯屯屯” stands in 1 place, first in line 1/);
    expect(damageOf('1,屯屯屯\n')).toHaveLength(1);
  });

  test.each([
    ['José,Málaga\nÁngel,Córdoba\n', 'windows-1252', 'accented letters and signs', 'Windows-1252'],
    ['Иванов,Москва\nПетров,Казань\n', 'windows-1252', 'Cyrillic letters', 'Windows-1252'],
    ['张三,北京市\n李四,上海市\n', 'windows-1252', 'Chinese characters', 'Windows-1252'],
    ['Иванов,Москва\nСмирнов,Казань\n', 'windows-1251', 'Cyrillic letters', 'Windows-1251'],
    ['张三丰,北京市朝阳\n欧阳锋利,上海市浦\n', 'gb18030', 'Chinese characters', 'GBK'],
  ])('UTF-8 read twice: %j by way of %s', (text, encoding, script, name) => {
    const found = damageOf(twice(text, encoding)).filter((sentence) => !sentence.startsWith('The replacement'));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${script} in UTF-8 were read as ${name} and stored again.`);
    expect(found[0]).toMatch(/first in line 1: .*it can be undone/);
  });

  test('a typographic apostrophe', () => {
    expect(damageOf(`${'plain,text\n'.repeat(9)}it${twice('’', 'windows-1252')}s,x\n`)[0]).toMatch(
      /stand in 1 place, first in line 10/,
    );
  });

  test('names of question marks', () => {
    expect(damageOf('id,name,city\n1,???,??\n2,Bob,??\n3,"????",Rome\n')).toEqual([
      'Cells of nothing but question marks stand in 4 places, first in line 2: their text was stored in an encoding without its characters. The characters are lost; this cannot be undone.',
    ]);
    expect(damageOf('what?,??\nwhy??,no\n')).toEqual([]);
  });

  test('replacement characters, but not malformed bytes', () => {
    expect(damageOf('a\nb,\uFFFD\uFFFD\n')[0]).toMatch(
      /^The replacement character “\uFFFD” stands in 2 places, first in line 2\./,
    );
    expect(findDamage(joined([utf8('a,'), Uint8Array.of(0xff, 0xd6), utf8('\n')]))).toEqual([]);
  });
});

describe('no damage is seen', () => {
  test.each(languages)('in sound dumps: $name', (language) => {
    for (const seed of [1, 2, 3]) {
      expect(damageOf(dumpText(language, 200, seed))).toEqual([]);
    }
  });

  test('in an empty beginning and in ASCII', () => {
    expect(damageOf('')).toEqual([]);
    expect(damageOf('a,b?\nis it?,yes\n')).toEqual([]);
  });
});
