import type { ImportProgress } from '../../platform/sample-worker.ts';

function duration(seconds: number): string {
  if (seconds < 100) {
    return `${seconds} s`;
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 100 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}

/** Rows, rows per second, megabytes and time left, in one line. `elapsed` in milliseconds, pauses not counted. */
export function describeProgress(
  { phase, rows, rejected, bytesRead, totalBytes }: ImportProgress,
  elapsed: number,
  isPaused = false,
): string {
  const perSecond = elapsed === 0 ? 0 : Math.round((rows / elapsed) * 1000);
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
  const left = bytesRead === 0 ? null : Math.ceil(((totalBytes - bytesRead) / bytesRead) * (elapsed / 1000));
  const counts = [
    `${rows.toLocaleString('en')} rows`,
    ...(rejected === 0 ? [] : [`${rejected.toLocaleString('en')} rejected`]),
    `${perSecond.toLocaleString('en')} rows/s`,
  ];
  const parts = [
    ...(phase === 'hashing' ? ['taking its SHA-256'] : counts),
    `${megabytes(bytesRead)} of ${megabytes(totalBytes)} MB`,
    ...(isPaused ? ['paused'] : left === null ? [] : [`${duration(left)} left`]),
  ];
  return parts.join(' · ');
}
