import type { Page } from '@playwright/test';

/** An import as the page saw it, on the page's own clock. */
export type WatchedImport = {
  /** From the press of the button (or the choice of the file, where that begins it) to the sample being committed. */
  readonly seconds: number;
  /** Rows and rejected records together. */
  readonly records: number;
  /** The longest time between two frames, and the longest task that kept the page busy; 0 when they were not watched. */
  readonly longestGap: number;
  readonly longestTask: number;
  /** The longest time between two frames before the import: what the machine itself makes of it. */
  readonly idleGap: number;
};

type Seen = { milliseconds: number; sentence: string; longestGap: number; longestTask: number; idleGap: number };

/**
 * Watches a page until it says that rows are stored, which it does once the sample is committed. Begin to watch before
 * anything is pressed. `withFrames` also asks for every frame, which costs a little, so that timed rounds go without.
 */
export async function watchImport(page: Page, withFrames: boolean): Promise<WatchedImport> {
  const seen = await page.evaluate(watchInPage, withFrames);
  const [stored = 0, rejected = 0] = [...seen.sentence.matchAll(/([\d,]+) (?:rows|could)/g)].map(([, digits]) =>
    Number(digits?.replaceAll(',', '')),
  );
  const { longestGap, longestTask, idleGap } = seen;
  return { seconds: seen.milliseconds / 1000, records: stored + rejected, longestGap, longestTask, idleGap };
}

/** Runs in the page, so it can use nothing from outside. */
function watchInPage(withFrames: boolean): Promise<Seen> {
  return new Promise((resolve) => {
    let begin = Number.NaN;
    let lastFrame = performance.now();
    let idleGap = 0;
    let longestGap = 0;
    let longestTask = 0;
    let isOver = false;

    // Choosing the file may begin the import, or a press of a button behind it: the last of them counts.
    const restart = (): void => {
      begin = performance.now();
      lastFrame = begin;
      longestGap = 0;
      longestTask = 0;
    };
    document.addEventListener('change', restart, { capture: true });
    const pressed = ({ target }: Event): void => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button !== null && /^Import\b/.test(button.textContent ?? '')) {
        restart();
      }
    };
    document.addEventListener('click', pressed, { capture: true });

    const tasks = new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        longestTask = startTime >= begin ? Math.max(longestTask, duration) : longestTask;
      }
    });
    const frame = (): void => {
      const now = performance.now();
      if (Number.isNaN(begin)) {
        idleGap = Math.max(idleGap, now - lastFrame);
      } else {
        longestGap = Math.max(longestGap, now - lastFrame);
      }
      lastFrame = now;
      if (!isOver) {
        requestAnimationFrame(frame);
      }
    };
    if (withFrames) {
      tasks.observe({ type: 'longtask' });
      requestAnimationFrame(frame);
    }

    const observer = new MutationObserver(() => {
      const done = [...document.querySelectorAll('[role="status"]')].find(({ textContent }) =>
        /rows of .* are stored/.test(textContent ?? ''),
      );
      if (done === undefined || Number.isNaN(begin)) {
        return;
      }
      const milliseconds = performance.now() - begin;
      isOver = true;
      observer.disconnect();
      tasks.disconnect();
      document.removeEventListener('change', restart, { capture: true });
      document.removeEventListener('click', pressed, { capture: true });
      resolve({ milliseconds, sentence: done.textContent ?? '', longestGap, longestTask, idleGap });
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}
