import { expect, it } from 'vitest';
import { detectionSchema } from '#shared/domain/detection.ts';

it('reads a verdict that was stored before it named its form and its reasons', () => {
  const evidence = { headerAlias: 'phone', examined: 9, filled: 9, accepted: 8, chance: 0.1 };
  const stored = { fieldType: 'mobile', confidence: 0.9, runnerUp: null, evidence };
  expect(detectionSchema.parse(stored).evidence).toEqual({
    ...evidence,
    ...{ masked: 0, form: 'plain', runnerUpAccepted: 0, counterExamples: [], reasons: [] },
  });
});
