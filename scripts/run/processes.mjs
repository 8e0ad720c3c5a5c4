import { spawn, spawnSync } from 'node:child_process';
import os from 'node:os';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';
import { Interrupted } from './problem.mjs';

const GRACE_MS = 5_000;
const HAS_GROUPS = process.platform !== 'win32';

const foreground = new Set();
const background = new Set();
let interruptedBy;

/** Signals a child together with everything it started. */
function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  try {
    if (HAS_GROUPS) {
      process.kill(-child.pid, signal);
    } else {
      spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
    }
  } catch (error) {
    if (error.code !== 'ESRCH') {
      throw error;
    }
  }
}

function killAll() {
  for (const child of [...foreground, ...background]) {
    signalGroup(child, 'SIGKILL');
  }
}

function interrupt(signal) {
  if (interruptedBy !== undefined) {
    killAll();
    process.exit(exitCodeOf(signal));
  }
  interruptedBy = signal;
  // The background (the virtual display) ends after its users, in their owner's `finally`.
  for (const child of foreground) {
    signalGroup(child, signal);
  }
  setTimeout(() => {
    for (const child of foreground) {
      signalGroup(child, 'SIGKILL');
    }
  }, GRACE_MS).unref();
}

let listening = false;
function listenForSignals() {
  if (listening) {
    return;
  }
  listening = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, interrupt);
  }
  process.on('exit', killAll);
}

function exitCodeOf(signal) {
  return 128 + (os.constants.signals[signal] ?? 0);
}

/** Throws when a signal has asked the run to end. */
function stopIfInterrupted() {
  if (interruptedBy !== undefined) {
    throw new Interrupted(exitCodeOf(interruptedBy));
  }
}

/** Starts a child in its own process group, so that it can be ended with all it starts. */
function start(command, args, options, living) {
  listenForSignals();
  stopIfInterrupted();
  const child = spawn(command, args, { ...options, detached: HAS_GROUPS, windowsHide: true });
  living.add(child);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: 127, startError: error }));
    child.once('close', (code, signal) => resolve({ code: code ?? exitCodeOf(signal), startError: undefined }));
  });
  return { child, ended: ended.finally(() => living.delete(child)) };
}

function passLines(from, to, isNoise) {
  createInterface({ input: from }).on('line', (line) => {
    if (!isNoise(line)) {
      to.write(`${line}\n`);
    }
  });
}

/** Runs a command to its end, its output going straight to the terminal, without the lines that are noise. */
export async function runShown(command, args, { isNoise, ...options } = {}) {
  const outputs = isNoise ? ['pipe', 'pipe'] : ['inherit', 'inherit'];
  const { child, ended } = start(command, args, { ...options, stdio: ['ignore', ...outputs] }, foreground);
  if (isNoise) {
    passLines(child.stdout, process.stdout, isNoise);
    passLines(child.stderr, process.stderr, isNoise);
  }
  const { code, startError } = await ended;
  stopIfInterrupted();
  if (startError) {
    process.stderr.write(`${command} could not be started: ${startError.message}\n`);
  }
  return { code };
}

/** Runs a command to its end, or to its time limit, and keeps its output, without colours. */
export async function runQuietly(command, args, { timeLimitMs, ...options } = {}) {
  const { child, ended } = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }, foreground);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  let timedOut = false;
  const timer =
    timeLimitMs &&
    setTimeout(() => {
      timedOut = true;
      signalGroup(child, 'SIGKILL');
    }, timeLimitMs);
  const { code, startError } = await ended;
  clearTimeout(timer);
  stopIfInterrupted();
  if (startError) {
    output = `${command} could not be started: ${startError.message}`;
  }
  return { code, timedOut, output: stripVTControlCharacters(output) };
}

/** Starts a command that serves the others until `stop` is called. */
export function startInBackground(command, args, options) {
  const { child, ended } = start(command, args, options, background);
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(timer);
  };
  return { child, ended, stop };
}
