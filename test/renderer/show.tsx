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

/** What axe finds wrong with what is shown, one line each. Rules about whole pages do not fit a part of one. */
export async function axeFindings(): Promise<readonly string[]> {
  const rules = {
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  };
  const { violations } = await axe.run(document.body, { rules });
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join(' | ')}`,
  );
}
