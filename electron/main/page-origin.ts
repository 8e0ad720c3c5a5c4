import { app } from 'electron';

/** The scheme and host that the page is served from. */
export const pageScheme = 'app';
const packagedOrigin = `${pageScheme}://leakdesk`;

/** Whether the page comes from a development server rather than from our own scheme. */
export function usesDevServer(): boolean {
  return !app.isPackaged && process.env['ELECTRON_RENDERER_URL'] !== undefined;
}

/** Where the page comes from: our own scheme, or the development server that electron-vite names. */
export function pageOrigin(): string {
  const devServer = process.env['ELECTRON_RENDERER_URL'];
  return !app.isPackaged && devServer !== undefined ? new URL(devServer).origin : packagedOrigin;
}

/** Whether an address is inside the page's own origin. */
export function isOurs(address: string): boolean {
  const origin = pageOrigin();
  return address === origin || address.startsWith(`${origin}/`);
}
