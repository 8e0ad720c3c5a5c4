import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { launchLeakdesk, newProfile, type RunningLeakdesk, removeProfile } from '../leakdesk.ts';

/** A real server on loopback counts what reaches it: the strongest witness that nothing leaves the page. */
test.describe('the page has no network', () => {
  let desk: RunningLeakdesk;
  let profile = '';
  let server: Server;
  let origin = '';
  let reached: string[] = [];

  test.beforeAll(async () => {
    server = createServer((request, response) => {
      reached.push(request.url ?? '');
      response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' });
      response.end('reached');
    });
    server.on('upgrade', (request, socket) => {
      reached.push(request.url ?? '');
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port }: AddressInfo = addressOf(server);
    origin = `http://127.0.0.1:${port}`;
    profile = await newProfile();
    desk = await launchLeakdesk(profile);
  });
  test.afterAll(async () => {
    await desk.app.close();
    await removeProfile(profile);
    server.close();
  });
  test.beforeEach(() => {
    reached = [];
  });
  test.afterEach(() => {
    expect(reached).toEqual([]);
  });

  function addressOf(listening: Server): AddressInfo {
    const address = listening.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The server listens on no port.');
    }
    return address;
  }

  test('the witness counts what does reach it', async () => {
    await fetch(`${origin}/from-node`);
    expect(reached).toEqual(['/from-node']);
    reached = [];
  });

  test('fetch is refused', async () => {
    const outcome = await desk.page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'reached',
          () => 'refused',
        ),
      `${origin}/fetch`,
    );
    expect(outcome).toBe('refused');
  });

  test('an image is refused', async () => {
    const outcome = await desk.page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          const image = new Image();
          image.onload = () => resolve('reached');
          image.onerror = () => resolve('refused');
          image.src = url;
        }),
      `${origin}/image.png`,
    );
    expect(outcome).toBe('refused');
  });

  test('a WebSocket is refused', async () => {
    const outcome = await desk.page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          try {
            const socket = new WebSocket(url);
            socket.onopen = () => resolve('reached');
            socket.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        }),
      `${origin.replace('http', 'ws')}/socket`,
    );
    expect(outcome).toBe('refused');
  });

  test('navigation elsewhere is refused', async () => {
    await desk.page.evaluate((url) => {
      window.location.href = url;
    }, `${origin}/navigate`);
    // Playwright waits for the refused navigation for ever, so the main process is asked what the window shows.
    const shown = await desk.app.evaluate(async ({ BrowserWindow }) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const [window] = BrowserWindow.getAllWindows();
      const text: unknown = await window?.webContents.executeJavaScript('document.body.innerText');
      return { address: window?.webContents.getURL(), text: String(text) };
    });
    expect(shown.address).toMatch(/^app:\/\/leakdesk\//);
    expect(shown.text).toContain('Create your vault');
  });

  test('a new window is refused', async () => {
    const opened = await desk.page.evaluate((url) => window.open(url) === null, `${origin}/window`);
    expect(opened).toBe(true);
    expect(desk.app.windows()).toHaveLength(1);
  });

  test('a beacon, a frame and a style sheet are refused', async () => {
    await desk.page.evaluate((url) => {
      navigator.sendBeacon(`${url}/beacon`, 'x');
      const frame = document.createElement('iframe');
      frame.src = `${url}/frame`;
      document.body.append(frame);
      const sheet = document.createElement('link');
      sheet.rel = 'stylesheet';
      sheet.href = `${url}/sheet.css`;
      document.head.append(sheet);
    }, origin);
    await desk.page.waitForTimeout(500);
  });

  test('a worker has none either', async () => {
    const outcome = await desk.page.evaluate(
      (url) =>
        new Promise<string>((resolve) => {
          try {
            const source = `fetch(${JSON.stringify(url)}).then(() => postMessage('reached'), () => postMessage('refused'))`;
            const worker = new Worker(URL.createObjectURL(new Blob([source])));
            worker.onmessage = ({ data }) => resolve(String(data));
            worker.onerror = () => resolve('refused');
          } catch {
            resolve('refused');
          }
        }),
      `${origin}/worker`,
    );
    expect(outcome).toBe('refused');
  });

  test('TURN over TCP is refused', async () => {
    const { port } = addressOf(server);
    let connections = 0;
    server.on('connection', () => {
      connections += 1;
    });
    await desk.page.evaluate(async (turnPort) => {
      const urls = `turn:127.0.0.1:${turnPort}?transport=tcp`;
      const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'u', credential: 'x' }] });
      peer.createDataChannel('x');
      await peer.setLocalDescription();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      peer.close();
    }, port);
    expect(connections).toBe(0);
  });

  test('a download is refused', async () => {
    const before = await desk.app.evaluate(({ session }) => {
      const ended: string[] = [];
      session.defaultSession.on('will-download', (event) => ended.push(String(event.defaultPrevented)));
      Object.assign(globalThis, { ended });
    });
    expect(before).toBeUndefined();
    await desk.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['rows']));
      link.download = 'rows.csv';
      link.click();
    });
    await expect.poll(() => desk.app.evaluate(() => Object(globalThis).ended)).toEqual(['true']);
  });

  test('the page reaches no Node and no call outside the contract', async () => {
    const seen = await desk.page.evaluate(() => ({
      node: 'require' in window || 'process' in window,
      bridge: 'leakdesk' in window ? Object.keys(Object(window.leakdesk)).sort() : [],
    }));
    expect(seen).toEqual({
      node: false,
      bridge: ['onNotice', 'readyToClose', 'runtimeInfo', 'saveMail', 'savePng', 'saveText'],
    });
  });
});
