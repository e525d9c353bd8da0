import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../shared/dates';
import { Listed } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { bundlesQuery } from './reading';

/** What is reported up, bundle by bundle: what waits, what was taken in, what came back, and when it is tried again. */
export function ReportUpsPage(): React.JSX.Element {
  const { t } = useTranslation('registrar');
  const list = useInfiniteQuery(bundlesQuery);
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('reports.title')} />
      <Listed list={list} isEmpty={lines.length === 0} none={<p className="card">{t('reports.none')}</p>}>
        <div className="card">
          <TableBox label={t('reports.title')}>
            <thead>
              <tr>
                {(['bundle', 'state', 'openedAt', 'waiting', 'acknowledged', 'returned', 'tried'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`reports.columns.${column}`)}
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
                  <td className="short">{t(`reports.states.${state}`)}</td>
                  <td className="short">{instantOf(openedAt)}</td>
                  <td className="number">{items.waiting}</td>
                  <td className="number">{items.acknowledged}</td>
                  <td className={items.returned > 0 ? 'number office-late' : 'number'}>{items.returned}</td>
                  <td>
                    {lastFault !== null && t('reports.fault', { attempts, fault: lastFault })}{' '}
                    {nextTryAt !== null && t('reports.next', { at: instantOf(nextTryAt) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </TableBox>
        </div>
      </Listed>
    </>
  );
}
