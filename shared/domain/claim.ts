import { z } from 'zod';
import { caseIdSchema } from './case.ts';
import { evidenceIdSchema } from './evidence.ts';
import { fieldTypeIdSchema } from './field-type-id.ts';
import { recordShape, uuidSchema } from './record.ts';

export const claimIdSchema = uuidSchema.brand<'ClaimId'>();
export type ClaimId = z.infer<typeof claimIdSchema>;

/** The words of a listing that a claim came from: UTF-16 offsets into its text, and the words themselves. */
export const quoteSchema = z.object({ start: z.int().min(0), end: z.int().min(0), words: z.string() }).readonly();
export type Quote = z.infer<typeof quoteSchema>;

/** What a claim can be about. A listing has at most one of each, except `field`. */
export const claimKinds = [
  'title',
  'seller',
  'source',
  'status',
  'date',
  'price',
  'record-count',
  'sector',
  'country',
  'field',
] as const;
export const claimKindSchema = z.enum(claimKinds);
export type ClaimKind = z.infer<typeof claimKindSchema>;

/** What each kind of claim is called. */
export const claimKindLabels: Readonly<Record<ClaimKind, string>> = {
  title: 'Title',
  seller: 'Seller',
  source: 'Source',
  status: 'Status',
  date: 'Date',
  price: 'Price',
  'record-count': 'Claimed records',
  sector: "Victim's sector",
  country: "Victim's country",
  field: 'Claimed field',
};

/**
 * The content of a claim by its kind. `text` is what a person reads. Beside it stands what a machine needs: the count of
 * records, an amount in its currency (ISO 4217, or BTC, XMR, USDT), a date, a country (ISO 3166-1 alpha-2), a field type.
 */
export const claimContentSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('title'), text: z.string().min(1) }),
    z.object({ kind: z.literal('seller'), text: z.string().min(1) }),
    z.object({ kind: z.literal('source'), text: z.string().min(1) }),
    z.object({
      kind: z.literal('status'),
      text: z.string().min(1),
      status: z.enum(['alleged', 'confirmed', 'denied']),
    }),
    z.object({ kind: z.literal('date'), text: z.string().min(1), date: z.iso.date().nullable() }),
    z.object({
      kind: z.literal('price'),
      text: z.string().min(1),
      amount: z.number().nonnegative().nullable(),
      currency: z.string().nullable(),
    }),
    z.object({ kind: z.literal('record-count'), text: z.string().min(1), count: z.int().min(0).nullable() }),
    z.object({ kind: z.literal('sector'), text: z.string().min(1) }),
    z.object({ kind: z.literal('country'), text: z.string().min(1), country: z.string().length(2).nullable() }),
    z.object({ kind: z.literal('field'), text: z.string().min(1), fieldType: fieldTypeIdSchema }),
  ])
  .readonly();
export type ClaimContent = z.infer<typeof claimContentSchema>;

/** The first claim of a kind among several, if there is one. */
export function claimOf<K extends ClaimKind>(
  claims: readonly ClaimContent[],
  kind: K,
): Extract<ClaimContent, { kind: K }> | undefined {
  return claims.find((content): content is Extract<ClaimContent, { kind: K }> => content.kind === kind);
}

/** How far the analyst has gone with a claim: taken from the text by the machine, confirmed, changed by hand, or refused. */
export const claimStateSchema = z.enum(['proposed', 'confirmed', 'edited', 'rejected']);
export type ClaimState = z.infer<typeof claimStateSchema>;

/** One dated statement of the seller. It stays apart from what a sample shows. */
export const claimSchema = z
  .object({
    id: claimIdSchema,
    caseId: caseIdSchema,
    evidenceId: evidenceIdSchema,
    content: claimContentSchema,
    quote: quoteSchema.nullable(),
    state: claimStateSchema,
    ...recordShape,
  })
  .readonly();
export type Claim = z.infer<typeof claimSchema>;

/** What a reading of a listing proposes: a claim that nobody has confirmed yet, with the words it came from. */
export type ClaimProposal = { readonly content: ClaimContent; readonly quote: Quote };

/** What stands of the claims of a case: the contents of those that the analyst has not rejected. */
export function standingClaims(claims: readonly Pick<Claim, 'content' | 'state'>[]): readonly ClaimContent[] {
  return claims.filter(({ state }) => state !== 'rejected').map(({ content }) => content);
}
