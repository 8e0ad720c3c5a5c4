import { describe, expect, it } from 'vitest';
import { ceilingsOf } from '#shared/expose/fine-ceilings.ts';
import { regimeOf } from './law-facts.ts';

const amounts = (id: string, amount: number, currency: string) =>
  ceilingsOf(regimeOf(id), { amount, currency }).map((ceiling) => ceiling.amount?.amount ?? null);

describe('ceilingsOf', () => {
  it('takes the higher of amount and share under the GDPR', () => {
    expect(amounts('eu-gdpr', 100_000_000, 'EUR')).toEqual([10_000_000, 20_000_000]);
    expect(amounts('eu-gdpr', 2_000_000_000, 'EUR')).toEqual([40_000_000, 80_000_000]);
  });

  it('takes the lower one in Brazil, and in Singapore the share above the bound only', () => {
    expect(amounts('br-lgpd', 1_000_000_000, 'BRL')).toEqual([20_000_000]);
    expect(amounts('br-lgpd', 5_000_000_000, 'BRL')).toEqual([50_000_000]);
    expect(amounts('sg-pdpa', 10_000_000, 'SGD')).toEqual([1_000_000]);
    expect(amounts('sg-pdpa', 20_000_000, 'SGD')).toEqual([2_000_000]);
  });

  it('does not choose where the text does not, but gives both', () => {
    const [serious] = ceilingsOf(regimeOf('cn-pipl'), { amount: 100_000_000, currency: 'CNY' });
    expect(serious).toMatchObject({ amount: null, article: '66' });
    expect(serious?.text).toContain('Up to CNY 50,000,000 or 5 % of turnover of the prior year');
    expect(serious?.text).toContain('5 % of the turnover given would be CNY 5,000,000');
  });

  it('does not compare two currencies', () => {
    const [first] = ceilingsOf(regimeOf('eu-gdpr'), { amount: 1_000_000_000, currency: 'CNY' });
    expect(first).toMatchObject({ amount: null });
    expect(first?.text).toContain('CNY 20,000,000');
    expect(first?.text).toContain('compared at the rate of the day');
  });

  it('says what it needs where no turnover is given, and marks what is from memory', () => {
    expect(ceilingsOf(regimeOf('eu-gdpr'), null)[0]?.text).toContain('needs the annual turnover');
    expect(ceilingsOf(regimeOf('us-ca'), null)).toMatchObject([{ amount: null, uncertain: expect.any(String) }]);
    expect(ceilingsOf(regimeOf('tr-kvkk'), null)).toMatchObject([{ amount: { amount: 17_092_242, currency: 'TRY' } }]);
  });
});
