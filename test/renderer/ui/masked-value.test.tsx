import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { MaskedValue } from '../../../renderer/ui/masked-value/masked-value.tsx';
import { axeFindings, show } from '../show.tsx';

async function showAll(): Promise<void> {
  await show(
    <p>
      <MaskedValue text="138****5678" disclosure="masked" />
      <MaskedValue text="13812345678" disclosure="revealed" />
      <MaskedValue text="29.90" disclosure="ordinary" />
    </p>,
  );
}

function looksOf(text: string): string {
  const { color, backgroundImage, backgroundColor, outlineStyle } = getComputedStyle(page.getByText(text).element());
  return [color, backgroundImage, backgroundColor, outlineStyle].join('|');
}

describe('a value of a sample', () => {
  it('looks different masked, revealed and ordinary', async () => {
    await showAll();
    expect(new Set(['138****5678', '13812345678', '29.90'].map(looksOf)).size).toBe(3);
  });

  it('says in words that it is masked or revealed, and nothing when it is neither', async () => {
    await showAll();
    await expect.element(page.getByText('138****5678')).toHaveAttribute('title', 'masked');
    await expect.element(page.getByText('13812345678')).toHaveAttribute('title', 'revealed');
    await expect.element(page.getByText('29.90')).not.toHaveAttribute('title');
  });

  it('keeps its blanks, so that two values which differ in them look different', async () => {
    await show(<MaskedValue text="a  b" disclosure="ordinary" />);
    expect(page.getByText('a b').element().textContent).toBe('a  b');
    expect(getComputedStyle(page.getByText('a b').element()).whiteSpaceCollapse).toBe('preserve');
  });

  it('can be read in both looks', async () => {
    await showAll();
    expect(await axeFindings()).toEqual([]);
  });
});
