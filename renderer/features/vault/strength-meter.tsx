import { Progress, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { isStrongEnough, type PassphraseStrength } from './passphrase-strength.ts';

const words = [
  'far too easy to guess',
  'too easy to guess',
  'still too easy to guess',
  'hard to guess',
  'very hard to guess',
];
const colors = ['red', 'red', 'orange', 'teal', 'teal'];

/** How hard the typed passphrase is to guess, as a bar and in words. */
export function StrengthMeter({ strength }: { readonly strength: PassphraseStrength | null }): ReactNode {
  const score = strength?.score ?? 0;
  const word = strength === null ? 'Strength: type a passphrase' : `Strength: ${words[score]} (${strength.guessTime})`;
  return (
    <Stack gap={4}>
      <Progress value={strength === null ? 0 : (score + 1) * 20} color={colors[score] ?? 'red'} aria-label="Strength" />
      <Text size="xs" role="status">
        {word}
        {strength !== null && !isStrongEnough(strength) && strength.advice !== '' && `. ${strength.advice}`}
      </Text>
    </Stack>
  );
}
