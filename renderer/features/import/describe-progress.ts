import type { ImportProgress } from '../../platform/sample-worker.ts';

/** Rows, rows per second, megabytes and time left, in one line. `elapsed` in milliseconds. */
export function describeProgress({ rows, bytesRead, totalBytes }: ImportProgress, elapsed: number): string {
  const perSecond = elapsed === 0 ? 0 : Math.round((rows / elapsed) * 1000);
  const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
  const left = bytesRead === 0 ? null : Math.ceil(((totalBytes - bytesRead) / bytesRead) * (elapsed / 1000));
  const parts = [
    `${rows.toLocaleString('en')} rows`,
    `${perSecond.toLocaleString('en')} rows/s`,
    `${megabytes(bytesRead)} of ${megabytes(totalBytes)} MB`,
    ...(left === null ? [] : [`${left} s left`]),
  ];
  return parts.join(' · ');
}
