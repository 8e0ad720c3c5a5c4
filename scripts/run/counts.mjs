/** Counts a Vitest JSON report; a test file that failed without a failed test in it counts as one failure. */
export function countVitest({ testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = tests.filter(({ status }) => status === 'failed').length + brokenFiles.length;
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const skipped = tests.filter(({ status }) => status !== 'failed' && status !== 'passed');
  return { passed, failed, skipped: skipped.map(({ fullName }) => fullName) };
}

/** Counts a Playwright JSON report; a second try that passed is a failure, and so is a wanted project without tests. */
export function countPlaywright({ suites }, projects) {
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  const empty = projects.filter((project) => !tests.some(({ projectName }) => projectName === project));
  const failed = tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length;
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: failed + empty.length,
    remark: empty.length > 0 ? `no test in ${empty.join(', ')}` : undefined,
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  };
}

function testsOf({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  return [
    ...specs.flatMap((spec) =>
      spec.tests.map(({ status, projectName }) => ({
        status,
        projectName,
        name: [projectName, ...path, spec.title].join(' › '),
      })),
    ),
    ...suites.flatMap((suite) => testsOf(suite, path)),
  ];
}

/** Turns a runner's exit code and counts into an honest result: silence, an empty run and a hidden error are failures. */
export function judge(code, counts) {
  if (counts === undefined) {
    return { passed: 0, failed: 1, skipped: [], remark: 'ended without a result' };
  }
  if (counts.failed > 0) {
    return counts;
  }
  if (counts.passed === 0) {
    return { ...counts, failed: 1, remark: 'executed no test' };
  }
  if (code !== 0) {
    return { ...counts, failed: 1, remark: `ended with code ${code} although no test failed` };
  }
  return counts;
}
