import { type ReactNode, useRef } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useListKeys } from '../../../renderer/ui/list-keys/use-list-keys.ts';
import { show } from '../show.tsx';

function List(): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list);
  return (
    <>
      <input aria-label="Search" />
      <ul ref={list}>
        {['one', 'two', 'three'].map((name) => (
          <li key={name}>
            <button type="button" data-list-item>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function chosen(): string | null {
  return document.activeElement?.textContent ?? null;
}

beforeEach(async () => {
  await show(<List />);
});

describe('a list', () => {
  it('is entered at its top by either key, and walked by j and k to its ends', async () => {
    await userEvent.keyboard('k');
    expect(chosen()).toBe('one');
    await userEvent.keyboard('jj');
    expect(chosen()).toBe('three');
    await userEvent.keyboard('j');
    expect(chosen()).toBe('three');
    await userEvent.keyboard('kkk');
    expect(chosen()).toBe('one');
  });

  it('leaves the letters to a field that is typed in', async () => {
    const search = page.getByRole('textbox', { name: 'Search' });
    await search.click();
    await userEvent.keyboard('jk');
    await expect.element(search).toHaveValue('jk');
    await expect.element(search).toHaveFocus();
  });

  it('leaves keys with Ctrl and Alt alone', async () => {
    await userEvent.keyboard('{Control>}j{/Control}{Alt>}j{/Alt}');
    expect(document.activeElement).toBe(document.body);
  });
});
