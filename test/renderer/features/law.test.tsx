import type { ReactNode } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { instantOf } from '#shared/domain/instant.ts';
import { instantFromLocal, zonedText } from '#shared/expose/clocks.ts';
import { proposeClaims } from '#shared/listing/propose.ts';
import { ClockChips } from '../../../renderer/features/exposure/clock-chips.tsx';
import { ExposureTab } from '../../../renderer/features/exposure/exposure-tab.tsx';
import { NextClocks } from '../../../renderer/features/exposure/next-clocks.tsx';
import { HistoryTab } from '../../../renderer/features/history/history-tab.tsx';
import { startedClocks } from '../../../renderer/storage/case-law.ts';
import { allRecordedCases } from '../../../renderer/storage/case-records.ts';
import { consequenceOf } from '../../../renderer/storage/consequences.ts';
import { openCaseFromListing } from '../../../renderer/storage/listings.ts';
import { useStored } from '../../../renderer/storage/live.ts';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';

const listing =
  'Price: $900. 2,000,000 records of a shop in Turkey. Data includes full names, mobile numbers and ID card numbers.';

beforeEach(async () => {
  await freshVault();
});

const ignore = (): void => undefined;
const ways = { openRows: ignore, openKinds: ignore, openPersons: ignore, mayLeave: async () => true };

function ClocksOfAll(): ReactNode {
  return <NextClocks recorded={useStored(allRecordedCases, []) ?? []} />;
}

it('says which laws a leak might engage, and counts from the moment that the analyst sets', async () => {
  const received = { name: 'listing', text: listing, bundled: false };
  const of = await openCaseFromListing('Alleged leak of a made-up shop', received, proposeClaims(listing));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const aware = instantFromLocal('2026-03-20T20:00', zone);
  const until = instantOf(Date.parse(aware ?? '') + 72 * 3_600_000);
  let opened = 0;
  window.location.hash = '#/?part=fields';
  await show(
    <div>
      <ClockChips
        of={of}
        openLaw={() => {
          opened += 1;
        }}
      />
      <ClocksOfAll />
      <ExposureTab caseId={of.id} {...ways} />
      <HistoryTab caseId={of.id} />
    </div>,
  );
  // A case without a sample: what is claimed can be seen, and what is known of the case can be set.
  await expect
    .element(page.getByRole('table', { name: 'Claimed fields' }).getByText('2,000,000').first())
    .toBeVisible();
  await page.getByRole('tab', { name: 'Combinations' }).click();
  await expect.element(page.getByText('No sample yet')).toBeVisible();
  await page.getByRole('tab', { name: 'Law' }).click();
  const limits = page.getByRole('table', { name: 'Time limits', exact: true });
  await expect.element(limits.getByText('Turkey KVKK (Law 6698), might be engaged')).toBeVisible();
  await expect.element(limits.getByText('not started')).toBeVisible();
  await expect.element(page.getByText('counsel decides', { exact: false }).first()).toBeVisible();

  const opener = page.getByRole('button', { name: 'Set facts…' });
  await opener.click();
  await expect.element(page.getByRole('combobox', { name: 'Victim’s countries' })).toHaveFocus();
  await userEvent.keyboard('Turkey{Escape}');
  await expect.element(page.getByRole('form', { name: 'Facts for the law' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(opener).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('combobox', { name: 'Victim’s countries' }).fill('Turkey');
  await page.getByRole('option', { name: 'Türkiye' }).click();
  await page.getByLabelText('The victim is aware of the leak').fill('2026-03-20T20:00');
  await page.getByRole('button', { name: 'Keep facts' }).click();
  await expect.element(opener).toHaveFocus();

  await expect.element(limits.getByText(zonedText(until, zone))).toBeVisible();
  await expect.element(limits.getByText('Turkey KVKK (Law 6698), would likely be engaged')).toBeVisible();
  const chip = page.getByRole('button', { name: '1 over' });
  await chip.click();
  expect(opened).toBe(1);
  await expect.element(page.getByText('No time limit runs.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('link', { name: 'Alleged leak of a made-up shop' }).click();
  expect(location.hash).toBe(`#/cases/${of.id}/exposure?part=law`);
  await expect
    .element(page.getByText(/^Facts for the law set: victim’s countries: Türkiye; The victim is aware/))
    .toBeVisible();
  expect(await axeFindings()).toEqual([]);
  expect(startedClocks(await allRecordedCases())).toMatchObject([{ caseId: of.id, clock: { until, met: null } }]);

  const done = page.getByRole('button', { name: 'Done: Notice to the Board (Turkey KVKK)' });
  await done.click();
  await page.getByLabelText(/^Done at/).fill('2026-03-21T08:00');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(limits.getByText('met, 2 d 12 h before the end')).toBeVisible();
  await expect.element(done).toHaveFocus();
  await expect.element(chip).not.toBeInTheDocument();
  await expect.element(page.getByText('Time limits that would end next')).not.toBeInTheDocument();
  await expect
    .element(page.getByText(/^Facts for the law set: done: Notice to the Board \(Turkey KVKK\)/))
    .toBeVisible();

  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(limits.getByText(/^over for/)).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(limits.getByText('not started')).toBeVisible();
  expect((await consequenceOf(of.id))?.law).toMatchObject({ moments: {}, done: {} });
});
