import { beforeEach, describe, expect, it } from 'vitest';
import { recordEvent } from '../../../renderer/storage/audit-events.ts';
import { allCases, caseOf, cases, changeCase, createCase } from '../../../renderer/storage/cases.ts';
import { now } from '../../../renderer/storage/clock-and-ids.ts';
import { evidenceOf } from '../../../renderer/storage/evidence.ts';
import { keepListingDraft } from '../../../renderer/storage/listing-drafts.ts';
import { addClaim, claimsOf, openCaseFromListing } from '../../../renderer/storage/listings.ts';
import { inOneStep } from '../../../renderer/storage/sealed-table.ts';
import { changeSettings } from '../../../renderer/storage/settings.ts';
import { keepDraft, receiveRequest } from '../../../renderer/storage/tickets.ts';
import { madeUpRequest } from '../made-up-request.ts';
import { freshVault } from '../open-vault.ts';
import { forgeRow, rawRows, rawRowsOf, readableInDatabase } from '../raw-database.ts';

const title = 'Alleged leak of a made-up shop';
const listing = { name: 'post.txt', text: 'Selling 4,000 made-up orders of 淘物网, DM me', bundled: false };
const request = madeUpRequest({ subject: 'Are our orders in it?' });

beforeEach(async () => {
  await freshVault();
});

describe('what lies in the database', () => {
  it('is ciphertext: no title, name, text or address can be read in any row', async () => {
    const opened = await openCaseFromListing(title, listing, []);
    const [evidence] = await evidenceOf(opened.id);
    if (evidence === undefined) {
      throw new Error('The listing was not kept.');
    }
    await addClaim(evidence, { kind: 'seller', text: 'a-made-up-seller' });
    const ticket = await receiveRequest({ ...request, caseId: opened.id });
    await keepDraft(ticket.id, { source: 'Dear Mei, our answer is in the making.', subject: 'Re: 关于订单' });
    await keepListingDraft('A post that is half typed.');
    await changeSettings({ analyst: { name: 'Analyst One', address: 'analyst@leakdesk.example' } });
    const { subject, requester, message } = request;
    const texts = [
      ...[title, listing.name, listing.text, 'orders of 淘物网', 'a-made-up-seller', 'our answer is in the making'],
      ...['Re: 关于订单', 'half typed'],
      ...[subject, requester.name, requester.address, message.text, 'Analyst One', 'leakdesk.example'],
      ...['case-opened', 'ticket-received', evidence.sha256],
    ];
    expect(await readableInDatabase(texts)).toEqual([]);
    // The search does find what lies in clear: ids are keys.
    expect(await readableInDatabase([opened.id, ticket.id])).toEqual([opened.id, ticket.id]);
  });

  it('has beside the ciphertext only ids, times and counts', async () => {
    await openCaseFromListing(title, listing, []);
    const known = ['id', 'caseId', 'sampleId', 'ticketId', 'updatedAt', 'revision', 'sealed'];
    const sealed = (await rawRows()).filter(({ table }) => table !== 'vault');
    expect(sealed.length).toBeGreaterThan(3);
    expect(sealed.flatMap(({ row }) => Object.keys(row)).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('never seals the same record to the same bytes twice', async () => {
    const opened = await createCase(title);
    const [first] = await rawRowsOf('cases');
    await cases.put(opened);
    const [second] = await rawRowsOf('cases');
    expect(second?.['revision']).toBe(first?.['revision']);
    expect(second?.['sealed']).not.toEqual(first?.['sealed']);
  });
});

describe('a sealed record that somebody moved or changed', () => {
  it('does not open under another id', async () => {
    const one = await createCase('The first');
    const two = await createCase('The second');
    const rows = await rawRowsOf('cases');
    const first = rows.find(({ id }) => id === one.id);
    await forgeRow('cases', { ...first, id: two.id });
    await expect(caseOf(two.id)).rejects.toThrow();
    expect((await caseOf(one.id))?.title).toBe('The first');
  });

  it('does not open as a later revision than it is', async () => {
    const opened = await createCase(title);
    const [row] = await rawRowsOf('cases');
    await forgeRow('cases', { ...row, revision: 2 });
    await expect(caseOf(opened.id)).rejects.toThrow();
  });

  it('does not open in another table', async () => {
    const opened = await createCase(title);
    const [row] = await rawRowsOf('cases');
    await forgeRow('claims', { ...row, caseId: opened.id });
    await expect(claimsOf(opened.id)).rejects.toThrow();
  });

  it('does not open with one bit turned', async () => {
    const opened = await createCase(title);
    const [row] = await rawRowsOf('cases');
    const sealed = row?.['sealed'] instanceof Uint8Array ? row['sealed'].slice() : new Uint8Array();
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    await forgeRow('cases', { ...row, sealed });
    await expect(caseOf(opened.id)).rejects.toThrow();
  });
});

describe('writes in one step', () => {
  it('are all kept, with the line that tells of them', async () => {
    const opened = await createCase(title);
    await changeCase(opened.id, { tlp: 'TLP:AMBER' }, 'marking');
    expect(await caseOf(opened.id)).toMatchObject({ tlp: 'TLP:AMBER', revision: 2 });
    expect(await rawRowsOf('auditEvents')).toHaveLength(3);
  });

  it('keep nothing and tell of nothing when one of them fails', async () => {
    const opened = await createCase(title);
    const before = await rawRows();
    const step = inOneStep([cases], async () => {
      await cases.put({ ...opened, title: 'Half a change', revision: 2 });
      await recordEvent(opened.id, { kind: 'case-changed', what: 'title' });
      throw new Error('The disk is gone.');
    });
    await expect(step).rejects.toThrow('The disk is gone.');
    expect(await rawRows()).toEqual(before);
    expect((await allCases()).map((found) => found.title)).toEqual([title]);
  });

  it('fail as one when they reach for a table they did not name', async () => {
    const opened = await createCase(title);
    const before = await rawRows();
    const step = inOneStep([cases], async () => {
      await cases.put({ ...opened, title: 'Half a change', revision: 2 });
      await receiveRequest(request);
    });
    await expect(step).rejects.toThrow();
    expect(await rawRows()).toEqual(before);
  });
});

describe('a deleted record', () => {
  it('leaves a tombstone with its id, its table and the time, and nothing of its content', async () => {
    const opened = await createCase(title);
    const at = now();
    await inOneStep([cases], () => cases.remove(opened.id, at));
    expect(await caseOf(opened.id)).toBeUndefined();
    expect(await rawRowsOf('cases')).toEqual([]);
    expect(await rawRowsOf('tombstones')).toEqual([{ id: opened.id, table: 'cases', deletedAt: at }]);
  });

  it('is there still, without a tombstone, when its step fails', async () => {
    const opened = await createCase(title);
    const step = inOneStep([cases], async () => {
      await cases.remove(opened.id, now());
      throw new Error('The disk is gone.');
    });
    await expect(step).rejects.toThrow();
    expect((await caseOf(opened.id))?.title).toBe(title);
    expect(await rawRowsOf('tombstones')).toEqual([]);
  });
});
