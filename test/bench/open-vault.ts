import { Analyst } from '../e2e/analyst.ts';
import { launchLeakdesk } from '../e2e/leakdesk.ts';
import type { StockedVault } from './vault-run.ts';
import { listenToWorkers, WorkerLine } from './worker-line.ts';

/** Starts the app anew on a vault and opens its sample; then nothing but the screen's first rows has been read. */
export async function withFreshApp<T>(
  { profile }: StockedVault,
  use: (line: WorkerLine, analyst: Analyst) => Promise<T>,
): Promise<T> {
  const desk = await launchLeakdesk(profile);
  try {
    await desk.page.addInitScript(listenToWorkers);
    await desk.page.reload();
    const analyst = new Analyst(desk.page);
    await analyst.unlock();
    await analyst.goTo('Cases');
    await desk.page.locator('[data-list-item]').first().click();
    await analyst.openTab('Samples');
    await analyst.seeRows();
    const line = new WorkerLine(desk.page);
    await line.ready();
    return await use(line, analyst);
  } finally {
    await desk.app.close();
  }
}
