import { beforeAll, describe, expect, it } from 'vitest';
import { type GuardHit, sampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { freshWorker, type Imported, importWhole, openImported } from './imported.ts';
import { syntheticSample } from './synthetic.ts';

const { file, table } = syntheticSample();
let sample: Imported;

beforeAll(async () => {
  await freshWorker();
  sample = await importWhole(file);
  await openImported(sample);
});

function valueAt(row: number, column: number): string {
  return table.rows[row]?.[column]?.trim() ?? '';
}

/** Looks for the sample's values in a text, as a reply is checked before it is saved. */
function found(text: string, ownWords = ''): Promise<readonly GuardHit[]> {
  return sampleWorker().findInText(sample.id, { text, ownWords }, 8);
}

describe('a text that is about to leave', () => {
  it('passes when it speaks of the sample without a value of it', async () => {
    const text =
      'TLP:AMBER\n\nWe counted 17,951 rows with a mobile number; 16,020 are valid. Prices run up to 3,000.00.';
    expect(await found(text)).toEqual([]);
  });

  it('is held back for a mobile number of the last block, however it is written', async () => {
    const row = table.rows.findLastIndex((cells) => /^1\d{10}$/.test(cells[4] ?? ''));
    const mobile = valueAt(row, 4);
    expect(row).toBeGreaterThan(16_384);
    const spaced = `${mobile.slice(0, 3)} ${mobile.slice(3, 7)} ${mobile.slice(7)}`;
    for (const written of [mobile, spaced, `+86-${mobile}`]) {
      expect(await found(`Call ${written} now.`)).toContainEqual({ kind: 'cell', row, column: 4 });
    }
  });

  it('is held back for an address, a name and a resident id, each named by its place', async () => {
    const row = table.rows.findIndex((cells) => /^\d{17}[\dX]$/.test(cells[3] ?? '') && !cells[7]?.includes('\n'));
    for (const column of [3, 7]) {
      const hits = await found(`Of row ${row + 1}: ${valueAt(row, column)}.`);
      expect(hits).toContainEqual({ kind: 'cell', row, column });
    }
    expect((await found(`Dear ${valueAt(row, 2)},`)).every((hit) => hit.kind === 'rejected' || hit.column === 2)).toBe(
      true,
    );
  });

  it('is held back for a value of a record that was rejected', async () => {
    const rejected = table.rejected.find(({ raw }) => /(?:^|,)1\d{10}(?:,|$)/.test(raw));
    const mobile = /(?:^|,)(1\d{10})(?:,|$)/.exec(rejected?.raw ?? '')?.[1] ?? '';
    expect(mobile).not.toBe('');
    expect(await found(`Call ${mobile}.`)).toContainEqual({ kind: 'rejected', line: rejected?.line });
  });

  it('names no more places than asked for, and the values never', async () => {
    const many = table.rows.slice(0, 60).map((cells) => cells[4]?.trim());
    const hits = await found(many.join(' and '));
    expect(hits).toHaveLength(8);
    const told = JSON.stringify(hits);
    expect(many.filter((mobile) => mobile !== undefined && mobile !== '' && told.includes(mobile))).toEqual([]);
  });

  it('may say what the client wrote of themselves', async () => {
    const row = table.rows.findIndex((cells) => /^1\d{10}$/.test(cells[4] ?? ''));
    const mobile = valueAt(row, 4);
    expect(await found(`You asked about ${mobile}.`)).not.toEqual([]);
    expect(await found(`You asked about ${mobile}.`, `Am I in it? ${mobile}`)).toEqual([]);
  });
});
