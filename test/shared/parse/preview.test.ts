import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf } from '#shared/parse/beginning.ts';
import { compareEncodings } from '#shared/parse/compare-encodings.ts';
import { type Preview, previewFile } from '#shared/parse/preview.ts';
import { joined, utf8 } from '../../fixtures/bytes.ts';
import { dialectOf, sourceOf } from './sources.ts';

async function previewOf(text: string, change = {}, most?: number): Promise<Preview> {
  const preview = await previewFile(sourceOf(utf8(text)), dialectOf(change), most);
  if (!preview.ok) {
    throw new Error(JSON.stringify(preview.error));
  }
  return preview.value;
}

/** 李 and 张 with their bytes in GB18030. */
const gb18030 = joined([
  utf8('name,city\n'),
  Uint8Array.from([0xc0, 0xee, 0xcb, 0xc4, 0x2c, 0xb1, 0xb1, 0xbe, 0xa9, 0x0a]),
  utf8('plain,ascii\n'),
  Uint8Array.from([0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xc9, 0xcf, 0xba, 0xa3, 0x0a]),
]);

describe('a preview', () => {
  it('shows the first rows, what would be rejected, and counts both', async () => {
    const preview = await previewOf('name,mobile\nA,1\nB\n"C\n');
    expect(preview.tables).toMatchObject([
      { header: ['name', 'mobile'], rowsSeen: 1, rejectedSeen: 2, rows: [{ row: 0, cells: ['A', '1'] }] },
    ]);
    expect(preview.rejected.groups).toEqual([
      { reason: 'too-few-cells', count: 1 },
      { reason: 'unclosed-quote', count: 1 },
    ]);
    expect(preview.rejected.first.map(({ line }) => line)).toEqual([3, 4]);
    expect(preview).toMatchObject({ isWhole: true, endsInsideQuote: 4 });
  });

  it('tells cells without a value from empty ones', async () => {
    const preview = await previewOf('a,b,c\n1,,3\n4\n', { width: 3, shortRows: 'fill' });
    expect(preview.tables[0]?.rows.map(({ cells }) => cells)).toEqual([
      ['1', '', '3'],
      ['4', null, null],
    ]);
  });

  it('names no columns where the file names none', async () => {
    const preview = await previewOf('1,2\n3,4\n', { hasHeader: false });
    expect(preview.tables).toMatchObject([{ header: null, width: 2, rowsSeen: 2 }]);
  });

  it('does not blame the file for the place where the preview stops', async () => {
    const preview = await previewOf(`a,b\n${'1,"two\nlines"\n'.repeat(40)}`, {}, 200);
    expect(preview).toMatchObject({ isWhole: false, endsInsideQuote: null, rejected: { seen: 0 } });
    expect(preview.tables[0]?.rowsSeen).toBeGreaterThan(5);
  });

  it('still counts what is wrong before that place', async () => {
    const preview = await previewOf(`a,b\n${'1,2\n3\n'.repeat(60)}`, {}, 120);
    expect(preview.rejected.seen).toBeGreaterThan(5);
  });

  it('accounts for every record of a file it reads whole, however it is cut', async () => {
    const record = fc.array(fc.constantFrom('x', '', '张', '"q"', '1 2'), { minLength: 1, maxLength: 4 });
    const records = fc.array(record, { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(records, fc.integer({ min: 1, max: 50 }), async (given, size) => {
        const text = given.map((cells) => cells.join(',')).join('\n');
        const preview = await previewFile(sourceOf(utf8(text), size), dialectOf({ hasHeader: false, width: 2 }));
        const seen = preview.ok ? (preview.value.tables[0]?.rowsSeen ?? 0) + preview.value.rejected.seen : -1;
        expect(seen).toBe(given.filter((cells) => cells.join(',') !== '').length);
      }),
    );
  });

  it('of a cut file shows only rows that the whole file has', async () => {
    const cells = fc.tuple(fc.string({ maxLength: 6 }), fc.constantFrom('张三', 'x', '"a ""b"" c"'));
    await fc.assert(
      fc.asyncProperty(
        fc.array(cells, { minLength: 3, maxLength: 40 }),
        fc.integer({ min: 8, max: 300 }),
        async (rows, most) => {
          const text = rows.map(([a, b]) => `${a.replaceAll(/[",\r\n]/g, '')}x,${b}`).join('\n');
          const change = { hasHeader: false, width: 2 };
          const [part, whole] = [await previewOf(text, change, most), await previewOf(text, change)];
          const shown = part.tables[0]?.rows ?? [];
          const sure = text.includes('\n') && most > 60 ? shown : shown.slice(0, -1);
          expect(whole.tables[0]?.rows.slice(0, sure.length)).toEqual(sure);
        },
      ),
    );
  });
});

describe('the worst rows', () => {
  const plain = Array.from({ length: 40 }, (_, at) => `name${at},138000000${10 + at},note\n`).join('');

  it('are those with damaged characters, before those that are unlike the others', async () => {
    const preview = await previewOf(`name,mobile,note\n${plain}锟斤拷,13800000001,x\nodd1,not a number!,x\n`);
    expect(preview.worst.map((worst) => (worst.kind === 'row' ? worst.faults : worst.reason))).toEqual([
      [{ column: 0, fault: 'mojibake' }],
      [{ column: 1, fault: 'unusual-shape' }],
    ]);
  });

  it('begin with the records that would be rejected', async () => {
    const preview = await previewOf(`name,mobile,note\n${plain}only,two\n`);
    expect(preview.worst[0]).toMatchObject({ kind: 'rejected', reason: 'too-few-cells', raw: 'only,two', line: 42 });
  });

  it('are none in a sound table', async () => {
    expect((await previewOf(`name,mobile,note\n${plain}`)).worst).toEqual([]);
  });

  it('include a cell far longer than its column', async () => {
    const preview = await previewOf(`name,mobile,note\n${plain}a1,13800000001,${'n'.repeat(200)}\n`);
    expect(preview.worst).toMatchObject([{ kind: 'row', faults: [{ column: 2, fault: 'unusual-length' }] }]);
  });
});

describe('a beginning', () => {
  it('ends behind a line in every encoding of the line feed', async () => {
    const little = Uint8Array.from([0x61, 0, 0x0a, 0, 0x0a, 0x4e, 0x62, 0]);
    const big = Uint8Array.from([0, 0x61, 0, 0x0a, 0x0a, 0x4e, 0, 0x62]);
    for (const [bytes, encoding] of [
      [little, 'utf-16le'],
      [big, 'utf-16be'],
    ] as const) {
      const beginning = beginningOf(sourceOf(bytes, 8), 6, encoding);
      const pieces: Uint8Array[] = [];
      for await (const piece of beginning.chunks()) {
        pieces.push(piece.slice());
      }
      expect([joined(pieces).length, beginning.wasCut()]).toEqual([4, true]);
    }
  });
});

describe('encodings side by side', () => {
  it('show the same lines, those that tell most', async () => {
    const compared = await compareEncodings(sourceOf(gb18030), null, ['gb18030', 'windows-1252']);
    expect(compared?.lines).toEqual([2, 4]);
    expect(compared?.readings[0]).toEqual({ encoding: 'gb18030', texts: ['李四,北京', '张三,上海'] });
    expect(compared?.readings[1]?.texts[0]).toBe('ÀîËÄ,±±¾©');
  });

  it('are not compared when nothing tells them apart', async () => {
    expect(await compareEncodings(sourceOf(utf8('a,b\n')), null, ['utf-8', 'gb18030'])).toBeNull();
    expect(await compareEncodings(sourceOf(gb18030), null, ['gb18030'])).toBeNull();
  });
});
