import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../../renderer/app/app.css';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import { Providers } from '../../renderer/app/providers.tsx';

/** Shows a part of the screen in what every screen stands in: looks, notes, routes. */
export function show(part: ReactNode): ReturnType<typeof render> {
  return render(part, { wrapper: Providers });
}

const stillFor = 3;
const betweenLooks = 50;

function moves({ playState, effect }: Animation): boolean {
  return playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
}

/** Waits until nothing fades or slides any more: half there, a note has not yet the colours it will have. */
async function standStill(): Promise<void> {
  for (let still = 0; still < stillFor; still++) {
    await new Promise((done) => setTimeout(done, betweenLooks));
    if (document.getAnimations().some(moves)) {
      still = -1;
    }
  }
}

/** What axe finds wrong with what is shown, one line each. Rules about whole pages do not fit a part of one. */
export async function axeFindings(): Promise<readonly string[]> {
  const rules = {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  };
  await standStill();
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}
