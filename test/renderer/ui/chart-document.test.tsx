import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { drawColumnChart } from '../../../renderer/ui/chart/column-chart.tsx';
import { drawRowChart, type RowChartData } from '../../../renderer/ui/chart/row-chart.tsx';
import { ChartDocument } from '../../../renderer/ui/chart-document/chart-document.tsx';
import type { ChartFacts } from '../../../renderer/ui/chart-document/chart-facts.ts';
import { type ChartFile, ChartSaving } from '../../../renderer/ui/chart-document/chart-file.ts';
import { axeFindings, show } from '../show.tsx';

const data: RowChartData = {
  panels: [
    {
      ...{ key: 'seen', title: 'Seen', part: 1 },
      layers: [
        { key: 'filled', label: 'Rows with a value', color: '#7a8a99', pattern: 'solid', form: 'bar' },
        { key: 'range', label: 'Lies between', color: '#0072b2', pattern: 'stripes', form: 'interval' },
      ],
    },
  ],
  groups: [
    {
      label: 'Contact',
      categories: [
        { key: 'mobile', label: 'Mobile number', marks: { filled: { value: 900, text: '900' } } },
        {
          ...{ key: 'email', label: 'E-mail <address>' },
          marks: {
            filled: { value: 300, text: '300' },
            range: { value: 250, low: 200, high: 320, text: '200 to 320' },
          },
        },
      ],
    },
  ],
};
const facts: ChartFacts = {
  ...{ title: 'Exposed records & more', n: 'n = 1,000 rows', asOf: '2026-11-25', marking: 'TLP:AMBER' },
  notes: ['A sample of a seller is not a random one.'],
  given: ['Exposed records'],
  columns: [
    { label: 'Field', isFigure: false },
    { label: 'Filled', isFigure: true },
  ],
  rows: [
    {
      key: 'mobile',
      cells: [{ value: 'Mobile number' }, { value: 1900, open: () => void pressed.push('in the table') }],
    },
    { key: 'email', cells: [{ value: '=E-mail, "address"' }, { value: 300, text: '≈ 300' }] },
  ],
};
let pressed: string[] = [];
let files: ChartFile[] = [];

function Chart(): ReactNode {
  return (
    <ChartSaving value={async (file) => void files.push(file)}>
      <div style={{ width: 900 }}>
        <ChartDocument
          facts={facts}
          draw={(paper) => drawRowChart(data, paper)}
          open={(category, layer) => void pressed.push(`${category} ${layer}`)}
          tableLabel="Numbers"
        />
      </div>
    </ChartSaving>
  );
}

async function exported(form: 'SVG' | 'PNG' | 'CSV'): Promise<ChartFile> {
  await page.getByRole('button', { name: form }).click();
  await expect.poll(() => files.length, { timeout: 15_000 }).toBe(1);
  const [file] = files;
  if (file === undefined) {
    throw new Error('Nothing was exported');
  }
  return file;
}

beforeEach(() => {
  pressed = [];
  files = [];
});

describe('a chart of columns', () => {
  const months = ['2025-11', '2025-12', '2026-01'].map((label, at) => ({ key: label, label, value: at * 40 }));

  beforeEach(async () => {
    await show(
      <ChartSaving value={async (file) => void files.push(file)}>
        <div style={{ width: 900 }}>
          <ChartDocument
            facts={facts}
            draw={(paper) =>
              drawColumnChart(
                { color: '#0072b2', pattern: 'stripes', layer: { key: 'rows', label: 'Rows' }, columns: months },
                paper,
              )
            }
            open={(category, layer) => void pressed.push(`${category} ${layer}`)}
            tableLabel="Numbers"
          />
        </div>
      </ChartSaving>,
    );
  });

  it('opens what is behind a column, and leaves out those of nothing', async () => {
    await page.getByRole('button', { name: '2025-12: Rows, 40' }).click();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(pressed).toEqual(['2025-12 rows', '2026-01 rows']);
    expect(await axeFindings()).toEqual([]);
  });

  it('leaves as bare SVG', async () => {
    const file = await exported('SVG');
    const text = file.form === 'svg' ? file.text : '';
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawn.querySelectorAll('rect[fill^="url"]')).toHaveLength(2);
    for (const words of ['2025-12', '40', '80']) {
      expect(drawn.documentElement.textContent).toContain(words);
    }
    expect(text).not.toMatch(/foreignObject|var\(|class=|style=|role="button"/);
  });
});

describe('a chart as a document', () => {
  beforeEach(async () => {
    await show(<Chart />);
    await expect.element(page.getByRole('button', { name: 'Mobile number: Rows with a value, 900' })).toBeVisible();
  });

  it('opens what is behind a mark, by pointer and by keys', async () => {
    await page.getByRole('button', { name: 'Mobile number: Rows with a value, 900' }).click();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}{ArrowLeft} ');
    expect(pressed).toEqual(['mobile filled', 'email range', 'email filled']);
  });

  it('is fit for a screen reader, with its numbers as a table', async () => {
    await page.getByRole('button', { name: 'Show the numbers' }).click();
    // A figure is told with what it is of and its column, whether the table is read or its buttons are walked through.
    await expect.element(page.getByRole('rowheader', { name: 'Mobile number' })).toBeVisible();
    await page.getByRole('button', { name: 'Mobile number, Filled: 1,900', exact: true }).click();
    expect(pressed).toEqual(['in the table']);
    expect(await axeFindings()).toEqual([]);
  });

  it('leaves as a light SVG that carries its facts and needs nothing from outside', async () => {
    const file = await exported('SVG');
    const text = file.form === 'svg' ? file.text : '';
    const drawn = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(drawn.querySelector('parsererror')).toBeNull();
    for (const words of [
      facts.title,
      facts.n,
      facts.asOf,
      facts.marking,
      'Lies between',
      'E-mail <address>',
      '200 to 320',
      ...facts.notes,
    ]) {
      expect(drawn.documentElement.textContent).toContain(words);
    }
    expect(text).not.toMatch(/var\(|https?:(?!\/\/www\.w3\.org\/2000\/svg)|class=|role="button"/);
    expect(drawn.querySelectorAll('pattern')).toHaveLength(2);
    expect(file.suggestedName).toBe('exposed-records-more-2026-11-25.svg');
  });

  it('leaves as a PNG of twice its size', async () => {
    const file = await exported('PNG');
    const bytes = file.form === 'png' ? file.bytes : new Uint8Array();
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    expect(picture.width).toBe(1920);
  });

  it('leaves as CSV in which each line carries its facts', async () => {
    const file = await exported('CSV');
    expect(file.form === 'csv' && file.text).toBe(
      '\ufeffField,Filled,Chart,n,As of,Marking\r\n' +
        'Mobile number,1900,Exposed records & more,"n = 1,000 rows",2026-11-25,TLP:AMBER\r\n' +
        '"\'=E-mail, ""address""",300,Exposed records & more,"n = 1,000 rows",2026-11-25,TLP:AMBER\r\n',
    );
  });
});
