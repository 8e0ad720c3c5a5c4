import { assertNever } from '#shared/lib/assert-never.ts';
import type { UnlockFailure } from '../../storage/vault.ts';

/** Says why a passphrase was refused, and when to try again. */
export function explainUnlockFailure(failure: UnlockFailure, waitSeconds: number): string {
  const wait = waitSeconds > 0 ? ` You can try again in ${waitSeconds} s.` : ' Try again.';
  switch (failure.kind) {
    case 'wrong-passphrase':
      return `That is not the passphrase of this vault. Nothing was changed.${wait}`;
    case 'too-soon':
      return `Too many wrong tries. Nothing was changed.${wait}`;
    case 'no-vault':
      return 'This profile holds no vault any more. Restart Leakdesk to make one.';
    default:
      return assertNever(failure);
  }
}
