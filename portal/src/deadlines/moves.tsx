import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { civilDay } from '../shared/dates';
import { TableBox } from '../shared/table-box';

/** Which open deadlines would move, from which day to which. */
export function Moves({ moves, moved }: { moves: readonly Schemas['MovedDeadlines'][]; moved: number }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  return (
    <div className="whole" role="status">
      <p>
        <strong>{t('moved', { count: moved })}</strong>
      </p>
      {moves.length > 0 && (
        <TableBox label={t('moves')}>
          <thead>
            <tr>
              {(['about', 'from', 'to', 'count'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {moves.map(({ about, from, to, count }) => (
              <tr key={`${about} ${from} ${to}`}>
                <th scope="row">{t(`limits.${about}`)}</th>
                <td className="short">{civilDay(from)}</td>
                <td className="short">{civilDay(to)}</td>
                <td className="number">{count}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
    </div>
  );
}
