import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Dashboard } from '../../../renderer/app/dashboard.tsx';
import { CaseList } from '../../../renderer/features/cases/case-list.tsx';
import { createCase } from '../../../renderer/storage/cases.ts';
import { receiveRequest } from '../../../renderer/storage/tickets.ts';
import { madeUpRequest } from '../made-up-request.ts';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';

it('counts clients who wait before there is a case, and opens the cases whose severity is not scored', async () => {
  await freshVault();
  await receiveRequest(madeUpRequest());
  location.hash = '/dashboard';
  await show(
    <Routes>
      <Route path="/dashboard" element={<Dashboard />} />
      <Route path="/cases" element={<CaseList />} />
    </Routes>,
  );
  await expect.element(page.getByText('No cases yet')).toBeVisible();
  await expect.element(page.getByRole('link', { name: '1 Waiting for us' })).toBeVisible();

  await createCase('Made-up shop');
  await page.getByRole('link', { name: '1 Not scored' }).click();
  await expect.element(page.getByRole('link', { name: 'Made-up shop' })).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Severity' })).toHaveValue('Not scored');
  expect(await axeFindings()).toEqual([]);
});
