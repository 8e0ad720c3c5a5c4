import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { HashRouter } from 'react-router';
import { styleNonce } from '../platform/style-nonce.ts';
import { readableColors, theme } from '../ui/theme.ts';

/** What every screen stands in: looks, notes, routes. */
export function Providers({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={readableColors}
      getStyleNonce={styleNonce}
    >
      {/* Above the status line, which must stay readable. */}
      <Notifications position="bottom-right" mb={28} />
      <HashRouter>{children}</HashRouter>
    </MantineProvider>
  );
}
