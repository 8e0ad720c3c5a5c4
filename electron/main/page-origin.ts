import { app } from 'electron';

/** The scheme and the host that the page is served from. */
export const pageScheme = 'app';
export const pageHost = 'leakdesk';

/** The development server that electron-vite names; null in a packaged app, and whenever the built page is served. */
export function devServer(): string | null {
  return app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
}

/** Where the page comes from: our own scheme, or the development server. */
export function pageOrigin(): string {
  const server = devServer();
  return server === null ? `${pageScheme}://${pageHost}` : new URL(server).origin;
}

/** Whether an address is inside the page's own origin. */
export function isOurs(address: string): boolean {
  const origin = pageOrigin();
  return address === origin || address.startsWith(`${origin}/`);
}
