import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, judge } from '../../scripts/run/counts.mjs';

type Status = 'passed' | 'failed' | 'skipped' | 'pending' | 'todo';

function vitestFile(status: 'passed' | 'failed', ...tests: readonly Status[]): object {
  return {
    status,
    assertionResults: tests.map((result, at) => ({ status: result, fullName: `test ${at} ${result}` })),
  };
}

type Outcome = 'expected' | 'unexpected' | 'flaky' | 'skipped';

function playwrightSuite(projectName: string, ...outcomes: readonly Outcome[]): object {
  const specs = outcomes.map((status) => ({ title: `is ${status}`, tests: [{ status, projectName }] }));
  return { title: 'a.spec.ts', suites: [{ title: 'a group', specs }] };
}

describe('a Vitest report', () => {
  it('counts what passed, what failed, and names what was skipped', () => {
    const testResults = [vitestFile('failed', 'passed', 'failed', 'skipped'), vitestFile('passed', 'passed', 'todo')];
    expect(countVitest({ testResults })).toEqual({
      ...{ passed: 2, failed: 1 },
      skipped: ['test 2 skipped', 'test 1 todo'],
    });
  });

  it('counts a file that broke before its tests as a failure', () => {
    expect(countVitest({ testResults: [vitestFile('failed'), vitestFile('failed', 'passed')] })).toMatchObject({
      ...{ passed: 1, failed: 2 },
    });
  });

  it('of no file is nothing', () => {
    expect(countVitest({ testResults: [] })).toEqual({ passed: 0, failed: 0, skipped: [] });
  });
});

describe('a Playwright report', () => {
  it('counts a second try that passed as a failure', () => {
    const suites = [playwrightSuite('electron', 'expected', 'unexpected', 'flaky', 'skipped')];
    expect(countPlaywright({ suites }, ['electron'])).toMatchObject({
      ...{ passed: 1, failed: 2, skipped: ['electron › a.spec.ts › a group › is skipped'] },
    });
  });

  it('counts a wanted project without a test as a failure, by name', () => {
    const suites = [playwrightSuite('electron', 'expected')];
    expect(countPlaywright({ suites }, ['electron', 'chromium'])).toMatchObject({
      ...{ passed: 1, failed: 1, remark: 'no test in chromium' },
    });
    expect(countPlaywright({ suites }, ['electron']).remark).toBeUndefined();
  });

  it('finds tests at any depth', () => {
    const deep = { title: 'outer', suites: [playwrightSuite('packaged', 'expected', 'expected')] };
    expect(countPlaywright({ suites: [deep] }, ['packaged']).passed).toBe(2);
  });
});

describe('a verdict on a run', () => {
  const good = { passed: 3, failed: 0, skipped: [] };

  it('leaves good counts with a clean exit as they are', () => {
    expect(judge(0, good)).toEqual(good);
  });

  it('leaves failures as they are, whatever the exit code says', () => {
    const bad = { passed: 3, failed: 2, skipped: [] };
    expect([judge(1, bad), judge(0, bad)]).toEqual([bad, bad]);
  });

  it.each([
    ['a runner that wrote no report', 0, undefined, 'ended without a result'],
    ['a run without a test', 0, { passed: 0, failed: 0, skipped: [] }, 'executed no test'],
    ['a run in which all was skipped', 0, { passed: 0, failed: 0, skipped: ['a'] }, 'executed no test'],
    ['a bad exit although no test failed', 3, good, 'ended with code 3 although no test failed'],
  ])('counts %s as a failure', (_, code, counts, remark) => {
    expect(judge(code, counts)).toMatchObject({ failed: 1, remark });
  });
});
