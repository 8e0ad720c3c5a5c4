import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { test } from '@playwright/test';
import { Analyst, type ExposureLine } from '../analyst.ts';
import { answerSaveDialog, launchLeakdesk, newProfile, removeProfile } from '../leakdesk.ts';

const out = resolve(import.meta.dirname, '../../../demo-output');

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function tableOf(lines: readonly ExposureLine[]): string {
  const head = ['Field type', 'Claimed', 'Filled', 'Valid', 'Distinct'];
  const rows = [
    head,
    ...lines.map((line) => [line.label, line.claimed, ...[line.filled, line.valid, line.distinct].map(String)]),
  ];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}

test('the main job with the bundled case', async () => {
  await mkdir(out, { recursive: true });
  const profile = await newProfile();
  const desk = await launchLeakdesk(profile);
  const analyst = new Analyst(desk.page);
  let count = 0;
  const shoot = async (name: string): Promise<void> => {
    // Transitions must have ended before a picture is taken.
    await desk.page.waitForTimeout(500);
    count += 1;
    await desk.page.screenshot({ path: join(out, `${count}-${name}.png`) });
  };

  say('1. A vault is created.');
  await desk.page.getByRole('heading', { name: 'Create your vault' }).waitFor();
  await shoot('create-vault');
  await analyst.createVault();
  await analyst.introduceSelf();
  say('2. The bundled listing is taken in; its claims are confirmed.');
  await analyst.takeInBundledListing();
  await shoot('listing');
  await analyst.confirmAllClaims();
  say('3. The bundled synthetic sample is imported.');
  await analyst.importBundledSample();
  await shoot('sample');
  say('4. What is exposed (synthetic sample):\n');
  await analyst.openTab('Exposure');
  const lines = await analyst.exposure();
  await shoot('exposure');
  say(`${tableOf(lines)}\n`);
  say('5. A client asks; the reply is drafted from the case and saved.');
  await analyst.openTab('Tickets');
  await desk.page.getByRole('button', { name: 'New ticket about this case' }).click();
  await analyst.openTicketByHand('Is the leak of Chinese orders real?', 'We sell on that platform. Is the data real?');
  await analyst.answerPrompts('The sample is consistent in itself, but nothing ties it to a platform yet.');
  await shoot('reply');
  const reply = join(out, 'LD-1-reply.eml');
  await answerSaveDialog(desk, reply);
  await analyst.saveReply();
  await desk.page.getByText(/is saved as/).waitFor();
  await desk.app.close();
  await removeProfile(profile);
  const { length } = await readFile(reply);
  say(`\nScreenshots: ${out}\nReply:       ${reply} (${length} bytes)`);
});
