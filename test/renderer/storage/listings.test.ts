import { beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import { proposeClaims } from '#shared/listing/propose.ts';
import { bundledListing } from '../../../renderer/platform/bundled-files.ts';
import { eventsOf } from '../../../renderer/storage/audit-events.ts';
import { allCases, caseOf, createCase } from '../../../renderer/storage/cases.ts';
import { evidenceById, evidenceOf } from '../../../renderer/storage/evidence.ts';
import { addClaim, claimsOf, decideClaim, openCaseFromListing } from '../../../renderer/storage/listings.ts';
import { freshVault } from '../open-vault.ts';

let opened: Case;
let text = '';
let claims: readonly Claim[] = [];

async function claimNow(id: Claim['id']): Promise<Claim | undefined> {
  return (await claimsOf(opened.id)).find((claim) => claim.id === id);
}

beforeEach(async () => {
  await freshVault();
  text = await (await bundledListing()).text();
  const listing = { name: 'seed-listing.txt', text, bundled: true };
  opened = await openCaseFromListing('Alleged leak of orders', listing, proposeClaims(text));
  claims = await claimsOf(opened.id);
});

describe('a listing that is taken in', () => {
  it('is kept word for word with the SHA-256 of its bytes', async () => {
    const [kept] = await evidenceOf(opened.id);
    const bytes = new TextEncoder().encode(text);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    expect(kept).toMatchObject({ kind: 'listing', text, sha256: hex, byteLength: bytes.length, bundled: true });
    expect(kept === undefined ? undefined : await evidenceById(kept.id)).toEqual(kept);
  });

  it('leaves every claim proposed, each with the words it came from', () => {
    expect(claims.length).toBeGreaterThan(8);
    expect(claims.map(({ state }) => state)).toEqual(claims.map(() => 'proposed'));
    for (const { quote } of claims) {
      expect(text.slice(quote?.start, quote?.end)).toBe(quote?.words);
    }
  });

  it('touches its case', async () => {
    expect((await caseOf(opened.id))?.revision).toBe(2);
  });
});

describe('a decision on a claim', () => {
  it('is kept as a further revision, and the content stays', async () => {
    const [claim] = claims;
    if (claim === undefined) {
      throw new Error('The listing proposed nothing.');
    }
    await decideClaim(claim.id, 'confirmed');
    expect(await claimNow(claim.id)).toMatchObject({ state: 'confirmed', content: claim.content, revision: 2 });
    await decideClaim(claim.id, 'rejected');
    expect(await claimNow(claim.id)).toMatchObject({ state: 'rejected', content: claim.content, revision: 3 });
  });

  it('may change the content; the quote still says where it came from', async () => {
    const claim = claims.find(({ content }) => content.kind === 'source');
    if (claim === undefined) {
      throw new Error('The listing names no source.');
    }
    await decideClaim(claim.id, 'edited', { kind: 'source', text: 'a forum' });
    expect(await claimNow(claim.id)).toMatchObject({
      ...{ state: 'edited', content: { kind: 'source', text: 'a forum' }, quote: claim.quote },
    });
  });

  it('on a claim that is gone changes nothing and writes no line', async () => {
    const before = await eventsOf(opened.id);
    await decideClaim(proposalOf(claims[0]), 'confirmed');
    expect(await eventsOf(opened.id)).toHaveLength(before.length + 1);
    await freshVault();
    await decideClaim(proposalOf(claims[0]), 'confirmed');
    expect(await claimsOf(opened.id)).toEqual([]);
    expect(await eventsOf(opened.id)).toEqual([]);
  });

  function proposalOf(claim: Claim | undefined): Claim['id'] {
    if (claim === undefined) {
      throw new Error('The listing proposed nothing.');
    }
    return claim.id;
  }
});

describe('a claim that the analyst read', () => {
  it('stands beside the proposed ones without a quote', async () => {
    const [listing] = await evidenceOf(opened.id);
    if (listing === undefined) {
      throw new Error('The listing was not kept.');
    }
    await addClaim(listing, { kind: 'seller', text: 'a-made-up-seller' });
    const added = (await claimsOf(opened.id)).at(-1);
    expect(added).toMatchObject({ state: 'edited', quote: null, evidenceId: listing.id });
    expect(await claimsOf(opened.id)).toHaveLength(claims.length + 1);
  });
});

describe('the trail of a case', () => {
  it('tells what was done, the newest first, and belongs to that case alone', async () => {
    const [claim] = claims;
    if (claim === undefined) {
      throw new Error('The listing proposed nothing.');
    }
    await decideClaim(claim.id, 'confirmed');
    const other = await createCase('Another case');
    expect((await eventsOf(opened.id)).map(({ action }) => action.kind)).toEqual([
      'claim-decided',
      'listing-received',
      'case-opened',
    ]);
    expect((await eventsOf(other.id)).map(({ action }) => action.kind)).toEqual(['case-opened']);
  });

  it('puts the case that was touched last first', async () => {
    await createCase('Another case');
    const [claim] = claims;
    if (claim === undefined) {
      throw new Error('The listing proposed nothing.');
    }
    await decideClaim(claim.id, 'confirmed');
    expect((await allCases()).map(({ title }) => title)).toEqual(['Alleged leak of orders', 'Another case']);
  });
});
