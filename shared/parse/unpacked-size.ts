import { ParseProblem } from './outcome.ts';

/** Dumps shrink to a fifth or a tenth, logs to a fiftieth. Both limits must be passed: small files may shrink as they like. */
const highestRatio = 200;
const harmlessBytes = 1 << 30;

/** Watches what is unpacked from `packedBytes`; throws a `ParseProblem` once the total is a bomb's. */
export function createBombGuard(packedBytes: number): (total: number) => void {
  return (total) => {
    if (total > harmlessBytes && total > packedBytes * highestRatio) {
      const why = `it unpacks to more than 1 GB and more than ${highestRatio} times its size, as bombs do`;
      throw new ParseProblem({ kind: 'archive', why });
    }
  };
}
