// What a bare Electron runs: it starts the app named on its command line, as Electron's own default app does.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(import.meta.url);

function readCommandLine(args) {
  const preloads = [];
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (arg === '-r' || arg === '--require') {
      at += 1;
      preloads.push(args[at]);
    } else if (arg === '-v' || arg === '--version') {
      return { answer: `v${process.versions.electron}`, preloads };
    } else if (arg === '-a' || arg === '--abi') {
      return { answer: process.versions.modules, preloads };
    } else if (!arg.startsWith('-')) {
      return { appPath: path.resolve(arg), preloads };
    }
  }
  return { answer: 'Name the app to start: electron <folder or file>', preloads };
}

function takeIdentityOf(appPath) {
  const packageFile = path.join(appPath, 'package.json');
  if (!existsSync(packageFile)) {
    app.setAppPath(path.dirname(appPath));
    return;
  }
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(packageFile, 'utf8'));
  if (version) {
    app.setVersion(version);
  }
  app.setName(productName ?? name ?? app.getName());
  app.setDesktopName?.(desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(appPath);
}

const { answer, appPath, preloads } = readCommandLine(process.argv.slice(1));
if (answer) {
  console.log(answer);
  process.exit(0);
}
for (const preload of preloads) {
  require(preload);
}
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
takeIdentityOf(appPath);
// Awaited here, because Electron holds back `ready` only until its entry module has been evaluated.
await import(pathToFileURL(require.resolve(appPath)).href);
