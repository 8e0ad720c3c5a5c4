import { sectors } from '../packs/listing-words.ts';
import { mainMention, mentionFinder } from './mentions.ts';
import { type Proposer, proposal } from './proposer.ts';

const findSectors = mentionFinder(sectors);

/** The trade of the organisation that the data is said to come from. */
export const sectorProposer: Proposer = {
  kind: 'sector',
  propose: ({ text, prose, title }) => {
    const found = mainMention(findSectors(prose), title);
    return found === null ? [] : [proposal(text, found, { kind: 'sector', text: found.label })];
  },
};
