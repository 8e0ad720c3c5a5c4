import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DataGrid } from '../../../renderer/ui/data-grid/data-grid.tsx';
import type { GridPlace, GridRow } from '../../../renderer/ui/data-grid/grid-props.ts';
import { axeFindings, show } from '../show.tsx';

const columns = [
  { header: 'realname', kind: 'Full name' },
  { header: 'mobile', kind: 'Mobile number' },
];
const rowCount = 250_000;
let reads: [number, number][] = [];
let keys: [string, GridPlace][] = [];
let places: GridPlace[] = [];
let headers: number[] = [];
let failures: string[] = [];
let broken = false;

async function read(start: number, end: number): Promise<readonly GridRow<string>[]> {
  reads.push([start, end]);
  if (broken) {
    throw new Error('A block is damaged.');
  }
  return Array.from({ length: end - start }, (_, at) => ({
    ...{ number: start + at + 1, cells: [`name ${start + at}`, `mobile ${start + at}`] },
  }));
}

const onPlace = (place: GridPlace): void => void places.push(place);
const onKey = (key: string, place: GridPlace): void => void keys.push([key, place]);
const onFailure = (cause: unknown): void => void failures.push(String(cause));
const onHeader = (column: number): void => void headers.push(column);
const draw = (cell: string): ReactNode => <b>{cell}</b>;

type GridInTest = { readonly drawing: unknown; readonly drawn?: typeof draw; readonly columnInView?: number | null };

function Grid({ drawing, drawn = draw, columnInView = null }: GridInTest): ReactNode {
  return (
    <div style={{ height: 500, display: 'flex' }}>
      <DataGrid
        label="Rows of a made-up sample"
        {...{ columns, rowCount, read, drawing, columnInView, onPlace, onKey, onHeader, onFailure }}
        draw={drawn}
        nonce=""
      />
    </div>
  );
}

beforeEach(() => {
  reads = [];
  keys = [];
  places = [];
  headers = [];
  failures = [];
  broken = false;
});

describe('the grid', () => {
  it('reads only the rows in view, however many there are', async () => {
    await show(<Grid drawing={0} />);
    await expect.element(page.getByText('name 0', { exact: true })).toBeVisible();
    expect(Math.max(...reads.map(([, end]) => end))).toBeLessThan(400);
    expect(document.querySelectorAll('[row-index]').length).toBeLessThan(200);
  });

  it('heads each column with its name and with what it holds; pressing the head asks for the column', async () => {
    await show(<Grid drawing={0} />);
    await page.getByRole('button', { name: 'mobile Mobile number' }).click();
    expect(headers).toEqual([1]);
  });

  it('tells the place of the cell that is chosen, and the keys pressed on it', async () => {
    await show(<Grid drawing={0} />);
    await page.getByText('mobile 2', { exact: true }).click();
    await expect.poll(() => places.at(-1)).toEqual({ index: 2, column: 1 });
    await userEvent.keyboard('r{ArrowDown}t');
    await expect.poll(() => places.at(-1)).toEqual({ index: 3, column: 1 });
    expect(keys).toContainEqual(['r', { index: 2, column: 1 }]);
    expect(keys).toContainEqual(['t', { index: 3, column: 1 }]);
  });

  it('leaves keys with Ctrl to the app', async () => {
    await show(<Grid drawing={0} />);
    await page.getByText('mobile 2', { exact: true }).click();
    await userEvent.keyboard('{Control>}r{/Control}');
    expect(keys.filter(([key]) => key === 'r')).toEqual([]);
  });

  it('tells nothing of the column of row numbers: it holds no value', async () => {
    await show(<Grid drawing={0} />);
    await page.getByRole('gridcell', { name: '3', exact: true }).click();
    await userEvent.keyboard('r');
    expect(keys).toEqual([]);
    expect(places).toEqual([]);
  });

  it('draws cells anew without reading them anew', async () => {
    const shown = await show(<Grid drawing={0} />);
    await expect.element(page.getByText('name 0', { exact: true })).toBeVisible();
    const before = reads.length;
    await shown.rerender(<Grid drawing={1} drawn={(cell) => <i>{`${cell}!`}</i>} />);
    await expect.element(page.getByText('name 0!', { exact: true })).toBeVisible();
    expect(reads.length).toBe(before);
  });

  it('goes to the last row by key', async () => {
    await show(<Grid drawing={0} />);
    await page.getByText('mobile 2', { exact: true }).click();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await expect.element(page.getByText(`name ${rowCount - 1}`, { exact: true })).toBeVisible();
  });

  it('tells why rows could not be read', async () => {
    broken = true;
    await show(<Grid drawing={0} />);
    await expect.poll(() => failures).toContain('Error: A block is damaged.');
  });

  it('is fit for a screen reader', async () => {
    await show(<Grid drawing={0} />);
    await expect.element(page.getByText('name 0', { exact: true })).toBeVisible();
    expect(await axeFindings()).toEqual([]);
  });
});
