import { onPath } from '../run/paths.mjs';
import { runQuietly } from '../run/processes.mjs';

/** Program → the Debian package that has it. */
const PEERS = { sqlite3: 'sqlite3', rg: 'ripgrep', python3: 'python3' };

/** Sees to the tools that the benchmarks compare with. One that is missing is no failure: its row says so. */
export async function ensureBenchPeers(announce) {
  const canInstall = process.platform === 'linux' && process.getuid() === 0 && onPath('apt-get');
  if (canInstall && missing().length > 0) {
    const packages = missing().map((program) => PEERS[program]);
    announce(`installing ${packages.join(' ')} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const aptGet = (...args) => runQuietly('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], { env });
    await aptGet('update');
    await aptGet('install', '-y', '--no-install-recommends', ...packages);
  }
  return { says: missing().length === 0 ? 'all there' : `without ${missing().join(', ')}, which are not installed` };
}

function missing() {
  return Object.keys(PEERS).filter((program) => !onPath(program));
}
