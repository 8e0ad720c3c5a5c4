import { describe, expect, it } from 'vitest';
import { detectTable } from '#shared/classify/table.ts';
import type { Detection } from '#shared/domain/detection.ts';
import { chineseName, mobileNumber } from '../../fixtures/china.ts';
import { createRandom, type Random } from '../../fixtures/random.ts';

// Every value here is synthetic.

function column(seed: number, make: (random: Random) => string): string[] {
  const random = createRandom(seed);
  return Array.from({ length: 100 }, () => make(random));
}

function evidenceOf(header: string | null, values: readonly string[]): Detection['evidence'] {
  const [detection] = detectTable(header === null ? null : [header], [values]);
  if (detection === undefined) {
    throw new Error('A table of one column has one detection.');
  }
  return detection.evidence;
}

describe('the evidence of a verdict', () => {
  const mobiles = column(1, mobileNumber);

  it('says in sentences what the header and the values say', () => {
    const { reasons, form } = evidenceOf('sjh', mobiles);
    expect(form).toBe('plain');
    expect(reasons[0]).toBe('The header says “sjh”, which stands for Mobile number.');
    expect(reasons[1]).toBe('100 of 100 filled values are valid (100 %).');
  });

  it('keeps values that the source hid in part apart from valid ones', () => {
    const hidden = mobiles.slice(0, 30).map((value) => `${value.slice(0, 3)}****${value.slice(7)}`);
    const evidence = evidenceOf('sjh', [...mobiles, ...hidden]);
    expect(evidence).toMatchObject({ filled: 130, accepted: 100, masked: 30, counterExamples: [] });
    expect(evidence.reasons).toContain(
      '100 of 130 filled values are valid (77 %); the source has hidden a part of 30 more.',
    );
  });

  it('shows at most three values that failed, masked', () => {
    const wrong = ['secret-one', 'secret-two', 'secret-three', 'secret-four'];
    const { counterExamples, reasons } = evidenceOf('sjh', [...mobiles, ...wrong]);
    expect(counterExamples).toEqual(['s••••••']);
    expect(reasons).toContain('Against it: 4 filled values are not valid.');
    const others = ['aaaa', 'bbbb', 'cccc', 'dddd'];
    expect(evidenceOf('sjh', [...mobiles, ...others]).counterExamples).toHaveLength(3);
  });

  it('tells masked and hashed values from plain ones', () => {
    const masked = mobiles.map((value) => `${value.slice(0, 3)}****${value.slice(7)}`);
    expect(evidenceOf('手机号', masked).form).toBe('masked');
    const hashes = column(2, (random) => `a${random.digits(30)}f`);
    expect(evidenceOf('pwd', hashes).form).toBe('hashed');
  });

  it('counts what the runner-up accepts', () => {
    const verdict = evidenceOf('phone', column(3, chineseName));
    expect(verdict.accepted).toBeGreaterThan(0);
    expect(verdict.runnerUpAccepted).toBe(0);
  });

  it('finds the type of a long column of which half is junk, and counts the whole of it', () => {
    const random = createRandom(5);
    const values = Array.from({ length: 2000 }, (_, row) => (row % 2 === 0 ? `${random.digits(6)}@qq.com` : '…'));
    const [detection] = detectTable(['x1'], [values]);
    expect(detection?.fieldType).toBe('email');
    expect(detection?.evidence.accepted).toBe(1000);
  });

  it('counts the few values that bear out what the header of a long column says', () => {
    const random = createRandom(6);
    const values = Array.from({ length: 2000 }, (_, row) =>
      row % 20 === 0 ? mobileNumber(random) : random.digits(10),
    );
    const { accepted, runnerUpAccepted } = evidenceOf('手机号', values);
    expect(accepted + runnerUpAccepted).toBe(100);
  });

  it('never holds a value in its reasons', () => {
    const names = column(4, chineseName);
    const told = evidenceOf(names[0] ?? '', names).reasons.join(' ');
    expect(names.filter((name) => told.includes(name))).toEqual([]);
  });
});
