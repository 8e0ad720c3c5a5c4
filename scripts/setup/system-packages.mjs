import { onPath } from '../run/paths.mjs';
import { Problem } from '../run/problem.mjs';
import { runQuietly } from '../run/processes.mjs';

// What the Electron binary links to, as Debian names it.
const LIBRARIES = [
  'libcairo2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];
const LIBRARIES_RENAMED_FOR_TIME64 = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libglib2.0-0',
  'libgtk-3-0',
];
// Where packages have other names, the linker's cache is asked for these.
const SHARED_OBJECTS = ['libgtk-3.so.0', 'libnss3.so', 'libasound.so.2', 'libgbm.so.1', 'libcups.so.2', 'libdrm.so.2'];

// A package that is not installed may still be there under another name or from another source.
const SUBSTITUTES = {
  chromium: () => onPath('chromium'),
  'fonts-noto-cjk': hasChineseFont,
  unzip: () => onPath('unzip'),
  xvfb: () => onPath('Xvfb'),
};

/** Sees to the system libraries and programs Electron needs on Linux: installs them as root, else says how to. */
export async function ensureSystemPackages(needs, announce) {
  if (process.platform !== 'linux') {
    return { says: 'none needed on this system' };
  }
  if (!onPath('dpkg-query') || !onPath('apt-get')) {
    return checkWithoutPackageManager(needs);
  }
  const missing = await missingPackages(wantedPackages(needs));
  if (missing.length === 0) {
    return { says: 'all there' };
  }
  if (process.getuid() !== 0) {
    throw new Problem(
      `Leakdesk needs these system packages, which are missing: ${missing.join(', ')}.\n` +
        'Nothing was changed. Install them with the line below, then run the command again:\n\n' +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}\n`,
    );
  }
  announce(`installing ${missing.join(' ')} with apt-get`);
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', ...missing);
  return { says: `installed ${missing.length}` };
}

/** Names the Debian or Ubuntu packages wanted; `needs` tells a virtual display and Chromium apart from the rest. */
function wantedPackages({ virtualDisplay, chromium }, glibc = glibcVersion()) {
  // Debian 13 and Ubuntu 24.04, the first with glibc 2.39 or newer, renamed libraries whose time type grew.
  const suffix = glibc >= 2.39 ? 't64' : '';
  return [
    ...LIBRARIES,
    ...LIBRARIES_RENAMED_FOR_TIME64.map((name) => name + suffix),
    'fonts-noto-cjk',
    'unzip',
    ...(virtualDisplay ? ['xvfb', 'xauth'] : []),
    ...(chromium ? ['chromium'] : []),
  ];
}

function glibcVersion() {
  return Number(process.report.getReport().header.glibcVersionRuntime);
}

async function missingPackages(wanted) {
  const field = (name) => `$\{${name}}`;
  const format = `${field('Package')} ${field('db:Status-Status')}\\n`;
  // It ends with an error when it does not know one of the names, and still lists the others.
  const { output } = await runQuietly('dpkg-query', ['--show', `--showformat=${format}`, ...wanted]);
  const listed = new Set(output.split('\n'));
  const missing = [];
  for (const name of wanted) {
    if (!listed.has(`${name} installed`) && !(await SUBSTITUTES[name]?.())) {
      missing.push(name);
    }
  }
  return missing;
}

async function hasChineseFont() {
  const { code, output } = await runQuietly('fc-list', [':lang=zh-cn', 'family']);
  return code === 0 && output.trim() !== '';
}

async function aptGet(...args) {
  const { code, output } = await runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) {
    throw new Problem(
      `${output}\napt-get ${args.join(' ')} failed, with the output above. ` +
        'Nothing of Leakdesk was changed. Mend the package sources and run the command again.',
    );
  }
}

async function checkWithoutPackageManager({ virtualDisplay, chromium }) {
  const { code, output } = await runQuietly('ldconfig', ['-p'], {
    env: { ...process.env, PATH: `${process.env.PATH}:/sbin:/usr/sbin` },
  });
  const canAsk = code === 0;
  const programs = ['unzip', ...(virtualDisplay ? ['Xvfb'] : []), ...(chromium ? ['chromium'] : [])];
  const missing = [
    ...(canAsk ? SHARED_OBJECTS.filter((name) => !output.includes(name)) : []),
    ...programs.filter((name) => !onPath(name)),
  ];
  if (missing.length > 0) {
    throw new Problem(
      `Leakdesk needs these, which this system lacks: ${missing.join(', ')}. Nothing was changed. ` +
        "Install them with your system's package manager, then run the command again.",
    );
  }
  return { says: canAsk ? 'the main ones are there' : 'could not be checked here (no ldconfig)' };
}
