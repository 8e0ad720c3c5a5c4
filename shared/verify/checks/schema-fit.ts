import type { FieldTypeGroup } from '../../domain/field-type-group.ts';
import type { FieldTypeId } from '../../domain/field-type-id.ts';
import { unknownFieldType } from '../../domain/field-type-id.ts';
import { counted } from '../../lib/counted.ts';
import { groupOf, labelOf, packId } from '../../packs/field-types.ts';
import { atOnce, type Check, type Finding, found } from '../check.ts';
import type { CheckedTable } from '../checked-table.ts';
import { countFigure } from '../figures.ts';

const leastKnown = 3;

/** Groups of fields that a site of any trade may keep of its users. */
const common: readonly FieldTypeGroup[] = ['identity', 'contact', 'credential', 'location', 'device-network', 'other'];

/** What the forms of a trade ask for beside that (labels of the listing's sectors). Our own reading. */
const bySector: Readonly<Record<string, readonly FieldTypeGroup[]>> = {
  'E-commerce': ['transaction', 'financial', 'government-id'],
  Retail: ['transaction', 'financial'],
  'Banking and finance': ['government-id', 'financial', 'transaction', 'employment-education', 'biometric'],
  Cryptocurrency: ['government-id', 'financial', 'transaction', 'biometric'],
  Insurance: ['government-id', 'financial', 'transaction', 'health', 'employment-education'],
  Healthcare: ['government-id', 'health', 'financial', 'transaction', 'sensitive'],
  Telecommunications: ['government-id', 'financial', 'transaction'],
  Government: ['government-id', 'employment-education', 'sensitive', 'financial', 'health', 'biometric', 'transaction'],
  Education: ['government-id', 'employment-education', 'health', 'financial'],
  'Travel and hospitality': ['government-id', 'transaction', 'financial'],
  Logistics: ['transaction', 'government-id'],
  'Gaming and gambling': ['transaction', 'financial', 'government-id'],
  'Social media': ['sensitive', 'employment-education', 'transaction'],
  Energy: ['government-id', 'transaction', 'financial', 'employment-education'],
  'Real estate': ['government-id', 'transaction', 'financial', 'employment-education'],
  Automotive: ['government-id', 'transaction', 'financial'],
};

/** What no site may keep or is ever given: PCI DSS forbids to store the code, and nobody types a private key into a form. */
const neverAsked = new Set(['card-cvv', 'private-key'].map(packId));
/** Fields of the common groups that belong to few trades only. */
const rare = new Set(['contact-list', 'auth-token', 'api-key'].map(packId));

function isOdd(type: FieldTypeId, allowed: ReadonlySet<FieldTypeGroup>): boolean {
  return neverAsked.has(type) || rare.has(type) || !allowed.has(groupOf(type));
}

function judge(types: readonly FieldTypeId[], sector: string): Finding {
  const allowed = new Set([...common, ...(bySector[sector] ?? [])]);
  const odd = types.filter((type) => isOdd(type, allowed));
  const never = odd.filter((type) => neverAsked.has(type));
  const figure = countFigure('fields that such a site would not ask for', odd.length, types.length);
  const known = `Of ${counted(types.length, 'kind of field', 'kinds of fields')} `;
  if (odd.length === 0) {
    return found('pass', figure, `${known}all are what forms of the sector “${sector}” ask for.`);
  }
  const seen = `${known}${odd.length} ${odd.length === 1 ? 'is' : 'are'} not what forms of the sector “${sector}” ask for: ${odd.map(labelOf).join(', ')}.`;
  return never.length > 0 || odd.length > 2
    ? found('fail', figure, `${seen} The data hardly comes from such a site alone.`)
    : found('warn', figure, seen);
}

function typesOf({ columns }: CheckedTable): FieldTypeId[] {
  const types = new Set(columns.map(({ fieldType }) => fieldType).filter((type) => type !== unknownFieldType));
  return [...types].sort((a, b) => (a < b ? -1 : 1));
}

/** Whether the fields are those that sign-up and order forms of the claimed trade ask for. */
export const schemaFit: Check = {
  id: 'schema-fit',
  title: 'Fields of the table',
  question: 'Would the named site ask its users for these fields?',
  start(table) {
    const sector = table.claims.find((claim) => claim.kind === 'sector')?.text ?? null;
    if (sector === null || bySector[sector] === undefined) {
      return 'No claim names a sector whose forms are known.';
    }
    const types = typesOf(table);
    if (types.length < leastKnown) {
      return `Only ${counted(types.length, 'kind of field', 'kinds of fields')} could be recognised; three are needed.`;
    }
    const columns = table.columns.flatMap(({ fieldType }, index) => (fieldType === unknownFieldType ? [] : [index]));
    return atOnce(() => judge(types, sector), columns);
  },
};
