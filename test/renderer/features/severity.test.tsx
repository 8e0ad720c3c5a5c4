import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { proposeClaims } from '#shared/listing/propose.ts';
import { SeverityPart } from '../../../renderer/features/exposure/severity-part.tsx';
import { HistoryTab } from '../../../renderer/features/history/history-tab.tsx';
import { consequenceOf } from '../../../renderer/storage/consequences.ts';
import { openCaseFromListing } from '../../../renderer/storage/listings.ts';
import { freshVault } from '../open-vault.ts';
import { readableInDatabase } from '../raw-database.ts';
import { axeFindings, show } from '../show.tsx';

const listing = 'Price: $900. Two million records of a shop in China. The data includes names and payment records.';

beforeEach(async () => {
  await freshVault();
});

describe('the severity of a case', () => {
  it('follows what the analyst sets with a reason, notes it in the history, and can be undone', async () => {
    const received = { name: 'listing', text: listing, bundled: false };
    const of = await openCaseFromListing('Alleged leak of a made-up shop', received, proposeClaims(listing));
    await show(
      <div>
        <SeverityPart of={of} />
        <HistoryTab caseId={of.id} />
      </div>,
    );
    await expect.element(page.getByText('No data is seen yet', { exact: false })).toBeVisible();

    await page.getByRole('button', { name: 'Change Financial data' }).click();
    await page.getByRole('combobox', { name: 'Value' }).click();
    await page.getByRole('option', { name: /^3/ }).click();
    await page.getByRole('button', { name: 'Keep change' }).click();
    await expect.element(page.getByText('Give a reason of your own.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Why' }).fill('The client has confirmed payment records.');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await expect.element(page.getByRole('button', { name: 'Change Financial data' })).toHaveFocus();

    // 3 × 0.25 for what nothing identifies, + 0.5 + 0.5 for the offer.
    const severity = page.getByRole('region', { name: 'Severity', exact: true });
    await expect.element(severity.getByRole('heading', { name: 'Low, 1.75' })).toBeVisible();
    await expect.element(severity.getByText('near a bound', { exact: false })).toBeVisible();
    await expect.element(page.getByText('Severity: Financial data set from 0 to 3', { exact: false })).toBeVisible();
    await expect
      .element(
        page.getByRole('region', { name: 'What would change the band' }).getByText('Medium, 2.50', { exact: false }),
      )
      .toBeVisible();
    expect(await axeFindings()).toEqual([]);
    expect((await consequenceOf(of.id))?.severity).toMatchObject([{ input: 'financial', value: 3, proposed: 0 }]);
    expect(await readableInDatabase(['confirmed payment records'])).toEqual([]);

    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(page.getByText('set from 3 to 0, as proposed', { exact: false })).toBeVisible();
    expect((await consequenceOf(of.id))?.severity).toEqual([]);
  });
});
