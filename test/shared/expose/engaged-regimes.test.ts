import { describe, expect, it } from 'vitest';
import type { CountryFact } from '#shared/expose/engaged-regimes.ts';
import { engagedRegimes } from '#shared/expose/engaged-regimes.ts';
import { packId } from '#shared/packs/field-types.ts';
import { regimeFacts } from './law-facts.ts';

const decided = (country: string): CountryFact => ({ country, basis: 'decided' });
const observed = (country: string): CountryFact => ({ country, basis: 'observed' });

function engagementsOf(more: Parameters<typeof regimeFacts>[0]): Record<string, string> {
  return Object.fromEntries(engagedRegimes(regimeFacts(more)).map(({ regime, engagement }) => [regime.id, engagement]));
}

function reasonsOf(id: string, more: Parameters<typeof regimeFacts>[0]): string {
  const found = engagedRegimes(regimeFacts(more)).find(({ regime }) => regime.id === id);
  return (found?.reasons ?? []).join(' ');
}

describe('engagedRegimes', () => {
  it('finds none where no country is known', () => {
    expect(engagedRegimes(regimeFacts())).toEqual([]);
  });

  it('takes the laws of the victim’s country for likely, but for those whose threshold nothing reaches', () => {
    expect(engagementsOf({ victimCountries: [decided('CN')] })).toEqual({
      ...{ 'cn-pipl': 'likely', 'cn-dsl': 'likely', 'cn-csl': 'likely', 'cn-ndsr': 'likely', 'cn-ncirm': 'possible' },
    });
    expect(
      engagementsOf({ victimCountries: [decided('CN')], people: { seen: 1_000_000, claimed: null } }),
    ).toMatchObject({
      'cn-ncirm': 'likely',
    });
  });

  it('does not take a number that only the seller claims for reached', () => {
    const facts = { victimCountries: [decided('CN')], people: { seen: 500, claimed: 2_000_000 } };
    expect(engagementsOf(facts)).toMatchObject({ 'cn-ncirm': 'possible' });
    expect(reasonsOf('cn-ncirm', facts)).toContain('The seller claims 2,000,000 records; 500 people are seen.');
  });

  it('makes a law no more than possible by a claim, or by the people’s country', () => {
    expect(engagementsOf({ victimCountries: [{ country: 'TR', basis: 'claimed' }] })).toEqual({
      'tr-kvkk': 'possible',
    });
    expect(engagementsOf({ peopleCountries: [observed('TR'), observed('SG')] })).toEqual({ 'tr-kvkk': 'possible' });
    expect(reasonsOf('us-ca', { peopleCountries: [observed('US')] })).toContain('live in California is not known');
  });

  it('measures the risk by the severity', () => {
    const facts = { victimCountries: [decided('DE')] };
    expect(engagementsOf({ ...facts, band: 'low' })).toEqual({ 'eu-gdpr': 'possible' });
    expect(engagementsOf({ ...facts, band: 'medium' })).toEqual({ 'eu-gdpr': 'likely' });
  });

  it('knows what else reaches a threshold: the data, and malice', () => {
    const japan = { victimCountries: [decided('JP')], people: { seen: 10, claimed: null } };
    expect(engagementsOf(japan)).toEqual({ 'jp-appi': 'possible' });
    expect(engagementsOf({ ...japan, isMalicious: true })).toEqual({ 'jp-appi': 'likely' });
    const korea = { victimCountries: [decided('KR')] };
    expect(engagementsOf({ ...korea, data: [packId('kr-rrn')] })).toEqual({ 'kr-pipa': 'likely' });
    expect(engagementsOf({ ...korea, data: [packId('email')] })).toEqual({ 'kr-pipa': 'possible' });
    const brazil = { victimCountries: [decided('BR')], hasMinors: true };
    expect(engagementsOf(brazil)).toEqual({ 'br-lgpd': 'likely' });
  });

  it('asks for a filing only where the victim files with the SEC, and never calls a voluntary scheme likely', () => {
    expect(engagementsOf({ victimCountries: [decided('US')] })).toEqual({});
    expect(engagementsOf({ isRegistrant: true })).toEqual({ 'us-sec': 'likely' });
    expect(engagementsOf({ victimCountries: [decided('HK')] })).toEqual({ 'hk-pdpo': 'possible' });
  });
});
