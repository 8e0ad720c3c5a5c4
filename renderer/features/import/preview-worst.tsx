import type { ReactNode } from 'react';
import { explainReason } from '#shared/parse/explain-reason.ts';
import { displayHeaders } from '#shared/parse/header-names.ts';
import type { FilePreview, PreviewedWorst, PreviewRejected } from '../../platform/sample-worker.ts';
import { CellText, PreviewText } from './preview-cell.tsx';
import classes from './wizard.module.css';

type Faulty = Extract<PreviewedWorst, { kind: 'row' }>;

const faultWords: Readonly<Record<Faulty['faults'][number]['fault'], string>> = {
  replacement: 'holds characters that could not be decoded',
  mojibake: 'shows signs of a wrong encoding',
  control: 'holds control characters',
  'unusual-shape': 'is unlike the rest of its column',
  'unusual-length': 'is far longer than the rest of its column',
};

/** What the columns of a record's table are called, each different. */
function namesOf({ table, cells }: Faulty, { tables }: FilePreview): readonly string[] {
  const headers = tables.find(({ name }) => name === table)?.columns.map(({ header }) => header.text);
  return displayHeaders(headers ?? cells.map(() => ''));
}

type FaultyRecordProps = { readonly record: Faulty; readonly names: readonly string[]; readonly isClear: boolean };

function FaultyRecord({ record, names, isClear }: FaultyRecordProps): ReactNode {
  const { table, row, cells, faults } = record;
  const faulty = new Set(faults.map(({ column }) => column));
  return (
    <tr>
      <td>
        {table} row {(row + 1).toLocaleString('en')}
      </td>
      <td className={classes['words']}>
        {faults.map(({ column, fault }) => `“${names[column] ?? column + 1}” ${faultWords[fault]}`).join('; ')}
      </td>
      <td className={classes['wrap']}>
        {cells.map((cell, column) => (
          <span key={names[column]}>
            {column > 0 && <span className={classes['bar']}>│</span>}
            <span className={faulty.has(column) ? classes['fault'] : undefined}>
              <CellText cell={cell} isClear={isClear} />
            </span>
          </span>
        ))}
      </td>
    </tr>
  );
}

function RecordTable({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <table className={classes['table']} aria-label={label}>
      <thead>
        <tr>
          <th>Where</th>
          <th>What is wrong</th>
          <th>As read</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

function RejectedLine({ record, isClear }: { readonly record: PreviewRejected; readonly isClear: boolean }): ReactNode {
  return (
    <tr>
      <td>line {record.line.toLocaleString('en')}</td>
      <td className={classes['words']}>rejected: {explainReason(record.reason).what}</td>
      <td className={classes['wrap']}>
        <PreviewText text={record.text} isClear={isClear} />
      </td>
    </tr>
  );
}

type RecordsProps = { readonly preview: FilePreview; readonly isClear: boolean };

/** The records that look worst as the file is read now. */
export function PreviewWorst({ preview, isClear }: RecordsProps): ReactNode {
  return (
    <RecordTable label="Worst rows">
      {preview.worst.map((record) =>
        record.kind === 'rejected' ? (
          <RejectedLine key={`${record.line} ${record.reason}`} record={record} isClear={isClear} />
        ) : (
          <FaultyRecord
            key={`${record.table} ${record.row}`}
            record={record}
            names={namesOf(record, preview)}
            isClear={isClear}
          />
        ),
      )}
    </RecordTable>
  );
}

/** The first records that would be rejected. */
export function PreviewRejectedRecords({ preview, isClear }: RecordsProps): ReactNode {
  return (
    <RecordTable label="Rejected records">
      {preview.rejected.first.map((record) => (
        <RejectedLine key={`${record.line} ${record.reason}`} record={record} isClear={isClear} />
      ))}
    </RecordTable>
  );
}
