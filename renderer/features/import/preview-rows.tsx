import type { ReactNode } from 'react';
import { labelOf } from '#shared/packs/field-types.ts';
import { displayHeaders } from '#shared/parse/header-names.ts';
import type { PreviewedTable } from '../../platform/sample-worker.ts';
import { CellText, PreviewText } from './preview-cell.tsx';
import classes from './wizard.module.css';

/** The first rows of one table, with the type that each column seems to hold. */
export function PreviewRows({
  table,
  isClear,
}: {
  readonly table: PreviewedTable;
  readonly isClear: boolean;
}): ReactNode {
  const names = displayHeaders(table.columns.map(({ header }) => header.text));
  return (
    <table className={classes['table']} aria-label={`First rows${table.name === '' ? '' : ` of ${table.name}`}`}>
      <thead>
        <tr>
          <th className={classes['number']}>Row</th>
          {table.columns.map(({ header, fieldType }, column) => (
            <th key={names[column]} title={names[column]}>
              {header.masked ? <PreviewText text={header} isClear={isClear} /> : names[column]}
              <span className={classes['kind']}>{labelOf(fieldType)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ row, cells }) => (
          <tr key={row}>
            <td className={classes['number']}>{(row + 1).toLocaleString('en')}</td>
            {cells.map((cell, column) => (
              <td key={names[column]}>
                <CellText cell={cell} isClear={isClear} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
