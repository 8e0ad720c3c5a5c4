import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { pageHost, pageScheme } from './page-origin.ts';

const pageFolder = join(import.meta.dirname, '../renderer');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    // Argon2id and SHA-256 are WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

function headers(mediaType: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': mediaType,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  };
}

/** The file inside the page's folder that an address names, or null when it points anywhere else. */
function fileOf(address: string): string | null {
  const { host, pathname } = new URL(address);
  if (host !== pageHost) {
    return null;
  }
  const path = normalize(join(pageFolder, decodeURIComponent(pathname === '/' ? '/index.html' : pathname)));
  return path.startsWith(pageFolder + sep) && extname(path) in mediaTypes ? path : null;
}

async function serve(address: string): Promise<Response> {
  const path = fileOf(address);
  if (path === null) {
    return new Response(null, { status: 404 });
  }
  try {
    const bytes = await readFile(path);
    const nonce = randomBytes(16).toString('base64');
    const isPage = extname(path) === '.html';
    const body = isPage ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : new Uint8Array(bytes);
    return new Response(body, { headers: headers(mediaTypes[extname(path)] ?? 'application/octet-stream', nonce) });
  } catch {
    return new Response(null, { status: 404 });
  }
}

/** Declares the page's scheme a secure origin with storage. Must run before the app is ready. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page's own files, and only them, each with the content security policy. */
export function setupPageScheme(): void {
  protocol.handle(pageScheme, (request) => serve(request.url));
}
