import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { KeyHint } from '../../../renderer/ui/key-hint/key-hint.tsx';
import { Page } from '../../../renderer/ui/page/page.tsx';
import { Problem } from '../../../renderer/ui/problem/problem.tsx';
import { TlpLabel } from '../../../renderer/ui/tlp-label/tlp-label.tsx';
import { axeFindings, show } from '../show.tsx';

describe('the words of a screen', () => {
  it('name a marking beside its colour', async () => {
    await show(<TlpLabel label="TLP:AMBER+STRICT" />);
    const label = page.getByText('TLP:AMBER+STRICT');
    await expect.element(label).toBeVisible();
    const { color, backgroundColor } = getComputedStyle(label.element());
    // FIRST, TLP 2.0: amber is #FFC000, on black.
    expect([color, backgroundColor]).toEqual(['rgb(255, 192, 0)', 'rgb(0, 0, 0)']);
  });

  it('name the keys of a command as they stand on this machine', async () => {
    await show(<KeyHint keys="Mod+K" />);
    await expect.element(page.getByText('Ctrl', { exact: true })).toBeVisible();
    await expect.element(page.getByText('K', { exact: true })).toBeVisible();
  });

  it('say a problem at once', async () => {
    await show(<Problem title="Nothing was imported">The file is empty.</Problem>);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Nothing was importedThe file is empty.');
    expect(await axeFindings()).toEqual([]);
  });

  it('head a page, with its content as the panel of its tabs where it has them', async () => {
    await show(
      <Page title="A made-up case" panelId="panel" actions={<button type="button">Act</button>}>
        content
      </Page>,
    );
    await expect.element(page.getByRole('heading', { level: 1, name: 'A made-up case' })).toBeVisible();
    await expect.element(page.getByRole('tabpanel', { name: 'A made-up case' })).toHaveTextContent('content');
  });
});
