import { expect, it } from 'vitest';
import { countryCodes, countryName, isCountryCalled } from '#shared/packs/countries.ts';

it('calls countries by their short names and finds them by any', () => {
  expect(['CN', 'US', 'GB', 'TR', 'XX'].map(countryName)).toEqual([
    'China',
    'United States',
    'United Kingdom',
    'Türkiye',
    'XX',
  ]);
  const found = (text: string) => countryCodes.filter((code) => isCountryCalled(code, text));
  expect([found('turkey'), found(' uk '), found('people’s republic of chin'.replace('’', "'"))]).toEqual([
    ['TR'],
    expect.arrayContaining(['GB']),
    ['CN'],
  ]);
});
