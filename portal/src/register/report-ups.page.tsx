import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { useEvery } from '../shared/use-every';
import { bundlesQuery } from './reading';

/** What is reported up, bundle by bundle: what waits, what was taken in, what came back, and when it is tried again. */
export function ReportUpsPage(): React.JSX.Element {
  const { t } = useTranslation('reports');
  const list = useInfiniteQuery(bundlesQuery);
  const every = useEvery();
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead title={t('title')}>
        <Export<Schemas['BundleLine']>
          list={t('title')}
          columns={[
            [t('columns.bundle'), ({ id }) => id],
            [t('columns.state'), ({ state }) => t(`states.${state}`)],
            [t('columns.openedAt'), ({ openedAt }) => instantOf(openedAt)],
            [t('columns.waiting'), ({ items }) => items.waiting],
            [t('columns.acknowledged'), ({ items }) => items.acknowledged],
            [t('columns.returned'), ({ items }) => items.returned],
            [t('columns.withheld'), ({ items }) => items.withheld ?? 0],
            [t('columns.tried'), (line) => triedOf(line, t)],
          ]}
          lines={async () => (await every(bundlesQuery)).flatMap(({ items }) => items)}
        />
      </PageHead>
      <Listed list={list} isEmpty={lines.length === 0} none={<p className="card">{t('none')}</p>}>
        <div className="card">
          <TableBox label={t('title')} whole={false}>
            <thead>
              <tr>
                {(['bundle', 'state', 'openedAt', 'waiting', 'acknowledged', 'returned', 'withheld', 'tried'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map(({ id, state, openedAt, items, ...tries }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/report-ups/$id" params={{ id }}>
                      {id}
                    </Link>
                  </th>
                  <td className="short">{t(`states.${state}`)}</td>
                  <td className="short">{instantOf(openedAt)}</td>
                  <td className="number">{items.waiting}</td>
                  <td className="number">{items.acknowledged}</td>
                  <td className={items.returned > 0 ? 'number office-late' : 'number'}>{items.returned}</td>
                  <td className="number">{items.withheld ?? 0}</td>
                  <td>{triedOf(tries, t)}</td>
                </tr>
              ))}
            </tbody>
          </TableBox>
        </div>
      </Listed>
    </>
  );
}

type Tries = Pick<Schemas['BundleLine'], 'attempts' | 'nextTryAt' | 'lastFault'>;

const triedOf = ({ attempts, nextTryAt, lastFault }: Tries, t: TFunction<'reports'>): string =>
  [
    lastFault === null ? '' : t('fault', { attempts, fault: lastFault }),
    nextTryAt === null ? '' : t('next', { at: instantOf(nextTryAt) }),
  ].join(' ');
