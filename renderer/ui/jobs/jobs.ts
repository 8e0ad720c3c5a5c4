import { useSyncExternalStore } from 'react';

/**
 * A piece of long work as the status line shows it. `share` is 0–1; `cancel` ends it cleanly. `isTakenUp` is true for work
 * that begins again by itself when the vault is next opened, so that nobody needs to wait for its end.
 */
export type Job = {
  readonly id: string;
  readonly label: string;
  readonly share: number;
  readonly detail: string;
  readonly cancel: () => void;
  readonly isTakenUp?: boolean;
};

let jobs: readonly Job[] = [];
const listeners = new Set<() => void>();

function publish(next: readonly Job[]): void {
  jobs = next;
  for (const tell of listeners) {
    tell();
  }
}

/** Shows a job, or shows how far it has come. */
export function showJob(job: Job): void {
  const known = jobs.some(({ id }) => id === job.id);
  publish(known ? jobs.map((other) => (other.id === job.id ? job : other)) : [...jobs, job]);
}

/** Takes a job off the list: it ended, well or not. */
export function endJob(id: string): void {
  publish(jobs.filter((job) => job.id !== id));
}

/** Whether anything is running now that would be lost. */
export function anyJobRuns(): boolean {
  return jobs.some(({ isTakenUp }) => isTakenUp !== true);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** The running jobs, for a component. */
export function useJobs(): readonly Job[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

/** Cancels everything that runs. */
export function cancelAllJobs(): void {
  for (const { cancel } of jobs) {
    cancel();
  }
  publish([]);
}
