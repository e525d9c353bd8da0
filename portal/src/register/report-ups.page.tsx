import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { bundlesQuery } from './reading';
import '../shared/office.css';

/** What is reported up, bundle by bundle: what waits, what was taken in, what came back, and when it is tried again. */
export function ReportUpsPage(): React.JSX.Element {
  const { t } = useTranslation(['registrar', 'shell']);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery(bundlesQuery);
  const lines = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('registrar:reports.title')} />
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Waiting lines={6} />}
      {data !== undefined && lines.length === 0 && <p className="card">{t('registrar:reports.none')}</p>}
      {lines.length > 0 && (
        <div className="card">
          <TableBox label={t('registrar:reports.title')}>
            <thead>
              <tr>
                {(['bundle', 'state', 'openedAt', 'waiting', 'acknowledged', 'returned', 'tried'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`registrar:reports.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ id, state, openedAt, items, attempts, nextTryAt, lastFault }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/report-ups/$id" params={{ id }}>
                      {id}
                    </Link>
                  </th>
                  <td className="short">{t(`registrar:reports.states.${state}`)}</td>
                  <td className="short">{instantOf(openedAt)}</td>
                  <td className="number">{items.waiting}</td>
                  <td className="number">{items.acknowledged}</td>
                  <td className={items.returned > 0 ? 'number office-late' : 'number'}>{items.returned}</td>
                  <td>
                    {lastFault !== null && t('registrar:reports.fault', { attempts, fault: lastFault })}{' '}
                    {nextTryAt !== null && t('registrar:reports.next', { at: instantOf(nextTryAt) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </TableBox>
        </div>
      )}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('shell:more')}</Button>}
    </>
  );
}
