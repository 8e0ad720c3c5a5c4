import { expect, type Locator, type Page } from '@playwright/test';

/** A passphrase that the strength meter takes. Made up, for tests only. */
const passphrase = 'gravel-lantern-oboe-thistle-92';

/** What the exposure table shows of one field type. */
export type ExposureLine = {
  readonly label: string;
  readonly claimed: string;
  readonly filled: number;
  readonly valid: number;
  readonly distinct: number;
};

/** A file to open: a path, or what is in it. */
type OpenedFile = string | { name: string; mimeType: string; buffer: Buffer };

function numberIn(text: string | undefined): number {
  return Number((text ?? '').replaceAll(/[^0-9]/g, ''));
}

/** Drives the app in the steps of an analyst, so that a test reads as what a person does. */
export class Analyst {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async createVault(): Promise<void> {
    const { page } = this;
    await page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
    await page.getByRole('textbox', { name: 'Passphrase again' }).fill(passphrase);
    await page.getByRole('button', { name: 'Create vault' }).click();
    await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  }

  async unlock(words = passphrase): Promise<void> {
    await this.page.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(words);
    await this.page.getByRole('button', { name: 'Unlock' }).click();
  }

  async lock(): Promise<void> {
    await this.page.keyboard.press('Control+l');
    await expect(this.page.getByRole('heading', { name: 'The vault is locked' })).toBeVisible();
  }

  async goTo(place: 'Dashboard' | 'Cases' | 'Tickets' | 'Search' | 'Settings'): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Leakdesk' }).getByRole('link', { name: place }).click();
    // Until then what is pressed next may still be found on the screen before.
    await expect(this.page.getByRole('heading', { name: place, level: 1, exact: true })).toBeVisible();
  }

  async openTab(
    name: 'Overview' | 'Listing' | 'Samples' | 'Verify' | 'Exposure' | 'Tickets' | 'History',
  ): Promise<void> {
    await this.page.getByRole('tab', { name }).click();
  }

  async introduceSelf(): Promise<void> {
    await this.goTo('Settings');
    await this.page.getByLabel('Your name').fill('Analyst One');
    await this.page.getByLabel('Your mail address').fill('analyst@leakdesk.example');
    await this.page.getByRole('button', { name: 'Keep' }).click();
    await expect(this.page.getByText('Kept: who replies.')).toBeVisible();
  }

  /** Takes in the bundled listing and stops where its claims wait. */
  async takeInBundledListing(): Promise<void> {
    await this.goTo('Cases');
    await this.page.keyboard.press('Control+n');
    await this.page.getByRole('button', { name: 'Use the bundled example' }).click();
    await expect(this.page.getByRole('table', { name: 'What the text claims' })).toBeVisible();
    await this.page.getByRole('button', { name: 'Take in the listing' }).click();
    await expect(this.page.getByText(/claims wait for you/)).toBeVisible();
  }

  async confirmAllClaims(): Promise<void> {
    await this.page.getByRole('button', { name: /^Confirm all/ }).click();
    await expect(this.page.getByText('Every claim is decided.')).toBeVisible();
  }

  async importBundledSample(): Promise<void> {
    await this.openTab('Samples');
    await this.page.getByRole('button', { name: 'Use the bundled synthetic sample' }).click();
    await this.importAsGuessed();
    await this.seeRows();
  }

  /** Takes the file that waits in the wizard as it was guessed: one key. */
  async importAsGuessed(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^Import( again)?$/ })).toBeFocused();
    await this.page.keyboard.press('Enter');
  }

  /** Opens a sample and imports it as it was guessed. */
  async importFile(file: OpenedFile): Promise<void> {
    await this.openFile(file);
    await this.importAsGuessed();
  }

  /** Opens the place for another file, where it is not open. */
  async offerPlace(): Promise<void> {
    const open = this.page.getByRole('button', { name: 'Open file…' });
    const add = this.page.getByRole('button', { name: 'Import another' });
    await expect(open.or(add).first()).toBeVisible();
    if (!(await open.isVisible())) {
      await add.click();
    }
  }

  /** Opens a file and imports it once it was looked at; keeps the original if that is wanted. */
  async beginImport(file: OpenedFile, keepOriginal: boolean): Promise<void> {
    await this.offerPlace();
    await this.openFile(file);
    const go = this.page.getByRole('button', { name: 'Import', exact: true });
    await expect(go).toBeEnabled();
    if (keepOriginal) {
      await this.page.getByRole('checkbox', { name: /^Keep the original/ }).check();
    }
    await go.click();
  }

  async openFile(file: OpenedFile): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page.getByRole('button', { name: 'Open file…' }).click();
    await (await chooser).setFiles(file);
  }

  async seeRows(): Promise<void> {
    await expect(this.cell(0, 0)).toBeVisible();
  }

  /** Chooses one of several samples by what its name begins with. */
  async chooseSample(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Sample' }).click();
    await this.page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await this.seeRows();
  }

  /** Asks to remove the sample that is shown, or only its rows, and says yes. */
  async remove(what: 'Purge rows…' | 'Delete sample…', yes: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: 'Remove' }).click();
    await this.page.getByRole('menuitem', { name: what }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: yes }).click();
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  /** Searches from wherever the screen is. */
  async search(words: string, how: 'Contains' | 'Exact value' | 'Pattern'): Promise<void> {
    await this.page.keyboard.press('/');
    await this.page.getByText(how, { exact: true }).click();
    await this.page.getByRole('textbox', { name: 'Search for' }).fill(words);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByRole('region', { name: 'Results' })).toHaveAttribute('data-state', 'done');
  }

  async lookUp(list: readonly string[]): Promise<void> {
    await this.page.getByRole('tab', { name: 'Look up a list' }).click();
    await this.page.getByRole('textbox', { name: 'Or paste it' }).fill(list.join('\n'));
    await this.page.getByRole('button', { name: 'Look up', exact: true }).click();
    await expect(this.page.getByRole('region', { name: 'Outcome' })).toHaveAttribute('data-state', 'done');
  }

  /** A cell of the grid by its place on screen: row from 0, column of the sample from 0. */
  cell(row: number, column: number): Locator {
    return this.page.locator(`[row-index="${row}"] [col-id="${column}"]`);
  }

  /** Runs the checks of the sample in sight, to their end. */
  async runChecks(): Promise<void> {
    await this.page.getByRole('button', { name: 'Run the checks' }).click();
    await expect(this.page.getByRole('region', { name: 'Checklist' })).toBeVisible();
  }

  /** Decides as proposed, for a reason. */
  async decide(why: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Decide…' }).click();
    await this.page.getByRole('textbox', { name: 'Why' }).fill(why);
    await this.page.keyboard.press('Control+Enter');
    await expect(this.page.getByRole('region', { name: 'Decided' })).toContainText(why);
  }

  async exposure(): Promise<readonly ExposureLine[]> {
    const table = this.page.getByRole('table', { name: 'Exposure by field type' });
    await expect(table.locator('tbody tr').first()).toBeVisible();
    const lines = await table.locator('tbody tr').all();
    return Promise.all(
      lines.map(async (line) => {
        const [label, claimed, filled, valid, distinct] = await line.locator('th, td').allInnerTexts();
        return {
          ...{ label: label ?? '', claimed: claimed ?? '' },
          ...{ filled: numberIn(filled), valid: numberIn(valid), distinct: numberIn(distinct) },
        };
      }),
    );
  }

  async openTicketByHand(subject: string, question: string): Promise<void> {
    const { page } = this;
    await page.getByRole('textbox', { name: "Client's name" }).fill('Client Co');
    await page.getByRole('textbox', { name: "Client's mail address" }).fill('security@client.example');
    await page.getByRole('textbox', { name: 'Subject' }).fill(subject);
    await page.getByRole('textbox', { name: 'What the client asks' }).fill(question);
    await page.getByRole('button', { name: 'Open ticket' }).click();
    await expect(page.getByRole('heading', { name: subject })).toBeVisible();
  }

  /** Puts words where the template leaves room for the analyst's own. */
  async answerPrompts(words: string): Promise<void> {
    const source = this.page.getByLabel('Reply', { exact: true });
    await source.fill((await source.inputValue()).replaceAll(/\[\[[^\]]*\]\]/g, words));
  }

  async saveReply(): Promise<void> {
    await this.page.getByRole('button', { name: 'Save reply as .eml…' }).click();
  }
}
