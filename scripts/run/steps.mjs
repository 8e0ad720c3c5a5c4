import { performance } from 'node:perf_hooks';

/** Gives how long some work took, in seconds, beside its value. */
export async function timed(work) {
  const start = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - start) / 1000 };
}

/** Runs one step and says in a line what came of it; `announce` tells beforehand that it will take a while. */
export async function step(name, work) {
  const announce = (text) => console.log(`  … ${name}: ${text}`);
  const { value, seconds } = await timed(() => work(announce));
  console.log(`  ✓ ${name}: ${value.says} (${seconds.toFixed(1)} s)`);
  return value;
}
