import { type Candidate, candidateOf, type SpanFinder } from './candidate.ts';
import { isWhole } from './words.ts';

type Kind = {
  /** The lengths of the groups of digits, as text: `3 4 4`. */
  readonly lengths: RegExp;
  /** The written form; it begins and ends where the value does. */
  readonly form: RegExp;
  readonly make: ReturnType<typeof candidateOf>;
};

// Numbers are recognised in the groups in which people write them. In any others a row of prices or a date would pass.
const kinds: readonly Kind[] = [
  { lengths: /^(?:[24] )?(?:3 4 4|4 4 3|3 3 5|11)$/, form: /^[+\d]/, make: candidateOf('mobile') },
  { lengths: /\d/, form: /^(?:\+|00)/, make: candidateOf('mobile') },
  {
    lengths: /^(?:2 )?[234] (?:[78]|[34] 4)(?: [1-6])?$/,
    form: /^(?:0|\(0|\(?\+86)/,
    make: candidateOf('landline'),
  },
  { lengths: /^(?:4 4 4 4(?: [1-3])?|4 6 5|6 1[0-3])$/, form: /^\d/, make: candidateOf('bank-card') },
  { lengths: /^(?:6 8 [34]|3 3 4 4 [34]|6 4 4 [34])$/, form: /^\d/, make: candidateOf('cn-resident-id') },
  { lengths: /^4 4 4$/, form: /^\d{4} \d{4} \d{4}$/, make: candidateOf('in-aadhaar') },
  { lengths: /^3 2 4$/, form: /^\d{3}-\d{2}-\d{4}$/, make: candidateOf('us-ssn') },
  { lengths: /^6 7$/, form: /^\d{6}-\d{7}$/, make: candidateOf('kr-rrn') },
  { lengths: /^3 3 3 2$/, form: /^\d{3}\.\d{3}\.\d{3}-\d{2}$/, make: candidateOf('br-cpf') },
];

/** A row of groups of digits with little between them, and what may open or end it. */
const row = /[+(]{0,2}\d+(?:[ ().-]{1,3}\d+)*[Xx]?/g;
/** No number is written in more groups, and none has more digits. */
const mostGroups = 6;
const mostDigits = 24;

type Group = { readonly start: number; readonly end: number };

function groupsOf(plain: string, from: number, length: number): readonly Group[] {
  return [...plain.slice(from, from + length).matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: from + index,
    end: from + index + digits.length,
  }));
}

/** Where a value begins whose first digits are at `start`: a bracket or a plus may stand before them. */
function opening(plain: string, start: number): number {
  let at = start;
  while (at > 0 && start - at < 2 && '(+'.includes(plain.charAt(at - 1))) {
    at--;
  }
  return at;
}

function valuesIn(plain: string, groups: readonly Group[]): readonly Candidate[] {
  const [first] = groups;
  const last = groups.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  const start = opening(plain, first.start);
  const isChecked = /[Xx]/.test(plain.charAt(last.end)) && last.end - last.start === 3;
  const end = isChecked ? last.end + 1 : last.end;
  const lengths = groups.map((group) => group.end - group.start).join(' ');
  if (!isWhole(plain, start, end)) {
    return [];
  }
  const text = plain.slice(start, end);
  return kinds.flatMap((kind) =>
    kind.lengths.test(lengths) && kind.form.test(text) ? (kind.make(plain, start, end) ?? []) : [],
  );
}

/** The values that begin with a group, longer ones first: of a number and its beginning only the number counts. */
function startingAt(plain: string, groups: readonly Group[], at: number): readonly Candidate[] {
  const found: Candidate[] = [];
  let digits = 0;
  for (let end = at + 1; end <= Math.min(groups.length, at + mostGroups); end++) {
    const group = groups[end - 1];
    digits += group === undefined ? 0 : group.end - group.start;
    if (digits > mostDigits) {
      break;
    }
    if (digits >= 8) {
      found.push(...valuesIn(plain, groups.slice(at, end)));
    }
  }
  return found;
}

/** Finds numbers that are written in groups: phones of any country, cards, ids. */
export const groupFinder: SpanFinder = {
  needs: /\d[ ().-]{1,3}\d|\+\d/,
  find: (plain) =>
    [...plain.matchAll(row)].flatMap(({ 0: { length }, index }) => {
      const groups = groupsOf(plain, index, length);
      return groups.flatMap((_, at) => startingAt(plain, groups, at));
    }),
};
