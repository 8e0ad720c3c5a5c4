import { z } from 'zod';
import { instantSchema } from '../domain/instant.ts';
import { threadingSchema } from '../domain/message.ts';
import { mailboxSchema } from '../domain/ticket.ts';

/** One question the renderer may put to the main process, with the shape of what goes in and what comes out. */
function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): { input: I; output: O } {
  return { input, output };
}

/** A reply as it goes into an .eml file (RFC 5322). */
export const outgoingMailSchema = z
  .object({
    from: mailboxSchema,
    to: mailboxSchema,
    subject: z.string().min(1),
    date: instantSchema,
    threading: threadingSchema,
    text: z.string(),
  })
  .readonly();
export type OutgoingMail = z.infer<typeof outgoingMailSchema>;

/** How writing a file ended. A failed write leaves an earlier file of that name as it was. */
export const saveOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
  z.object({
    kind: z.literal('failed'),
    name: z.string(),
    reason: z.enum(['disk-full', 'not-permitted', 'read-only', 'other']),
    detail: z.string(),
  }),
]);
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;
const largestPng = 64 * 1024 * 1024;

/** The bytes of a picture: a PNG by its first eight bytes (PNG specification, 5.2), of at most 64 MiB. */
const pngSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= largestPng && pngSignature.every((byte, at) => bytes[at] === byte), 'not a PNG');

/** What runs: shown in Settings, and in the status line when it is not the engine that Leakdesk ships with. */
export const runtimeInfoSchema = z.object({
  leakdesk: z.string(),
  electron: z.string(),
  /** The version that Leakdesk is built for. */
  pinnedElectron: z.string(),
  chromium: z.string(),
  platform: z.string(),
  /** The folder that holds the encrypted vault. */
  profile: z.string(),
});
export type RuntimeInfo = z.infer<typeof runtimeInfoSchema>;

/** Every question the renderer may ask. Nothing else reaches the main process. */
export const calls = {
  runtimeInfo: call(z.null(), runtimeInfoSchema),
  /** The page has kept what was typed: the window may close. */
  readyToClose: call(z.null(), z.null()),
  /** Writes a text where the analyst says: the outcome of a look-up, a chart, or what they have confirmed to take out in clear. */
  saveText: call(
    z.object({
      suggestedName: z.string().min(1).max(120),
      form: z.enum(['text', 'csv', 'svg', 'calendar']),
      text: z.string(),
    }),
    saveOutcomeSchema,
  ),
  /** Writes the picture of a chart where the analyst says. */
  savePng: call(z.object({ suggestedName: z.string().min(1).max(120), bytes: pngSchema }), saveOutcomeSchema),
  saveMail: call(z.object({ suggestedName: z.string().min(1).max(120), mail: outgoingMailSchema }), saveOutcomeSchema),
};

/** Commands of the application menu that the page carries out. */
export const menuCommandSchema = z.enum(['lock', 'palette', 'keys', 'new-case', 'settings']);
export type MenuCommand = z.infer<typeof menuCommandSchema>;

/** Everything the main process may tell the page unasked. */
export const notices = {
  /** The analyst chose a command in the menu. */
  menuCommand: menuCommandSchema,
  /** The window is about to close: the page keeps what was typed, then calls `readyToClose`. */
  closing: z.null(),
  /** The machine goes to sleep or its screen locks: the vault must lock. */
  lockNow: z.enum(['suspend', 'screen-lock']),
};

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallInput<K extends CallName> = z.input<Calls[K]['input']>;
export type CallOutput<K extends CallName> = z.output<Calls[K]['output']>;

export type Notices = typeof notices;
export type NoticeName = keyof Notices;
export type NoticePayload<K extends NoticeName> = z.output<Notices[K]>;

/** What the preload script puts on the page as `window.leakdesk`: one function per call, and one to hear notices. */
export type Desk = {
  readonly [K in CallName]: (input: CallInput<K>) => Promise<unknown>;
} & {
  /** Calls `hear` for each notice of that name; returns a function that ends it. */
  readonly onNotice: (name: NoticeName, hear: (payload: unknown) => void) => () => void;
};
