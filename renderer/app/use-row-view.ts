import { useMemo } from 'react';
import type { CaseId } from '#shared/domain/case.ts';
import { checkIdSchema } from '#shared/domain/check.ts';
import { fieldTypeIdSchema } from '#shared/domain/field-type-id.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { kindFigureFrom } from '#shared/expose/kind-figure.ts';
import { personFigureFrom } from '#shared/expose/person-figure.ts';
import { exposureLayers } from '#shared/expose/series.ts';
import { checkOf } from '#shared/verify/checks.ts';
import type { RowView } from '../platform/sample-worker.ts';
import { useStored } from '../storage/live.ts';
import { verdictOf } from '../storage/verdicts.ts';

const all: RowView = { kind: 'all' };

/** The rows that speak against a sample in one check, as they were found when it last ran. */
function against(verdict: Verdict | null, sampleId: string | null, check: string): RowView {
  const id = checkIdSchema.safeParse(check).data;
  const checks = verdict?.checks.find((candidate) => candidate.sampleId === sampleId);
  const result = checks?.results.find((candidate) => candidate.id === id);
  return result === undefined
    ? all
    : { kind: 'against', check: checkOf(result.id).title, rows: result.counterRows, total: result.counterCount };
}

/** The rows behind a mark of a chart: those of a layer, or of a month or year in digits. */
function behindMark(type: string | null, layer: string | null): RowView {
  const fieldType = fieldTypeIdSchema.safeParse(type);
  if (!fieldType.success || layer === null) {
    return all;
  }
  if (/^\d{4}(?:\d{2})?$/.test(layer)) {
    return { kind: 'in-period', fieldType: fieldType.data, period: Number(layer) };
  }
  const known = exposureLayers.find((name) => name === layer);
  return known === undefined ? all : { kind: 'behind-bar', fieldType: fieldType.data, layer: known };
}

function ofKinds(text: string): RowView {
  const figure = kindFigureFrom(text);
  return figure === null ? all : { kind: 'of-kinds', figure };
}

function ofPersons(text: string): RowView {
  const figure = personFigureFrom(text);
  return figure === null ? all : { kind: 'of-persons', figure };
}

const asked = ['type', 'layer', 'found', 'against', 'sample', 'holds', 'persons'];

/** Which rows the address asks for; null until it is known. */
export function useRowView(caseId: CaseId, search: URLSearchParams): RowView | null {
  const [type, layer, searchId, check, sampleId, holds, persons] = asked.map((name) => search.get(name));
  const verdict = useStored(async () => (await verdictOf(caseId)) ?? null, [caseId]);
  return useMemo(() => {
    if (typeof check === 'string') {
      return verdict === undefined ? null : against(verdict, sampleId ?? null, check);
    }
    if (typeof holds === 'string') {
      return ofKinds(holds);
    }
    if (typeof persons === 'string') {
      return ofPersons(persons);
    }
    return typeof searchId === 'string' ? { kind: 'search', searchId } : behindMark(type ?? null, layer ?? null);
  }, [type, layer, searchId, check, sampleId, holds, persons, verdict]);
}
