import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { BarChart, type BarLayer } from '../../../renderer/ui/bar-chart/bar-chart.tsx';
import { axeFindings, show } from '../show.tsx';

const layers: readonly BarLayer[] = [
  { key: 'filled', label: 'Rows with a value', color: '#7a8a99', pattern: 'solid' },
  { key: 'valid', label: 'Rows with a valid value', color: '#0072b2', pattern: 'stripes' },
];
const categories = [
  { key: 'mobile', label: 'Mobile number', values: { filled: 900, valid: 600 } },
  { key: 'email', label: 'E-mail address', values: { filled: 300, valid: 150 } },
];
let pressed: string[] = [];

function Chart(): ReactNode {
  return (
    <div style={{ width: 900 }}>
      <BarChart
        label="Exposed records"
        layers={layers}
        categories={categories}
        onBar={(category, layer) => void pressed.push(`${category} ${layer}`)}
      />
    </div>
  );
}

function barsOf(layer: number): HTMLElement[] {
  const group = document.querySelectorAll('.recharts-bar').item(layer);
  return [...group.querySelectorAll<HTMLElement>('.recharts-bar-rectangle')];
}

function widthOf(bar: Element | undefined): number {
  return bar?.getBoundingClientRect().width ?? 0;
}

beforeEach(async () => {
  pressed = [];
  await show(<Chart />);
  await expect.poll(() => document.querySelectorAll('.recharts-bar-rectangle').length).toBe(4);
});

describe('the bar chart', () => {
  it('has a name, its categories, and its layers in words', async () => {
    await expect.element(page.getByRole('figure', { name: 'Exposed records' })).toBeVisible();
    for (const words of ['Mobile number', 'E-mail address', 'Rows with a value', 'Rows with a valid value']) {
      await expect.element(page.getByText(words, { exact: true }).first()).toBeVisible();
    }
  });

  it('draws bars as long as their figures', () => {
    const [most, fewer] = barsOf(0);
    const [valid] = barsOf(1);
    expect(widthOf(fewer) / widthOf(most)).toBeCloseTo(300 / 900, 1);
    expect(widthOf(valid) / widthOf(most)).toBeCloseTo(600 / 900, 1);
  });

  it('tells which bar was pressed', async () => {
    await page.elementLocator(barsOf(0)[1] ?? document.body).click();
    await page.elementLocator(barsOf(1)[0] ?? document.body).click();
    expect(pressed).toEqual(['email filled', 'mobile valid']);
  });

  it('is fit for a screen reader', async () => {
    expect(await axeFindings()).toEqual([]);
  });
});
