import './first.ts';
import '@fontsource-variable/inter';
import '@fontsource/jetbrains-mono';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/spotlight/styles.css';
import './app.css';
import { createRoot } from 'react-dom/client';
import { Gate } from './gate.tsx';
import { keepBeforeClosing } from './keep-before-closing.ts';
import { beforeLock } from './lock.ts';
import { Providers } from './providers.tsx';
import { tellFailures } from './tell-failures.ts';

const root = document.getElementById('root');
if (root === null) {
  throw new Error('The page has no root element.');
}
const screens = createRoot(root);
beforeLock(() => screens.unmount());
tellFailures();
keepBeforeClosing();
screens.render(
  <Providers>
    <Gate />
  </Providers>,
);
