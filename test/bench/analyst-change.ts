import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Analyst } from '../e2e/analyst.ts';

/** Between two keys, as somebody types who knows the word; and before a choice is confirmed. */
const betweenKeys = 150;

const said = 'now holds:';

/** Milliseconds in the page from the key that confirms a choice until the notice that the change is kept. */
function timeChange(page: Page): Promise<number> {
  return page.evaluate(
    (words) =>
      new Promise<number>((resolve) => {
        let begin = 0;
        const seen = new MutationObserver((changes) => {
          const isKept = changes.some(({ addedNodes }) =>
            [...addedNodes].some((node) => node.textContent?.includes(words) === true),
          );
          if (isKept && begin > 0) {
            seen.disconnect();
            resolve(performance.now() - begin);
          }
        });
        seen.observe(document.body, { childList: true, subtree: true });
        addEventListener(
          'keydown',
          ({ key }) => {
            if (key === 'Enter' && begin === 0) {
              begin = performance.now();
            }
          },
          { capture: true },
        );
      }),
    said,
  );
}

/** Gives the column in this place another type by keyboard, as an analyst does, takes it back, and says how long the change took. */
export async function changeType(analyst: Analyst, column: number, label: string): Promise<number> {
  const { page } = analyst;
  await analyst.cell(0, column).click();
  await page.keyboard.press('t');
  const time = timeChange(page);
  await page.keyboard.type(label, { delay: betweenKeys });
  await page.waitForTimeout(betweenKeys);
  await page.keyboard.press('Enter');
  const waited = await time;
  await expect(page.getByText('You set this.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('You set this.')).toBeHidden();
  await expect(page.getByText(said)).toHaveCount(0, { timeout: 30_000 });
  return waited;
}
