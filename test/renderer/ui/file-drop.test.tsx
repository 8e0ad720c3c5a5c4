import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FileDrop } from '../../../renderer/ui/file-drop/file-drop.tsx';
import { axeFindings, show } from '../show.tsx';

let taken: File[] = [];

beforeEach(async () => {
  taken = [];
  await show(
    <FileDrop label="Drop a sample here" hint="A CSV file." accept=".csv" onFile={(file) => void taken.push(file)} />,
  );
});

/** Sends a drag event as the browser does when files hover over the place or are let go. */
function drag(type: 'dragover' | 'dragleave' | 'drop', files: readonly File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) {
    dataTransfer.items.add(file);
  }
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
  place().dispatchEvent(event);
  return event;
}

function place(): Element {
  return page.getByRole('region', { name: 'Drop a sample here' }).element();
}

const sample = new File(['a,b\n1,2\n'], 'orders.csv', { type: 'text/csv' });

describe('a place to drop a file', () => {
  it('takes the file that is dropped on it, and keeps the browser from opening it', () => {
    expect(drag('drop', [sample]).defaultPrevented).toBe(true);
    expect(taken.map(({ name }) => name)).toEqual(['orders.csv']);
  });

  it('shows that a file hovers over it until it leaves', async () => {
    expect(drag('dragover', [sample]).defaultPrevented).toBe(true);
    await expect.element(page.elementLocator(place())).toHaveAttribute('data-over', 'true');
    drag('dragleave', []);
    await expect.element(page.elementLocator(place())).toHaveAttribute('data-over', 'false');
  });

  it('takes nothing when no file was dropped', () => {
    expect(drag('drop', []).defaultPrevented).toBe(true);
    expect(taken).toEqual([]);
  });

  it('has a button for those who do not drag', async () => {
    await page.getByRole('button', { name: 'Open file…' }).click();
    const input = document.querySelector<HTMLInputElement>('input[type="file"]');
    await userEvent.upload(page.elementLocator(input ?? document.body), sample);
    await expect.poll(() => taken.map(({ name }) => name)).toEqual(['orders.csv']);
    expect(input?.accept).toBe('.csv');
  });

  it('is fit for a screen reader', async () => {
    expect(await axeFindings()).toEqual([]);
  });
});
