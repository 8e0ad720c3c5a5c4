import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { OwnTypes } from '../../../renderer/features/settings/own-types.tsx';
import { ownFieldTypes } from '../../../renderer/storage/own-field-types.ts';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';

beforeEach(async () => {
  await freshVault();
});

describe('the settings of own field types', () => {
  it('adds a type whose pattern was tried, refuses what cannot be one, and undoes a deletion', async () => {
    await show(<OwnTypes />);
    await expect.element(page.getByText('None yet.', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Add a field type…' }).click();

    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mobile number');
    await page.getByRole('textbox', { name: 'Pattern of a whole value' }).fill('(EMP');
    await expect.element(page.getByText('The pattern cannot be read', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Keep' }).click();
    await expect.element(page.getByText('There is a field type of this name already', { exact: false })).toBeVisible();
    expect(await ownFieldTypes()).toEqual([]);

    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Staff number');
    await page.getByRole('textbox', { name: 'Pattern of a whole value' }).fill('EMP-\\d{6}');
    await page.getByRole('textbox', { name: 'Try the pattern' }).fill('EMP-000001\nEMP-2\n');
    await expect.element(page.getByRole('status')).toHaveTextContent('1 of 2 values match. Not matched:E••••');
    expect(await axeFindings()).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');

    const table = page.getByRole('table', { name: 'Own field types' });
    await expect.element(table.getByText('EMP-\\d{6}')).toBeVisible();
    expect(await ownFieldTypes()).toMatchObject([{ content: { en: 'Staff number', pattern: 'EMP-\\d{6}' } }]);
    expect(await axeFindings()).toEqual([]);

    await page.getByRole('button', { name: 'Delete Staff number' }).click();
    await expect.element(page.getByText('None yet.', { exact: false })).toBeVisible();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(table.getByText('EMP-\\d{6}')).toBeVisible();
  });
});
