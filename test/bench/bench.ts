import { test as base } from '@playwright/test';
import { type SampleFile, writeSampleFile } from './sample-file.ts';
import { settings } from './settings.ts';
import { importIntoNewVault, type StockedVault } from './vault-run.ts';

type OfTheRun = {
  /** The file that everything of this run reads. */
  sampleFile: SampleFile;
  /** A vault that holds it. */
  stockedVault: StockedVault;
};

/** The benches share one file, and those that read share one vault. */
export const bench = base.extend<object, OfTheRun>({
  sampleFile: [
    async ({ browserName: _ }, use) => {
      const file = await writeSampleFile(settings.rows);
      await use(file);
      await file.remove();
    },
    { scope: 'worker', timeout: 3_600_000 },
  ],
  stockedVault: [
    async ({ sampleFile }, use) => {
      const { vault } = await importIntoNewVault(sampleFile, 'time');
      await use(vault);
      await vault.remove();
    },
    { scope: 'worker', timeout: 3_600_000 },
  ],
});
