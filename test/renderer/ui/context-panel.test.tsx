import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ContextPanel } from '../../../renderer/ui/frame/context-panel.tsx';
import { Frame } from '../../../renderer/ui/frame/frame.tsx';
import { show } from '../show.tsx';

function Screen({ facts }: { readonly facts: readonly string[] }): ReactNode {
  return (
    <Frame rail={<nav>rail</nav>} statusLine={<footer>status</footer>} panelWidth={320} onPanelWidth={() => undefined}>
      <p>work</p>
      {facts.map((fact) => (
        <ContextPanel key={fact}>{fact}</ContextPanel>
      ))}
    </Frame>
  );
}

const panel = page.getByRole('complementary', { name: 'Context' });

describe('the context panel', () => {
  it('takes no room while no screen fills it', async () => {
    await show(<Screen facts={[]} />);
    await expect.element(page.getByText('work')).toBeVisible();
    await expect.element(panel).not.toBeInTheDocument();
  });

  it('shows what the screen says of its selection, beside the work and not in it', async () => {
    await show(<Screen facts={['Column “mobile”']} />);
    await expect.element(panel).toHaveTextContent('Column “mobile”');
    await expect.element(page.getByRole('main')).not.toHaveTextContent('Column “mobile”');
  });

  it('shows what several parts say, and goes when the last of them goes', async () => {
    const shown = await show(<Screen facts={['one', 'two']} />);
    await expect.element(panel).toHaveTextContent('onetwo');
    await shown.rerender(<Screen facts={['two']} />);
    await expect.element(panel).toHaveTextContent('two');
    await shown.rerender(<Screen facts={[]} />);
    await expect.element(panel).not.toBeInTheDocument();
  });
});
