import {
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
  useMantineColorScheme,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Settings } from '#shared/domain/settings.ts';
import { mailboxSchema } from '#shared/domain/ticket.ts';
import { useStored } from '../../storage/live.ts';
import { changeSettings, currentSettings } from '../../storage/settings.ts';
import { Page } from '../../ui/page/page.tsx';
import { OwnTypes } from './own-types.tsx';
import { RuntimeFacts } from './runtime-facts.tsx';

function AnalystForm({ settings }: { readonly settings: Settings }): ReactNode {
  const [name, setName] = useState(settings.analyst?.name ?? '');
  const [address, setAddress] = useState(settings.analyst?.address ?? '');
  const [tried, setTried] = useState(false);
  const analyst = mailboxSchema.safeParse({ name: name.trim(), address: address.trim() });

  function keep(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (analyst.success) {
      void changeSettings({ analyst: analyst.data }).then(() => notifications.show({ message: 'Kept: who replies.' }));
    }
  }

  return (
    <form noValidate onSubmit={keep}>
      <Stack gap="sm">
        <Group grow align="flex-end">
          <TextInput label="Your name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <TextInput
            label="Your mail address"
            description="Replies name it as their sender."
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
            error={tried && !analyst.success ? 'Write an address such as name@company.example.' : null}
          />
        </Group>
        <Group>
          <Button type="submit" size="sm">
            Keep
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Appearance(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes = [
    { value: 'auto', label: 'As the system' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ] as const;
  return (
    <SegmentedControl
      aria-label="Appearance"
      data={[...schemes]}
      value={colorScheme}
      onChange={(value) => setColorScheme(schemes.find((scheme) => scheme.value === value)?.value ?? 'auto')}
    />
  );
}

/** The analyst's choices. `changePassphrase` is the vault's own form. */
export function SettingsPage({ changePassphrase }: { readonly changePassphrase: ReactNode }): ReactNode {
  const settings = useStored(currentSettings, []);
  if (settings === undefined) {
    return null;
  }
  return (
    <Page title="Settings">
      <Stack gap="xl" maw={620}>
        <Stack gap="sm" component="section" aria-label="Who replies">
          <Title order={2}>Who replies</Title>
          <AnalystForm settings={settings} />
        </Stack>
        <Stack gap="sm" component="section" aria-label="Vault">
          <Title order={2}>Vault</Title>
          <NumberInput
            label="Lock after idle minutes"
            description="It also locks when the machine sleeps or its screen locks. A running import counts as work."
            min={1}
            max={240}
            allowDecimal={false}
            value={settings.idleMinutes}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1 && value <= 240) {
                void changeSettings({ idleMinutes: value });
              }
            }}
            maw={320}
          />
          {changePassphrase}
        </Stack>
        <Stack gap="sm" component="section" aria-label="Appearance">
          <Title order={2}>Appearance</Title>
          <Group>
            <Appearance />
          </Group>
          <Text size="sm" c="dimmed">
            Zoom with Ctrl and + or −.
          </Text>
        </Stack>
        <OwnTypes />
        <RuntimeFacts />
      </Stack>
    </Page>
  );
}
