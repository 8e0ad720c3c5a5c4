import { Route, Routes } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { CaseId } from '#shared/domain/case.ts';
import type { Ticket } from '#shared/domain/ticket.ts';
import { templateFor } from '#shared/tickets/templates.ts';
import { TicketPage } from '../../../renderer/features/tickets/ticket-page.tsx';
import { startSampleWorker } from '../../../renderer/platform/sample-worker.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { createCase } from '../../../renderer/storage/cases.ts';
import { commitImport } from '../../../renderer/storage/samples.ts';
import { changeSettings } from '../../../renderer/storage/settings.ts';
import { draftOf, receiveRequest } from '../../../renderer/storage/tickets.ts';
import { flushAutosaves } from '../../../renderer/ui/autosave/use-autosave.ts';
import { madeUpRequest } from '../made-up-request.ts';
import { freshVault } from '../open-vault.ts';
import { show } from '../show.tsx';
import { removeBlockFiles } from '../workers/block-files.ts';
import { importCounted } from '../workers/imported.ts';
import { fileOf } from '../workers/synthetic.ts';

const reply = page.getByRole('textbox', { name: 'Reply', exact: true });
const save = page.getByRole('button', { name: 'Save reply as .eml…' });
let caseId: CaseId;
let ticket: Ticket;

async function takeInSample(): Promise<void> {
  const { whole, dialect, table } = await importCounted(
    fileOf('realname,mobile\n张三,13812345678\n李四,13912345679\n'),
  );
  const { sha256, byteLength } = whole;
  const file = { name: 'orders.csv', byteLength, sha256, bundled: false, original: null };
  await commitImport({ caseId, file, dialect, reasons: [], tables: [table] });
}

beforeEach(async () => {
  const { blockKey } = await freshVault();
  await startSampleWorker(blockKey);
  await removeBlockFiles();
  caseId = (await createCase('Alleged leak of a made-up shop')).id;
  ticket = await receiveRequest(madeUpRequest({ caseId }));
  await takeInSample();
  await changeSettings({ analyst: { name: 'Analyst One', address: 'analyst@leakdesk.example' } });
  window.location.hash = `#/tickets/${ticket.id}`;
});

// As before a lock: what is typed is written before the next test takes the key away.
afterEach(flushAutosaves);

async function openTicket(): Promise<void> {
  await show(
    <Routes>
      <Route path="/tickets/:ticketId" element={<TicketPage />} />
    </Routes>,
  );
  await expect.element(reply).toBeVisible();
}

describe('a reply in the making', () => {
  it('begins with the template of the question, filled with the facts of the case', async () => {
    await openTicket();
    await expect.element(reply).toHaveValue(templateFor('is-it-real').source);
    await expect.element(page.getByText(/You asked whether "Alleged leak of a made-up shop" is real/)).toBeVisible();
    await expect.element(page.getByText(/rests on a sample of 2 rows/)).toBeVisible();
  });

  it('cannot be saved while a place is left to fill, and each place can be gone to', async () => {
    await openTicket();
    await expect.element(save).toBeDisabled();
    await expect.element(page.getByText(/^[23] places keep this from being saved/)).toBeVisible();
    await page.getByRole('button', { name: 'Show', exact: true }).first().click();
    const field = reply.element();
    const words =
      field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : '';
    expect(words).toMatch(/^\[\[.*\]\]$/s);
    await reply.fill('Dear {{ ticket.requester }}, we cannot tell yet.');
    await expect.element(save).toBeEnabled();
    await reply.fill('They ask {{ claim.price }} for it.');
    await expect.element(save).toBeDisabled();
    await reply.fill('{{ no.such.fact }}');
    await expect.element(save).toBeDisabled();
    await reply.fill('   ');
    await expect.element(save).toBeDisabled();
  });

  it('cannot be saved before somebody is there to reply', async () => {
    await changeSettings({ analyst: null });
    await openTicket();
    await reply.fill('We cannot tell yet.');
    await expect.element(page.getByRole('alert')).toHaveTextContent('Who replies?');
    await expect.element(save).toBeDisabled();
  });

  it('is held back for a value of the sample, which is named by its place and written down', async () => {
    await openTicket();
    await reply.fill('Call 139 1234 5679.');
    await save.click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('orders.csv, row 2, column “mobile”');
    await expect.element(page.getByRole('alert')).not.toHaveTextContent('5679');
    expect((await eventsOf(caseId)).at(0)?.action).toMatchObject({ kind: 'reply-blocked', number: 1 });
    await expect.element(reply).toHaveValue('Call 139 1234 5679.');
  });

  it('is kept while it is typed, and stands there again', async () => {
    await openTicket();
    await reply.fill('A draft of our answer.');
    await expect.poll(async () => (await draftOf(ticket.id))?.source).toBe('A draft of our answer.');
  });
});
