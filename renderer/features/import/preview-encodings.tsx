import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Encoding } from '#shared/domain/dialect.ts';
import { encodingLabels } from '#shared/parse/describe-dialect.ts';
import type { PreviewedEncodings } from '../../platform/sample-worker.ts';
import { PreviewText } from './preview-cell.tsx';
import classes from './wizard.module.css';

type PreviewEncodingsProps = {
  readonly encodings: PreviewedEncodings;
  readonly chosen: Encoding;
  readonly isClear: boolean;
  readonly choose: (encoding: Encoding) => void;
};

/** The lines that tell most, in each encoding that may be the right one. Pressing a column's head chooses it. */
export function PreviewEncodings({ encodings, chosen, isClear, choose }: PreviewEncodingsProps): ReactNode {
  const { lines, readings } = encodings;
  return (
    <table className={classes['table']} aria-label="Encodings side by side">
      <thead>
        <tr>
          <th className={classes['number']}>Line</th>
          {readings.map(({ encoding }) => (
            <th key={encoding}>
              <UnstyledButton
                className={classes['choose'] ?? ''}
                aria-pressed={encoding === chosen}
                onClick={() => choose(encoding)}
              >
                {encodingLabels[encoding]}
                <span className={classes['kind']}>{encoding === chosen ? 'chosen' : 'press to choose'}</span>
              </UnstyledButton>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, at) => (
          <tr key={line}>
            <td className={classes['number']}>{line.toLocaleString('en')}</td>
            {readings.map(({ encoding, texts }) => (
              <td key={encoding} className={classes['wrap']}>
                <PreviewText text={texts[at] ?? { text: '', masked: false }} isClear={isClear} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
