import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import type { Sample } from '#shared/domain/sample.ts';
import { proposeClaims } from '#shared/listing/propose.ts';
import { packId } from '#shared/packs/field-types.ts';
import { HistoryTab } from '../../../renderer/features/history/history-tab.tsx';
import { VerifyTab } from '../../../renderer/features/verify/verify-tab.tsx';
import { startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { annotateColumn } from '../../../renderer/storage/annotations.ts';
import { openCaseFromListing } from '../../../renderer/storage/listings.ts';
import { purgeSample } from '../../../renderer/storage/purge.ts';
import { verdictOf } from '../../../renderer/storage/verdicts.ts';
import { recountOf } from '../../fixtures/recount.ts';
import { freshVault } from '../open-vault.ts';
import { axeFindings, show } from '../show.tsx';
import { storedSample } from '../stored-sample.ts';
import { removeBlockFiles } from '../workers/block-files.ts';
import { fileOf, syntheticSample } from '../workers/synthetic.ts';

const slow = { timeout: 15_000 };
const listing =
  'Price: $900. Two million records of a shop in China. The data includes names, mobile numbers and e-mail addresses.';
let caseId: CaseId;
let opened: string[] = [];
let asked = 0;

beforeEach(async () => {
  const { blockKey, fingerprintSecret } = await freshVault();
  await startSampleWorker(blockKey, fingerprintSecret);
  await removeBlockFiles();
  const received = { name: 'listing', text: listing, bundled: false };
  caseId = (await openCaseFromListing('Alleged leak of a made-up shop', received, proposeClaims(listing))).id;
  opened = [];
  asked = 0;
});

/** 1,500 made-up orders, and the first 500 of them once more. */
function paddedSample(): Promise<Sample> {
  const { bytes } = syntheticSample({ rows: 1500, quirks: false });
  const text = new TextDecoder().decode(bytes);
  const again = text.split('\n').slice(1, 501).join('\n');
  return storedSample(caseId, fileOf(`${text.trimEnd()}\n${again}\n`, 'orders.csv'));
}

function openScreen(): ReturnType<typeof show> {
  return show(
    <div style={{ display: 'flex', height: 760 }}>
      <VerifyTab
        caseId={caseId}
        openAgainst={(sampleId, check) => void opened.push(`${sampleId} ${check}`)}
        openSamples={() => {
          asked += 1;
        }}
      />
    </div>,
  );
}

const list = page.getByRole('region', { name: 'Checklist' });
const evidence = page.getByRole('region', { name: 'Evidence' });
const verdict = page.getByRole('region', { name: 'Verdict' });

async function runChecks(): Promise<void> {
  await page.getByRole('button', { name: 'Run the checks' }).click();
  await expect.element(list, slow).toBeVisible();
}

describe('the Verify screen', () => {
  it('says what to do while there is no sample', async () => {
    await openScreen();
    await expect.element(page.getByText('Nothing to check yet')).toBeVisible();
    await page.getByRole('button', { name: 'Go to Samples' }).click();
    expect(asked).toBe(1);
  });

  it('runs the checks, says of each what it found, and leads to the rows that speak against the sample', async () => {
    const sample = await paddedSample();
    await openScreen();
    await runChecks();
    await list.getByRole('button', { name: /Repeated rows/ }).click();
    await expect.element(evidence).toHaveTextContent(/25 % of 2,000 rows repeat an earlier one/);
    await expect.element(evidence).toHaveTextContent(/95 % interval 23\.\d % to 2[67]/);
    await expect.element(evidence).toHaveTextContent('More than 20 %: the table was padded.');
    await evidence.getByRole('button', { name: 'Show the rows that speak against it' }).click();
    expect(opened).toEqual([`${sample.id} dup-rows`]);
    await list.getByRole('button', { name: /Claimed against observed/ }).click();
    const claims = page.getByRole('table', { name: 'Claimed against observed' });
    await expect.element(claims.getByRole('row', { name: /^Claimed field mobile/i })).toHaveTextContent('Supported');
    await expect
      .element(claims.getByRole('row', { name: /^Claimed field e-mail/i }))
      .toHaveTextContent(/Contradicted|Not testable/);
    expect(await axeFindings()).toEqual([]);
  });

  it('shows only the checks of one outcome, and moves among them by key', async () => {
    await paddedSample();
    await openScreen();
    await runChecks();
    await list.getByText(/^Fail \d/).click();
    await expect.element(list.getByRole('button', { name: /Not run/ })).not.toBeInTheDocument();
    await expect.element(list.getByRole('button', { name: /Repeated rows/ })).toBeVisible();
    await list.getByText(/^All \d/).click();
    await list.getByRole('button', { name: /Claimed against observed/ }).click();
    await userEvent.keyboard('j');
    await expect
      .element(list.getByRole('button', { name: /Size of the sample/ }))
      .toHaveAttribute('aria-current', 'true');
    await expect.element(evidence).toHaveTextContent('Size of the sample');
    await userEvent.keyboard('k');
    await expect.element(evidence).toHaveTextContent('Claimed against observed');
  });

  it('keeps the decision only with a reason, beside the proposal, and the history tells both', async () => {
    await paddedSample();
    const shown = await openScreen();
    await runChecks();
    await verdict.getByRole('button', { name: 'Decide…' }).click();
    const form = page.getByRole('form', { name: 'Your decision' });
    await form.getByRole('button', { name: 'Keep decision' }).click();
    await expect.element(form).toHaveTextContent('Give at least one reason of your own.');
    expect((await verdictOf(caseId))?.decision).toBeNull();
    await form.getByRole('combobox', { name: 'Status' }).click();
    await page.getByRole('option', { name: 'Likely fabricated' }).click();
    await form.getByRole('textbox', { name: 'Why' }).fill('A quarter of the rows is padding.\nNobody sells so cheap.');
    await form.getByRole('button', { name: 'Keep decision' }).click();
    const decided = page.getByRole('region', { name: 'Decided' });
    await expect.element(decided).toHaveTextContent('Likely fabricated');
    await expect.element(decided).toHaveTextContent('Nobody sells so cheap.');
    await expect.element(page.getByRole('region', { name: 'Proposed' })).toBeVisible();
    await shown.unmount();
    await show(<HistoryTab caseId={caseId} />);
    const history = page.getByRole('table', { name: 'History' });
    await expect.element(history).toHaveTextContent(/Verdict: Likely fabricated.*A quarter of the rows is padding\./);
    await expect.element(history).toHaveTextContent(/Checks run on orders\.csv, 2,000 rows/);
  });

  it('marks results as stale once a type has changed, until the checks run again', async () => {
    const sample = await paddedSample();
    await openScreen();
    await runChecks();
    await expect.element(page.getByText(/^stale/)).not.toBeInTheDocument();
    const column = sample.columns.findIndex(({ header }) => header === 'mobile');
    await annotateColumn({ sample, column, from: packId('mobile'), to: packId('landline'), counted: recountOf() });
    await expect.element(page.getByText(/^stale/)).toBeVisible();
    await page.getByRole('button', { name: 'Run again' }).click();
    await expect.element(page.getByText(/^stale/), slow).not.toBeInTheDocument();
  });

  it('keeps the last results of a sample whose rows were purged', async () => {
    const sample = await paddedSample();
    await openScreen();
    await runChecks();
    if (sample.fingerprints === null) {
      throw new Error('The sample has no fingerprints.');
    }
    await purgeSample(sample.id, sample.fingerprints);
    await expect.element(page.getByText('The rows of this sample were purged')).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Run again' })).not.toBeInTheDocument();
    await list.getByRole('button', { name: /Repeated rows/ }).click();
    await expect.element(evidence).toHaveTextContent(/They went with the purge/);
  });
});
