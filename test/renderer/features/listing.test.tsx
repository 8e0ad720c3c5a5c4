import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import { proposeClaims } from '#shared/listing/propose.ts';
import { ListingTab } from '../../../renderer/features/listing/listing-tab.tsx';
import { claimsOf, openCaseFromListing } from '../../../renderer/storage/listings.ts';
import { freshVault } from '../open-vault.ts';
import { show } from '../show.tsx';

const text = 'Selling orders of a made-up shop\nPrice: $3,500\nRecords: 12.4M\nFields: names, mobile numbers';
let caseId: CaseId;

async function stateOf(kind: string): Promise<string | undefined> {
  return (await claimsOf(caseId)).find(({ content }) => content.kind === kind)?.state;
}

async function claim(kind: Claim['content']['kind']): Promise<Claim | undefined> {
  return (await claimsOf(caseId)).find(({ content }) => content.kind === kind);
}

/** Puts the focus on a claim's card, as Tab or a press does. */
function focus(name: string): void {
  page.getByRole('article', { name, exact: true }).element().focus();
}

beforeEach(async () => {
  await freshVault();
  const listing = { name: 'post.txt', text, bundled: false };
  caseId = (await openCaseFromListing('Alleged leak of a made-up shop', listing, proposeClaims(text))).id;
  await show(<ListingTab caseId={caseId} />);
  await expect.element(page.getByRole('article', { name: 'Price', exact: true })).toBeVisible();
});

describe('a claim', () => {
  it('is confirmed by C and rejected by X', async () => {
    focus('Price');
    await userEvent.keyboard('c');
    await expect.element(page.getByRole('article', { name: 'Price', exact: true })).toHaveTextContent('confirmed');
    expect(await stateOf('price')).toBe('confirmed');
    await userEvent.keyboard('x');
    await expect.element(page.getByRole('article', { name: 'Price', exact: true })).toHaveTextContent('rejected');
    expect(await stateOf('price')).toBe('rejected');
  });

  it('is changed by E, and what was read is kept with it', async () => {
    focus('Price');
    await userEvent.keyboard('e');
    await page.getByRole('textbox', { name: 'Price', exact: true }).fill('$4,000');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect.element(page.getByRole('article', { name: 'Price', exact: true })).toHaveTextContent('edited');
    expect(await claim('price')).toMatchObject({ state: 'edited', content: { kind: 'price', text: '$4,000' } });
    expect((await claim('price'))?.quote?.words).toContain('3,500');
  });

  it('is left alone by keys that belong to its buttons, and by keys with Ctrl', async () => {
    focus('Price');
    await userEvent.keyboard('{Control>}x{/Control}{Tab}x');
    expect(await stateOf('price')).toBe('proposed');
  });

  it('shows the words it came from in the text', async () => {
    focus('Price');
    await expect.element(page.getByRole('mark').filter({ hasText: '3,500' }).first()).toBeVisible();
  });
});

describe('the claims of a listing', () => {
  it('are walked by j and k', async () => {
    await userEvent.keyboard('jjk');
    const first = document.querySelector('[data-list-item]');
    expect(document.activeElement).toBe(first);
  });

  it('can all be confirmed at once', async () => {
    await page.getByRole('button', { name: /^Confirm all/ }).click();
    await expect.element(page.getByText('Every claim is decided.')).toBeVisible();
    expect((await claimsOf(caseId)).map(({ state }) => state)).toEqual((await claimsOf(caseId)).map(() => 'confirmed'));
  });
});
