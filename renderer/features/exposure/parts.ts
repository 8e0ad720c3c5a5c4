import { CombinationsPart } from './combinations-part.tsx';
import { FieldsPart } from './fields-part.tsx';
import { LawPart } from './law-part.tsx';
import { OverTimePart } from './over-time-part.tsx';
import type { ExposurePart } from './part.ts';
import { PeoplePart } from './people-part.tsx';
import { SeverityPart } from './severity-part.tsx';

/** The parts of the exposure in the order of their tabs. A new part is a file and a line here. */
export const exposureParts: readonly [ExposurePart, ...ExposurePart[]] = [
  { id: 'fields', label: 'Fields', Part: FieldsPart },
  { id: 'combinations', label: 'Combinations', Part: CombinationsPart },
  { id: 'people', label: 'People', Part: PeoplePart },
  { id: 'over-time', label: 'Over time', Part: OverTimePart },
  { id: 'severity', label: 'Severity', Part: SeverityPart },
  { id: 'law', label: 'Law', Part: LawPart },
];
