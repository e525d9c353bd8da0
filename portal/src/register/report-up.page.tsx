import { reportItemStates } from '@dengke/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { instantOf } from '../shared/dates';
import { OneOf } from '../shared/one-of';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { bundleQuery } from './reading';
import { useRegistrarAct } from './use-registrar-act';

type Item = Schemas['BundleItemLine'];

/** One bundle: each item with its answer; what came back is mended and reported again; the bundle is sent, or asked for, at once. */
export function ReportUpPage(): React.JSX.Element {
  const { t } = useTranslation('reports');
  const { id } = useParams({ from: '/signed-in/report-ups/$id' });
  const query = useQuery(bundleQuery(id));
  const retrying = useRegistrarAct((_: void, key) =>
    answerOf(api.POST('/report-ups/{id}/retry', { ...keyed(key), params: { path: { id } } })),
  );
  return (
    <Answered query={query} lines={8}>
      {(bundle) => (
        <>
          <PageHead title={t('one', { id })}>
            {(bundle.state === 'sealed' || bundle.state === 'sent') && (
              <Button disabled={retrying.isPending} onClick={() => retrying.send()}>
                {t('retry')}
              </Button>
            )}
          </PageHead>
          <p>
            <Link to="/report-ups">{t('toList')}</Link>
          </p>
          {retrying.error !== null && <Trouble error={retrying.error} />}
          <div className="cards">
            <section className="card" aria-labelledby="standing">
              <h2 id="standing">{t(`states.${bundle.state}`)}</h2>
              {bundle.lastFault !== null && <p>{t('fault', { attempts: bundle.attempts, fault: bundle.lastFault })}</p>}
              {bundle.nextTryAt !== null && <p>{t('next', { at: instantOf(bundle.nextTryAt) })}</p>}
              {bundle.sha256 !== null && (
                <p className="hint as-said">
                  {t('digest', { digest: bundle.sha256 })}{' '}
                  <a href={`/api/v1/report-ups/${id}/file`} download>
                    {t('file')}
                  </a>
                </p>
              )}
            </section>
            <section className="card" aria-labelledby="items">
              <h2 id="items">{t('items')}</h2>
              <Items items={bundle.lines} />
            </section>
          </div>
        </>
      )}
    </Answered>
  );
}

function Items({ items }: { items: readonly Item[] }): React.JSX.Element {
  const { t } = useTranslation('reports');
  const [only, setOnly] = useState<Item['state'] | 'all'>('all');
  const shown = items.filter(({ state }) => only === 'all' || state === only);
  return (
    <>
      <OneOf
        label={t('filter')}
        all={['all', ...reportItemStates]}
        chosen={only}
        choose={setOnly}
        words={(state) => t(state === 'all' ? 'all' : `itemStates.${state}`)}
      />
      <TableBox label={t('items')}>
        <thead>
          <tr>
            {(['number', 'kind', 'itemState', 'answeredAt', 'receipt', 'reason'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                <Link to="/registered/$serial" params={{ serial: item.serial }}>
                  {item.registrationNumber}
                </Link>
              </th>
              <td className="short">{t(`kinds.${item.kind}`)}</td>
              <td className="short">{t(`itemStates.${item.state}`)}</td>
              <td className="short">{item.answeredAt === null ? '' : instantOf(item.answeredAt)}</td>
              <td>{item.receipt ?? ''}</td>
              <td>
                {item.reason ?? ''}
                {item.state === 'returned' && <Again item={item} />}
              </td>
            </tr>
          ))}
        </tbody>
      </TableBox>
    </>
  );
}

/** What came back goes up once more. */
function Again({ item: { serial, kind, registrationNumber } }: { item: Item }): React.JSX.Element {
  const { t } = useTranslation('reports');
  const acting = useRegistrarAct((_: void, key) => {
    const sent = { ...keyed(key), params: { path: { serial } }, body: {} };
    return kind === 'registration'
      ? answerOf(api.POST('/submissions/{serial}/report-again', sent))
      : answerOf(api.POST('/submissions/{serial}/report-change', sent));
  });
  return (
    <div>
      <Button small disabled={acting.isPending} onClick={() => acting.send()}>
        {t('again')}
        <span className="only-heard">：{registrationNumber}</span>
      </Button>
      {acting.error !== null && <Trouble error={acting.error} />}
    </div>
  );
}
