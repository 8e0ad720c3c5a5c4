import type { ReactNode } from 'react';
import type { MaskedCell, PreviewCell } from '../../platform/sample-worker.ts';
import { MaskedValue, NullValue } from '../../ui/masked-value/masked-value.tsx';

/** A text of a preview, masked or in clear. */
export function PreviewText({ text, isClear }: { readonly text: MaskedCell; readonly isClear: boolean }): ReactNode {
  return text.text === '' ? null : (
    <MaskedValue text={text.text} disclosure={isClear ? 'revealed' : text.masked ? 'masked' : 'ordinary'} />
  );
}

/** A cell of a preview. One without a value looks different from an empty one. */
export function CellText({ cell, isClear }: { readonly cell: PreviewCell; readonly isClear: boolean }): ReactNode {
  return cell === null ? <NullValue /> : <PreviewText text={cell} isClear={isClear} />;
}
