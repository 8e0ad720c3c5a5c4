import type { CheckFigure } from '#shared/domain/check.ts';
import { counted } from '#shared/lib/counted.ts';

function short(figure: Pick<CheckFigure, 'unit'>, value: number): string {
  if (figure.unit === 'share') {
    const hundred = value * 100;
    return `${Number(hundred.toFixed(hundred !== 0 && Math.abs(hundred) < 1 ? 2 : 1)).toLocaleString('en')} %`;
  }
  return figure.unit === 'count'
    ? value.toLocaleString('en')
    : value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** A figure as the checklist shows it. */
export function shortFigure(figure: CheckFigure): string {
  return short(figure, figure.value);
}

/** The interval of a figure in words; null for one without. */
export function intervalWords(figure: CheckFigure): string | null {
  const { low, high } = figure;
  return low === null || high === null ? null : `95 % interval ${short(figure, low)} to ${short(figure, high)}`;
}

/** On how much a figure rests. */
export function restsOn({ rests }: CheckFigure): string {
  return `n = ${counted(rests, 'value')}`;
}

/** The scale on which a figure is drawn: 0 to 1 for a share, else up to the power of ten that its interval stays below. */
export function scaleOf({ unit, value, low, high }: CheckFigure): { readonly from: number; readonly to: number } {
  if (unit === 'share') {
    return { from: 0, to: 1 };
  }
  const ends = [0, value, low ?? value, high ?? value];
  const most = Math.max(...ends);
  return { from: Math.min(...ends), to: most > 0 ? 10 ** Math.ceil(Math.log10(most)) : 1 };
}

/** An end of the scale, as it is written below the bar. */
export function scaleEnd(figure: CheckFigure, value: number): string {
  return short(figure, value);
}
