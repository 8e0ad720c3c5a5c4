import type { Check } from './check.ts';
import { claimSize } from './checks/claim-size.ts';
import { ricCheck } from './checks/ric-check.ts';

/** Every check, in the order of the checklist. A new one is a file and a line here. */
export const checks: readonly Check[] = [claimSize, ricCheck];
