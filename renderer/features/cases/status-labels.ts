import type { Case } from '#shared/domain/case.ts';

/** What it is called where the work on a case stands. */
export const statusLabels: Readonly<Record<Case['status'], string>> = { open: 'Open', closed: 'Closed' };
