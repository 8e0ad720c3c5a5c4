import { ClaimedFields } from './claimed-fields.tsx';
import { CombinationsPart } from './combinations-part.tsx';
import { FieldsPart } from './fields-part.tsx';
import { LawPart } from './law-part.tsx';
import { NoSample } from './no-sample.tsx';
import { OverTimePart } from './over-time-part.tsx';
import type { ExposurePart } from './part.ts';
import { PeoplePart } from './people-part.tsx';
import { SeverityPart } from './severity-part.tsx';

/** The parts of the exposure in the order of their tabs. A new part is a file and a line here. */
export const exposureParts: readonly [ExposurePart, ...ExposurePart[]] = [
  { id: 'fields', label: 'Fields', restsOn: 'sample', Part: FieldsPart, Before: ClaimedFields },
  { id: 'combinations', label: 'Combinations', restsOn: 'sample', Part: CombinationsPart, Before: NoSample },
  { id: 'people', label: 'People', restsOn: 'sample', Part: PeoplePart, Before: NoSample },
  { id: 'over-time', label: 'Over time', restsOn: 'sample', Part: OverTimePart, Before: NoSample },
  { id: 'severity', label: 'Severity', restsOn: 'case', Part: SeverityPart },
  { id: 'law', label: 'Law', restsOn: 'case', Part: LawPart },
];
