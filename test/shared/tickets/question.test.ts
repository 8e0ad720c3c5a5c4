import { describe, expect, it } from 'vitest';
import { guessQuestion } from '#shared/tickets/question.ts';

describe('guessQuestion', () => {
  it.each([
    ['Is this leak real?', 'We saw the post and wonder whether it is authentic.', 'is-it-real'],
    ['Question', 'Can you verify that the dump is genuine and not recycled?', 'is-it-real'],
    ['关于泄露', '请问这批数据是真的吗？是否属实？', 'is-it-real'],
    ['Are we in it?', 'Please check whether our customers are included.', 'am-i-in-it'],
    ['Check', 'Is my e-mail exposed?', 'am-i-in-it'],
    ['咨询', '请问是否包含我们公司的用户？', 'am-i-in-it'],
    ['What should we do now?', 'Which next steps do you recommend?', 'what-now'],
    ['求助', '出了这个事我司该怎么办？如何应对？', 'what-now'],
    ['Newsletter', 'Please send the invoice.', 'other'],
    ['', '', 'other'],
  ])('%s / %s: %s', (subject, text, kind) => {
    expect(guessQuestion(subject, text)).toBe(kind);
  });
});
