import type { ReactNode } from 'react';
import type { MaskedCell, PreviewCell } from '../../platform/sample-worker.ts';
import { MaskedValue } from '../../ui/masked-value/masked-value.tsx';
import classes from './wizard.module.css';

/** A text of a preview, masked or in clear. */
export function PreviewText({ text, isClear }: { readonly text: MaskedCell; readonly isClear: boolean }): ReactNode {
  return text.text === '' ? null : (
    <MaskedValue text={text.text} disclosure={isClear ? 'revealed' : text.masked ? 'masked' : 'ordinary'} />
  );
}

/** A cell of a preview. One without a value looks different from an empty one. */
export function CellText({ cell, isClear }: { readonly cell: PreviewCell; readonly isClear: boolean }): ReactNode {
  return cell === null ? <span className={classes['null']}>null</span> : <PreviewText text={cell} isClear={isClear} />;
}
