import { useTranslation } from '../messages/use-translation';
import { TableBox } from './table-box';

export interface RowFault {
  row: number;
  /** What the column is called. */
  column: string;
  words: string;
  severity: 'error' | 'warning';
}

interface Props {
  /** How many were read, of what `counts` says. */
  rows: number;
  counts?: 'report' | 'answered';
  faults: readonly RowFault[];
}

/** What a sheet that somebody hands in says, row by row: errors keep all of it out, warnings do not. */
export function RowReport({ rows, counts = 'report', faults }: Props): React.JSX.Element {
  const { t } = useTranslation('forms');
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  return (
    <div role="status">
      <p className={errors === 0 ? 'well' : 'trouble'}>{t(`imports.${counts}`, { rows, errors, warnings: faults.length - errors })}</p>
      {faults.length > 0 && (
        <TableBox label={t('imports.faults')}>
          <thead>
            <tr>
              <th scope="col">{t('imports.row')}</th>
              <th scope="col">{t('imports.field')}</th>
              <th scope="col">{t('imports.what')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ row, column, words, severity }) => (
              <tr key={`${row} ${column} ${words}`}>
                <td className="short">{row}</td>
                <td>{column}</td>
                <td className="prose">
                  {words}
                  {severity === 'warning' && <span className="tag mend">{t('imports.warning')}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
    </div>
  );
}
