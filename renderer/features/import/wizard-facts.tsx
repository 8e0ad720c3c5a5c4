import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { counted } from '#shared/lib/counted.ts';
import { describeDialect } from '#shared/parse/describe-dialect.ts';
import { explainReason } from '#shared/parse/explain-reason.ts';
import { previewWarnings } from '#shared/parse/preview-warnings.ts';
import type { Reading } from './use-reading.ts';
import classes from './wizard.module.css';

type WizardFactsProps = {
  readonly reading: Reading;
  readonly isRemembered: boolean;
  readonly source: string;
  readonly guessAnew: () => void;
};

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Stack gap={4}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      {children}
    </Stack>
  );
}

/** Where remembered options come from, in words. */
function sourceInWords(source: string): string {
  const [kind = '', ...rest] = source.split(':');
  const name = rest.join(':');
  return kind === 'seller' ? `the last file of this seller (${name})` : `the last file named like “${name}”`;
}

/** Why the file is read as it is, and what to beware of. */
export function WizardFacts({ reading, isRemembered, source, guessAnew }: WizardFactsProps): ReactNode {
  const { examination, preview } = reading;
  const warnings = previewWarnings(preview, examination);
  return (
    <Stack gap="md">
      {warnings.length > 0 && (
        <Section title="Beware">
          {warnings.map((warning) => (
            <Group key={warning} gap={6} wrap="nowrap" align="start">
              <IconAlertTriangle aria-hidden size={16} className={classes['sign']} />
              <Text size="sm">{warning}</Text>
            </Group>
          ))}
        </Section>
      )}
      <Section title="Read as">
        {describeDialect(examination.dialect, '').map(([name, value]) => (
          <Text key={name} size="sm">
            {name}: {value}
          </Text>
        ))}
      </Section>
      <Section title="Why">
        {isRemembered && (
          <>
            <Text size="sm">Options were remembered from {sourceInWords(source)}.</Text>
            <Button variant="default" size="compact-sm" onClick={guessAnew}>
              Use the guess instead
            </Button>
          </>
        )}
        {examination.reasons.map((reason) => (
          <Text key={reason} size="sm">
            {reason}
          </Text>
        ))}
      </Section>
      {preview.rejected.groups.length > 0 && (
        <Section title={preview.isWhole ? 'Records that are no rows' : 'Records that are no rows, so far'}>
          <List size="sm" spacing={2}>
            {preview.rejected.groups.map(({ reason, count }) => (
              <List.Item key={reason}>
                {counted(count, 'record')}: {explainReason(reason).what}
              </List.Item>
            ))}
          </List>
        </Section>
      )}
    </Stack>
  );
}
