import { session, type WebContents } from 'electron';
import { isOurs } from './page-origin.ts';

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
}

/** Refuses every download: a file leaves only through a call of the contract, after its checks. */
export function refuseDownloads(): void {
  session.defaultSession.on('will-download', (event) => event.preventDefault());
}

/** Refuses every permission a page can ask for, save writing text to the clipboard on the analyst's own gesture. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
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
