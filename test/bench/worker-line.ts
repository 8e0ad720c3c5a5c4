import type { Page } from '@playwright/test';

/*
 * The product has no door for measurements, and needs none: the page starts its worker through the platform, so whoever
 * stands in for `Worker` before the page's scripts run can speak to the same worker, in Comlink's own messages.
 */

/** The part of a sample's layout that the benches use; the rest passes through as the page sent it. */
type Layout = {
  readonly id: string;
  readonly columnTypes: readonly string[];
  readonly blocks: readonly { readonly firstRow: number; readonly rows: number }[];
};

type Answer = { readonly value: unknown; readonly problem: string | null; readonly milliseconds: number };

type Line = {
  layout: Layout | null;
  /** Calls the worker; `hear` gets what it calls back with, and stands as the last argument. */
  call: ((name: string, args: readonly unknown[], hear: ((news: unknown) => void) | null) => Promise<Answer>) | null;
};

declare global {
  interface Window {
    benchLine?: Line;
  }
}

/** Runs in the page before its own scripts. */
export function listenToWorkers(): void {
  const line: Line = { layout: null, call: null };
  window.benchLine = line;

  function portFor(hear: (news: unknown) => void): MessagePort {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      hear(data.argumentList?.[0]?.value);
      port1.postMessage({ id: data.id, type: 'RAW', value: undefined });
    };
    return port2;
  }

  type Reply = { type: string; value: unknown };
  function readAnswer({ type, value }: Reply): Omit<Answer, 'milliseconds'> {
    if (type === 'RAW') {
      return { value, problem: null };
    }
    const { value: thrown } = value as { value?: { message?: string } };
    return { value: null, problem: thrown?.message ?? 'it failed' };
  }

  function callOf(worker: Worker): NonNullable<Line['call']> {
    return (name, args, hear) =>
      new Promise((resolve) => {
        const id = crypto.randomUUID();
        const port = hear === null ? null : portFor(hear);
        const given = args.map((value) => ({ type: 'RAW', value }));
        const argumentList = port === null ? given : [...given, { type: 'HANDLER', name: 'proxy', value: port }];
        const begin = performance.now();
        const answered = ({ data }: MessageEvent): void => {
          if (data.id === id) {
            worker.removeEventListener('message', answered);
            resolve({ ...readAnswer(data), milliseconds: performance.now() - begin });
          }
        };
        worker.addEventListener('message', answered);
        worker.postMessage({ id, type: 'APPLY', path: [name], argumentList }, port === null ? [] : [port]);
      });
  }

  const Original = window.Worker;
  window.Worker = class extends Original {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      const send = this.postMessage.bind(this);
      this.postMessage = (message: unknown, transfer?: Transferable[] | StructuredSerializeOptions) => {
        noteLayout(message);
        send(message, Array.isArray(transfer) ? transfer : (transfer?.transfer ?? []));
      };
      line.call = callOf(this);
    }
  };

  type Call = { path?: string[]; argumentList?: { value: Layout }[] };
  function noteLayout(message: unknown): void {
    const { path, argumentList } = (message ?? {}) as Call;
    if (path?.[0] === 'open' && argumentList?.[0] !== undefined) {
      line.layout = argumentList[0].value;
    }
  }
}

/** What is searched: the text anywhere in a cell, in the columns of a type or in all. */
export type Searched = { readonly text: string; readonly fieldType: string | null };

/** A search's time and the rows with a hit; null when this build has no search. */
export type SearchRun = { readonly seconds: number; readonly records: number } | null;

/** Speaks to the worker of a page; times are taken in the page. */
export class WorkerLine {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Waits until the page has opened a sample in the worker. */
  async ready(): Promise<void> {
    await this.#page.waitForFunction(() => window.benchLine?.layout != null);
  }

  /** The type that the column of this place has. */
  typeOfColumn(column: number): Promise<string> {
    return this.#page.evaluate((at) => window.benchLine?.layout?.columnTypes[at] ?? '', column);
  }

  /** Milliseconds of reads of one screen of rows, each in a block that was not read before, all columns, masked. */
  readBlocks(count: number, rowsOnScreen: number): Promise<readonly number[]> {
    return this.#page.evaluate(readInPage, { count, rowsOnScreen });
  }

  /** Asks the worker for nothing for so many milliseconds. */
  async rest(milliseconds: number): Promise<void> {
    await this.#page.waitForTimeout(milliseconds);
  }

  /** Milliseconds of a count after the first column of a type was given another one. */
  recount(from: string, to: string): Promise<number> {
    return this.#page.evaluate(recountInPage, { from, to, isBack: false });
  }

  /** The same after that column has got its own type again. */
  recountBack(from: string, to: string): Promise<number> {
    return this.#page.evaluate(recountInPage, { from, to, isBack: true });
  }

  /** Searches the open sample. */
  async search(searched: Searched): Promise<SearchRun> {
    const found = await this.#page.evaluate(searchInPage, searched);
    if (found.problem === null) {
      return { seconds: found.milliseconds / 1000, records: found.rows };
    }
    if (/undefined|not a function/.test(found.problem)) {
      return null;
    }
    throw new Error(`The search failed: ${found.problem}`);
  }
}

async function readInPage({ count, rowsOnScreen }: { count: number; rowsOnScreen: number }): Promise<number[]> {
  const { layout, call } = window.benchLine ?? { layout: null, call: null };
  if (layout === null || call === null) {
    throw new Error('The page has no open sample.');
  }
  // A fixed stride that shares no factor with usual counts jumps about; the first block is on the screen already.
  const unread = layout.blocks.slice(1);
  const stride = 61;
  const times: number[] = [];
  for (let turn = 0; turn < Math.min(count, unread.length); turn += 1) {
    const { firstRow, rows } = unread[(turn * stride) % unread.length] ?? { firstRow: 0, rows: 0 };
    const start = firstRow + Math.max(0, Math.floor((rows - rowsOnScreen) / 2));
    const { milliseconds, problem } = await call(
      'readRows',
      [layout.id, { kind: 'all' }, start, Math.min(start + rowsOnScreen, firstRow + rows)],
      null,
    );
    if (problem !== null) {
      throw new Error(problem);
    }
    times.push(milliseconds);
  }
  return times;
}

async function recountInPage({ from, to, isBack }: { from: string; to: string; isBack: boolean }): Promise<number> {
  const { layout, call } = window.benchLine ?? { layout: null, call: null };
  const column = layout?.columnTypes.indexOf(isBack ? to : from) ?? -1;
  if (layout === null || call === null || column < 0) {
    throw new Error(`The page has no open sample with a column of the type ${from}.`);
  }
  const types = layout.columnTypes.with(column, to);
  const { milliseconds, problem } = await call('profile', [layout.id, types, [from, to]], null);
  if (problem !== null) {
    throw new Error(problem);
  }
  return milliseconds;
}

async function searchInPage({ text, fieldType }: Searched): Promise<{
  problem: string | null;
  milliseconds: number;
  rows: number;
}> {
  const { layout, call } = window.benchLine ?? { layout: null, call: null };
  if (layout === null || call === null) {
    throw new Error('The page has no open sample.');
  }
  const fieldTypes = fieldType === null ? [] : [fieldType];
  let rows = 0;
  const { problem, milliseconds } = await call(
    'search',
    [
      {
        searchId: crypto.randomUUID(),
        query: { kind: 'contains', text, matchCase: true, fieldTypes },
        samples: [{ ...layout, fingerprints: null, hasRows: true }],
        shown: 50,
      },
    ],
    (news) => {
      rows = Math.max(rows, (news as { rows?: number }).rows ?? 0);
    },
  );
  return { problem, milliseconds, rows };
}
