import { runChecks } from './run/checks.mjs';
import { runCommand, tell } from './run/command.mjs';
import { packageForTests } from './run/packaging.mjs';
import { Interrupted, Problem } from './run/problem.mjs';
import { step, timed } from './run/steps.mjs';
import { summarize } from './run/summary.mjs';
import { runPlaywright, runVitest } from './run/test-runners.mjs';
import { buildApp } from './setup/build.mjs';
import { setUpChecks, setUpElectron, setUpPackages } from './setup/setup.mjs';

const ALL = ['check', 'unit', 'component', 'e2e', 'packaged'];

await runCommand(async (args) => {
  const wanted = readWanted(args);
  try {
    return summarize(await runAll(wanted));
  } catch (error) {
    if (error instanceof Interrupted) {
      throw error;
    }
    tell(error);
    return summarize([{ name: 'set-up', passed: 0, failed: 1, skipped: [], seconds: 0 }]);
  }
});

function readWanted(args) {
  if (args.length === 0) {
    return ALL;
  }
  const [, only] = args[0].match(/^--only=(.+)$/) ?? [];
  if (args.length === 1 && ALL.includes(only)) {
    return [only];
  }
  throw new Problem(`npm test takes nothing, or one of: ${ALL.map((name) => `--only=${name}`).join(', ')}.`);
}

async function runAll(wanted) {
  const wants = (...names) => names.some((name) => wanted.includes(name));
  console.log('Setting up the tests');
  await setUpPackages();
  if (wants('check')) {
    await setUpChecks();
  }
  const electron = wants('component', 'e2e', 'packaged')
    ? await setUpElectron({ virtualDisplay: true, chromium: true })
    : undefined;

  const results = [];
  if (wants('check')) {
    console.log('\nChecks');
    results.push(...(await runChecks()));
  }
  if (wants('unit', 'component')) {
    // Without a name all of Vitest's projects run, so that a new one cannot be forgotten here.
    const only = wanted === ALL ? [] : wanted;
    results.push(await part(only[0] ?? 'unit and component', () => runVitest(...only)));
  }
  if (wants('e2e', 'packaged')) {
    results.push(...(await runOnBuild(electron, wants)));
  }
  return results;
}

async function runOnBuild(electron, wants) {
  const build = await part('build', () => stepAsTest('Leakdesk', buildApp));
  const results = [build];
  if (wants('e2e')) {
    results.push(await partAfter(build, 'end to end', () => runPlaywright('electron', 'chromium')));
  }
  if (wants('packaged')) {
    const packaging = await partAfter(build, 'package', () =>
      stepAsTest('package', (announce) => packageForTests(electron, announce)),
    );
    results.push(packaging, await partAfter(packaging, 'packaged app', () => runPlaywright('packaged')));
  }
  return results;
}

async function part(name, run) {
  console.log(`\n${name[0].toUpperCase()}${name.slice(1)}`);
  const { value, seconds } = await timed(() => run().catch(asFailure));
  return { name, ...value, seconds };
}

async function partAfter(earlier, name, run) {
  if (earlier.failed === 0) {
    return part(name, run);
  }
  return { name, passed: 0, failed: 1, skipped: [], seconds: 0, remark: `not run, because "${earlier.name}" failed` };
}

/** Counts a step that has no tests of its own as one. */
async function stepAsTest(name, work) {
  await step(name, work);
  return { passed: 1, failed: 0, skipped: [] };
}

function asFailure(error) {
  if (error instanceof Interrupted) {
    throw error;
  }
  tell(error);
  return { passed: 0, failed: 1, skipped: [], remark: 'could not be run' };
}
