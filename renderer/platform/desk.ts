import type { z } from 'zod';
import {
  type CallInput,
  type CallName,
  type CallOutput,
  calls,
  type Desk,
  type NoticeName,
  type NoticePayload,
  notices,
} from '#shared/ipc/contract.ts';

declare global {
  interface Window {
    /** What the preload script offers; absent in a plain browser, where the components are tested. */
    readonly leakdesk?: Desk;
  }
}

const outputs: { readonly [K in CallName]: { readonly output: z.ZodType<CallOutput<K>> } } = calls;
const payloads: { readonly [K in NoticeName]: z.ZodType<NoticePayload<K>> } = notices;

/** Puts a call of the contract to the main process and parses its answer. Throws where there is no main process. */
export async function ask<K extends CallName>(name: K, input: CallInput<K>): Promise<CallOutput<K>> {
  const bridge: { readonly [N in CallName]: (input: CallInput<N>) => Promise<unknown> } | undefined = window.leakdesk;
  if (bridge === undefined) {
    throw new Error('This page runs outside Leakdesk: it cannot reach files or windows.');
  }
  return outputs[name].output.parse(await bridge[name](input));
}

/** Hears a notice of the main process; returns a function that ends it. */
export function onNotice<K extends NoticeName>(name: K, hear: (payload: NoticePayload<K>) => void): () => void {
  return window.leakdesk?.onNotice(name, (payload) => hear(payloads[name].parse(payload))) ?? (() => undefined);
}
