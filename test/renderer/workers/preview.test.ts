import { beforeEach, describe, expect, it } from 'vitest';
import { type Dialect, dialectSchema } from '#shared/domain/dialect.ts';
import { previewedBytes } from '#shared/parse/preview.ts';
import {
  type FilePreview,
  type PreviewRequest,
  sampleWorker,
  startSampleWorker,
} from '../../../renderer/platform/sample-worker.ts';
import { removeBlockFiles } from './block-files.ts';

const people = Array.from({ length: 30 }, (_, at) => `张三,138123456${10 + at},${at}.50`);
const csv = ['realname,mobile,pay_amount', ...people, '李四,,', 'only,two', '锟斤拷,13812345699,1.00'].join('\n');

beforeEach(async () => {
  await removeBlockFiles();
  await startSampleWorker(
    await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
  );
});

function requestOf(content: BlobPart, change: Partial<Dialect> = {}): PreviewRequest {
  const dialect = dialectSchema.parse({
    format: 'csv',
    encoding: 'utf-8',
    separator: ',',
    hasHeader: true,
    width: 3,
    ...change,
  });
  return { file: new File([content], 'made-up.csv'), dialect, encodings: [], most: previewedBytes };
}

async function previewed(request: PreviewRequest, isClear = false): Promise<FilePreview> {
  const preview = await (isClear ? sampleWorker().revealPreview(request) : sampleWorker().preview(request));
  if (!preview.ok) {
    throw new Error(JSON.stringify(preview.error));
  }
  return preview.value;
}

describe('a preview in the worker', () => {
  it('is masked by what the columns seem to hold', async () => {
    const { tables, rejected } = await previewed(requestOf(csv));
    expect(tables).toMatchObject([{ rowsSeen: 32, rejectedSeen: 1, hasNames: true }]);
    expect(tables[0]?.columns.map(({ fieldType }) => fieldType)).toEqual(['full-name', 'mobile', 'price']);
    expect(tables[0]?.rows[0]?.cells.map((cell) => cell?.text)).toEqual(['张*', '138****5610', '0.50']);
    expect(rejected.first).toEqual([{ line: 33, reason: 'too-few-cells', text: { text: '••••,•••', masked: true } }]);
  });

  it('shows damage, but no value around it', async () => {
    const { worst } = await previewed(requestOf(csv));
    const faulty = worst.find(({ kind }) => kind === 'row');
    expect(faulty).toMatchObject({ faults: [{ column: 0, fault: 'mojibake' }] });
    expect(faulty?.kind === 'row' ? faulty.cells[0]?.text : '').toBe('锟斤拷');
    expect(JSON.stringify(worst)).not.toContain('13812345699');
  });

  it('gives no value away before it is asked to', async () => {
    const masked = JSON.stringify(await previewed(requestOf(csv)));
    for (const value of ['13812345610', '张三', 'only,two']) {
      expect(masked).not.toContain(value);
    }
    expect(JSON.stringify(await previewed(requestOf(csv), true))).toContain('13812345610');
  });

  it('hides a first record that is taken for a header but is a person', async () => {
    const { tables } = await previewed(requestOf('张三,13812345678,1.50\n李四,13812345679,2.50\n'));
    expect(tables[0]?.columns[1]?.header).toEqual({ text: '••••••', masked: true });
  });

  it('tells cells without a value from empty ones', async () => {
    const { tables } = await previewed(requestOf('a,b,c\n1,,\n2\n', { shortRows: 'fill' }));
    expect(tables[0]?.rows.map(({ cells }) => cells.slice(1))).toEqual([
      [
        { text: '', masked: false },
        { text: '', masked: false },
      ],
      [null, null],
    ]);
  });

  it('shows the same lines in each encoding asked for, masked', async () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31, 0x38, 0x0a]);
    const asked = { ...requestOf(bytes, { encoding: 'gb18030' }), encodings: ['gb18030', 'windows-1252'] as const };
    const { encodings } = await previewed(asked);
    expect(encodings?.lines).toEqual([2]);
    expect(encodings?.readings.map(({ texts }) => texts[0]?.text)).toEqual(['张•,••', 'ÕÅ••,••']);
  });
});

describe('the hash of a file', () => {
  it('is the SHA-256 of its bytes', async () => {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(csv)));
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(await sampleWorker().hashFile('a', new File([csv], 'a.csv'))).toBe(hex);
  });
});
