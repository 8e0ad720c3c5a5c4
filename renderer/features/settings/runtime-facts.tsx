import { DataList, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { RuntimeInfo } from '#shared/ipc/contract.ts';
import { ask } from '../../platform/desk.ts';

/** What runs, and where the vault lies. */
export function RuntimeFacts(): ReactNode {
  const [info, setInfo] = useState<RuntimeInfo | null>(null);
  useEffect(() => {
    ask('runtimeInfo', null).then(setInfo, () => setInfo(null));
  }, []);
  if (info === null) {
    return null;
  }
  const lines = [
    { label: 'Leakdesk', value: info.leakdesk },
    {
      label: 'Electron',
      value:
        info.electron === info.pinnedElectron
          ? info.electron
          : `${info.electron}, for development; made for ${info.pinnedElectron}`,
    },
    { label: 'Chromium', value: info.chromium },
    { label: 'Machine', value: info.platform },
    { label: 'The vault lies in', value: info.profile },
  ];
  return (
    <Stack gap="sm" component="section" aria-label="About">
      <Title order={2}>About</Title>
      <DataList>
        {lines.map(({ label, value }) => (
          <DataList.Item key={label}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue style={{ overflowWrap: 'anywhere' }}>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </Stack>
  );
}
