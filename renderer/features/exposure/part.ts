import type { ReactNode } from 'react';
import type { Case } from '#shared/domain/case.ts';
import type { Claim } from '#shared/domain/claim.ts';
import type { FieldTypeId } from '#shared/domain/field-type-id.ts';
import type { Counted, Sample, SampleId } from '#shared/domain/sample.ts';
import type { KindFigure } from '#shared/expose/kind-figure.ts';
import type { PersonFigure } from '#shared/expose/person-figure.ts';
import type { ExposureLayer } from '#shared/expose/series.ts';
import type { OutgoingWords } from '../../ui/chart-document/chart-facts.ts';

/** Opens the rows behind a figure: of a layer, or with a point in time in a month (yyyymm) or a year (yyyy). */
export type OpenRows = (sampleId: SampleId, fieldType: FieldTypeId, layer: ExposureLayer | number) => void;

/** Opens the rows that hold what a figure of kinds of data says. */
export type OpenKinds = (sampleId: SampleId, figure: KindFigure) => void;

/** Opens the rows whose own values say what a figure of persons says. */
export type OpenPersons = (sampleId: SampleId, figure: PersonFigure) => void;

/** Whether words may leave, by the check that replies pass; where not, it has told the analyst and the history why. */
export type MayLeave = (words: OutgoingWords) => Promise<boolean>;

/** What every part of the exposure is shown of: the case with its samples and claims. */
export type CasePartProps = {
  readonly of: Case;
  readonly samples: readonly Sample[];
  readonly claims: readonly Claim[];
  readonly openRows: OpenRows;
  readonly openKinds: OpenKinds;
  readonly openPersons: OpenPersons;
  readonly mayLeave: MayLeave;
};

/** What a part about one sample is shown of: that sample, too. */
export type ExposurePartProps = CasePartProps & { readonly sample: Counted<Sample> };

type SamplePart = {
  readonly restsOn: 'sample';
  readonly Part: (props: ExposurePartProps) => ReactNode;
  /** What stands there as long as no sample is chosen whose rows have been counted. */
  readonly Before: (props: CasePartProps) => ReactNode;
};

/** A part that needs no sample: what is claimed, set or known of the whole case is enough. */
type CasePart = { readonly restsOn: 'case'; readonly Part: (props: CasePartProps) => ReactNode };

/** A part of the exposure, with a tab of its own. */
export type ExposurePart = { readonly id: string; readonly label: string } & (SamplePart | CasePart);
