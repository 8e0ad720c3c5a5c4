import { expect, it } from 'vitest';
import type { DrawChart } from '../../../renderer/ui/chart/paper.ts';
import { drawRowChart } from '../../../renderer/ui/chart/row-chart.tsx';
import type { ChartFacts } from '../../../renderer/ui/chart-document/chart-facts.ts';
import { drawSvg } from '../../../renderer/ui/chart-document/draw-file.tsx';
import { drawUpsetChart } from '../../../renderer/ui/upset-chart/upset-chart.tsx';

const facts: ChartFacts = {
  ...{ title: '一份样本里的全部个人信息'.repeat(6), n: 'n = 9 rows', asOf: '2026-11-25', marking: 'TLP:AMBER' },
  ...{ notes: [], given: [], columns: [], rows: [] },
};

/** Lays a chart's file out in this engine, and gives every text in it with the box that it takes. */
function drawnTexts(draw: DrawChart): readonly { readonly words: string; readonly box: DOMRect }[] {
  const place = document.createElement('div');
  place.innerHTML = drawSvg(facts, draw).replace(/^<\?xml.*\?>\s*/, '');
  document.body.replaceChildren(place);
  const texts = [...place.querySelectorAll('text')].map((text) => {
    const lines = [...text.querySelectorAll('tspan')].map(({ textContent }) => textContent.trim());
    return { words: lines.length === 0 ? text.textContent : lines.join(' '), box: text.getBoundingClientRect() };
  });
  const sheet = place.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
  for (const { words, box } of texts) {
    expect(words).not.toContain('…');
    expect(box.right, words).toBeLessThanOrEqual(sheet.right);
    expect(box.bottom, words).toBeLessThanOrEqual(sheet.bottom);
  }
  return texts;
}

/** The boxes of these texts, which stand below one another, must not run into each other. */
function expectApart(texts: ReturnType<typeof drawnTexts>, wanted: readonly string[]): void {
  const found = wanted.map((words) => texts.find((one) => one.words === words));
  expect(found.map((one) => one?.words)).toEqual(wanted);
  for (const [at, one] of found.entries()) {
    expect(one?.box.bottom, one?.words).toBeLessThanOrEqual((found[at + 1]?.box.top ?? Number.POSITIVE_INFINITY) + 2);
  }
}

it('names every row of an exported chart to the end', () => {
  const labels = [
    'Medical and health data (PIPL art. 28)',
    'Data concerning health (GDPR art. 9(1))',
    'Age',
    'Data about a natural person’s sex life (GDPR art. 9(1))',
    '员工在内部系统里登记的全部健康检查结果与病历号码',
  ];
  const texts = drawnTexts((paper) =>
    drawRowChart(
      {
        panels: [
          {
            ...{ key: 'persons', title: 'Persons', part: 1 },
            layers: [{ key: 'persons', label: 'Persons', form: 'bar', color: '#0072b2', pattern: 'stripes' }],
          },
        ],
        groups: [
          {
            label: 'Special categories of personal data by law',
            categories: labels.map((label) => ({ key: label, label, marks: { persons: { value: 9, text: '9' } } })),
          },
        ],
      },
      paper,
    ),
  );
  const broken = '员工在内部系统里登记的全部 健康检查结果与病历号码';
  expectApart(texts, ['Special categories of personal data by law', ...labels.slice(0, -1), broken]);
});

it('names every risk of a combination in an exported chart', () => {
  const remarks = [
    'Identity theft, Targeted phishing, SIM swap, Physical safety, Price discrimination, Payment fraud, Account takeover',
    'Targeted phishing, Price discrimination',
  ];
  const sets = Array.from({ length: 12 }, (_, at) => ({
    key: `${at}`,
    label: `Kind ${at}`,
    size: 9,
    text: '9',
    shortText: '9',
  }));
  const texts = drawnTexts((paper) =>
    drawUpsetChart(
      {
        sets,
        looks: [{ key: 'risky', label: 'Opens a risk', color: '#b35900', pattern: 'stripes' }],
        rows: remarks.map((remark) => ({
          ...{ key: remark, label: remark, sets: ['1', '3'], value: 1_234_567, text: '1,234,567', remark },
          look: 'risky',
        })),
      },
      paper,
    ),
  );
  expectApart(texts, remarks);
});
