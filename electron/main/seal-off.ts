import { app, session, type WebContents } from 'electron';
import { devServer, isOurs } from './page-origin.ts';

const localSchemes = ['blob:', 'data:', 'devtools:'];

function mayLoad(address: string): boolean {
  return isOurs(address) || isOurs(address.replace(/^ws/, 'http')) || localSchemes.some((s) => address.startsWith(s));
}

/** Cancels every request that leaves the page's own origin, whatever made it: the page has no network. */
export function closeNetwork(): void {
  session.defaultSession.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !mayLoad(details.url) });
  });
  session.defaultSession.setSpellCheckerEnabled(false);
  if (devServer() === null) {
    closeSockets();
  }
}

/**
 * Sends every connection, loopback included, to a proxy that is not there. It stops what neither the content security
 * policy nor the request filter sees, such as TURN over TCP.
 */
function closeSockets(): void {
  void session.defaultSession.setProxy({
    mode: 'fixed_servers',
    proxyRules: 'http://127.0.0.1:9',
    proxyBypassRules: '<-loopback>',
  });
}

/** Lets no host name be looked up. Must run before the app is ready. */
export function closeNameLookup(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1');
}

/** Refuses every download: a file leaves only through a call of the contract, after its checks. */
export function refuseDownloads(): void {
  session.defaultSession.on('will-download', (event) => event.preventDefault());
}

/** Chromium deletes storage that is not persistent when a disk runs low; the vault must never be. */
const storageThatStays = 'persistent-storage';

/** Refuses every permission a page can ask for, save lasting storage and writing text to the clipboard. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(String(permission) === storageThatStays && isOurs(requestingUrl)),
  );
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write' || String(permission) === storageThatStays,
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** Keeps a window on its page: no navigation elsewhere, no new windows, no embedded views, no peer connections. */
export function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) {
      event.preventDefault();
    }
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isOurs(event.url)) {
      event.preventDefault();
    }
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
