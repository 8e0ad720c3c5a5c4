import { type ReactNode, useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { flushAutosaves, useAutosave } from '../../../renderer/ui/autosave/use-autosave.ts';
import { show } from '../show.tsx';

let saved: string[] = [];
/** What the next saves go through. */
let disk: () => Promise<void>;

function Note(): ReactNode {
  const [text, setText] = useState('as kept');
  useAutosave(text, 'as kept', async (value) => {
    await disk();
    saved.push(value);
  });
  return <input aria-label="Note" value={text} onChange={(event) => setText(event.currentTarget.value)} />;
}

/** Makes saves wait; they end a moment after the function that it answers with was called. */
function slowDisk(): () => void {
  let release: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  disk = () => gate;
  return () => void setTimeout(release, 50);
}

const note = page.getByRole('textbox', { name: 'Note' });

beforeEach(() => {
  saved = [];
  disk = async () => undefined;
});

describe('what is typed', () => {
  it('is kept a moment after the last key, once', async () => {
    await show(<Note />);
    await note.fill('a first try');
    await note.fill('a second try');
    await expect.poll(() => saved).toEqual(['a second try']);
    await flushAutosaves();
    expect(saved).toEqual(['a second try']);
  });

  it('is kept at once when the vault is about to lock', async () => {
    await show(<Note />);
    await note.fill('just typed');
    await flushAutosaves();
    expect(saved).toEqual(['just typed']);
  });

  it('is kept when its screen goes', async () => {
    const shown = await show(<Note />);
    await note.fill('just typed');
    await shown.unmount();
    await expect.poll(() => saved).toEqual(['just typed']);
  });

  it('is not written while it is as it was kept', async () => {
    const shown = await show(<Note />);
    await flushAutosaves();
    await shown.unmount();
    expect(saved).toEqual([]);
  });

  it('is waited for when its saving has begun already', async () => {
    await show(<Note />);
    const finish = slowDisk();
    await note.fill('on its way');
    const begun = flushAutosaves();
    const beforeLock = flushAutosaves();
    finish();
    await beforeLock;
    expect(saved).toContain('on its way');
    await begun;
  });

  it('is waited for when its screen has just gone', async () => {
    const shown = await show(<Note />);
    const finish = slowDisk();
    await note.fill('on its way');
    await shown.unmount();
    const beforeLock = flushAutosaves();
    finish();
    await beforeLock;
    expect(saved).toEqual(['on its way']);
  });

  it('is tried again when saving it failed', async () => {
    await show(<Note />);
    disk = () => Promise.reject(new Error('The disk is full.'));
    await note.fill('does not fit');
    await flushAutosaves().catch(() => undefined);
    disk = async () => undefined;
    await flushAutosaves();
    expect(saved).toEqual(['does not fit']);
  });
});
