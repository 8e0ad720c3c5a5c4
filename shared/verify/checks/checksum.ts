import { detectorFor } from '../../classify/detectors.ts';
import { packId } from '../../packs/field-types.ts';
import { columnsOf } from '../cells.ts';
import type { Check } from '../check.ts';
import { outOf, percent } from '../figures.ts';
import { shareOfCells } from '../share-run.ts';

/** Types whose numbers carry a check digit; PRC resident IDs have a check of their own. */
const withCheckDigit = [
  'bank-card',
  'iban',
  'uscc',
  'hk-id',
  'tw-id',
  'sg-nric',
  'jp-my-number',
  'in-aadhaar',
  'br-cpf',
  'tr-tckn',
  'imei',
  'btc-address',
  'tron-address',
];

/**
 * The share of numbers with a valid check digit (Luhn, IBAN, CPF and others) over all columns that have one. Types without
 * a rule of their own accept everything, so they are left out. Fails where the share is at the level of chance.
 */
export const checksum: Check = {
  id: 'checksum',
  title: 'Check digits',
  question: 'Do card numbers, IBANs and other IDs hold together?',
  start(table) {
    const types = withCheckDigit.filter((type) => detectorFor(packId(type)).chance < 0.2);
    const columns = columnsOf(table, ...types);
    if (columns.length === 0) {
      return 'There is no column of numbers with a check digit besides resident IDs.';
    }
    const test = (value: string, column: number): boolean | null => {
      const detector = detectorFor(table.columns[column]?.fieldType ?? packId('bank-card'));
      return detector.isMasked(value) ? null : detector.accepts(value);
    };
    return shareOfCells(columns, test, {
      figure: 'valid check digits',
      what: 'numbers with a check digit',
      least: 30,
      passFrom: 0.97,
      failBelow: 0.2,
      say: (outcome, tally) => {
        const seen = `${outOf(tally, 'number')} (${percent(tally.share.share)}) have a valid check digit.`;
        return outcome === 'fail'
          ? `${seen} That is the level of chance: the numbers are made up.`
          : `${seen} Real ones reach 97 % and more; drawn digits some 10 %.`;
      },
    });
  },
};
