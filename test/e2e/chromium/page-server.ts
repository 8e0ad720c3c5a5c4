import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { z } from 'zod';

const pageFolder = resolve(import.meta.dirname, '../../../out/renderer');
const schemeSource = resolve(import.meta.dirname, '../../../electron/main/page-scheme.ts');

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/**
 * The directives of the product's own policy, read from its source: page-scheme.ts imports Electron and cannot run here,
 * and a copy would let the two drift apart.
 */
async function directives(): Promise<readonly string[]> {
  const source = await readFile(schemeSource, 'utf8');
  const [, list = ''] = /return \[\n([\s\S]*?)\n\s*\]\.join\('; '\)/.exec(source) ?? [];
  const found = [...list.matchAll(/^\s*(["`])(.+)\1,$/gm)].map(([, , directive = '']) => directive);
  if (!found.includes("default-src 'none'") || found.length < 8) {
    throw new Error('The content security policy was not found in page-scheme.ts.');
  }
  return found;
}

const reportPath = '/policy-report';
const reportSchema = z.object({
  'csp-report': z.object({
    'effective-directive': z.string(),
    'blocked-uri': z.string(),
    'source-file': z.string().optional(),
  }),
});

/** Reads a report of something that the policy refused; the browser sends them for pages and for workers. */
async function refusalIn(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) {
    pieces.push(Buffer.from(piece));
  }
  const { 'csp-report': report } = reportSchema.parse(JSON.parse(Buffer.concat(pieces).toString('utf8')));
  return `${report['effective-directive']} refused ${report['blocked-uri']} in ${report['source-file'] ?? 'the page'}`;
}

async function answer(path: string, response: ServerResponse, policy: readonly string[]): Promise<void> {
  const file = normalize(join(pageFolder, decodeURIComponent(path === '/' ? '/index.html' : path)));
  const mediaType = mediaTypes[extname(file)];
  const bytes = file.startsWith(pageFolder + sep) && mediaType !== undefined ? await read(file) : null;
  if (bytes === null || mediaType === undefined) {
    response.writeHead(404).end();
    return;
  }
  const nonce = Buffer.from(`${Math.random()}`).toString('base64');
  response.writeHead(200, {
    'Content-Type': mediaType,
    'Content-Security-Policy': policy.map((directive) => directive.replace(`\${nonce}`, nonce)).join('; '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  });
  response.end(extname(file) === '.html' ? bytes.toString('utf8').replaceAll('__CSP_NONCE__', nonce) : bytes);
}

function read(file: string): Promise<Buffer | null> {
  return readFile(file).catch(() => null);
}

/** The built page on a loopback port, under the product's own policy. */
export type PageServer = {
  readonly origin: string;
  /** What the policy refused so far, in pages and in workers. */
  readonly refusals: readonly string[];
  readonly stop: () => void;
};

/** Serves out/renderer as the main process does, for a browser that is not Electron. */
export async function servePage(): Promise<PageServer> {
  const policy = [...(await directives()), `report-uri ${reportPath}`];
  const refusals: string[] = [];
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (pathname === reportPath) {
      void refusalIn(request).then((refusal) => refusals.push(refusal));
      response.writeHead(204).end();
    } else if (pathname === '/favicon.ico') {
      // A browser asks for one; Electron does not.
      response.writeHead(204).end();
    } else {
      void answer(pathname, response, policy);
    }
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server listens on no port.');
  }
  return { origin: `http://127.0.0.1:${address.port}`, refusals, stop: () => server.close() };
}
