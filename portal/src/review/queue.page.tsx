import { stageKinds, stageRules } from '@dengke/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { Export } from '../shared/export';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { useEvery } from '../shared/use-every';
import { Waiting } from '../shared/waiting';
import { ManyPanel } from './many-panel';
import { QueueFilters } from './queue-filters';
import { QueueList } from './queue-list';
import { queueSearchOf } from './queue-search';
import { queueCountsQuery, queueQuery } from './queue';
import { useQueueColumns } from './queue-columns';
import type { QueueLine } from './queue';
import './queue.css';

/** Of so many at once a bulk act takes. */
const most = 50;

/** What waits at one's desk, what is due first on top: to be found, worked through with the keyboard alone, and decided in bulk. */
export function QueuePage(): React.JSX.Element {
  const { t } = useTranslation('review');
  const { position } = useMe();
  const search = queueSearchOf({ ...useSearch({ from: '/signed-in/review' }) });
  const navigate = useNavigate({ from: '/review' });
  const lines = useInfiniteQuery(queueQuery(search));
  const counts = useQuery(queueCountsQuery(search));
  const every = useEvery();
  const columns = useQueueColumns();
  const [chosen, setChosen] = useState<ReadonlyMap<string, QueueLine>>(new Map());
  const rows = useMemo(() => lines.data?.pages.flatMap(({ items }) => items) ?? [], [lines.data]);
  const toggle = useCallback(
    (line: QueueLine): void =>
      setChosen((before) => {
        const now = new Map(before);
        if (!now.delete(line.serial) && now.size < most) {
          now.set(line.serial, line);
        }
        return now;
      }),
    [],
  );
  const kind = stageKinds.find((one) => one === position.organisationKind);
  const title = t(kind === 'unit' ? 'releaseQueue' : 'queue');
  return (
    <>
      <PageHead title={title}>
        <Link to="/review/decided" className="plain-button quiet">
          {t('decidedList.title')}
        </Link>
        <Export list={title} columns={columns} lines={async () => (await every(queueQuery(search))).flatMap(({ items }) => items)} />
      </PageHead>
      <QueueFilters search={search} counts={counts.data} change={(now) => void navigate({ search: now, replace: true })} />
      {lines.error !== null && <Trouble error={lines.error} retry={() => void lines.refetch()} />}
      {lines.isPending && <Waiting lines={8} />}
      {chosen.size > 0 && kind !== undefined && (
        <ManyPanel lines={[...chosen.values()]} most={most} decides={stageRules[kind].decides} onDone={() => setChosen(new Map())} />
      )}
      {lines.isSuccess && rows.length === 0 && (
        <p className="card">{t(Object.keys(search).length === 0 ? 'nothingWaits' : 'nothingFound')}</p>
      )}
      {rows.length > 0 && (
        <QueueList
          rows={rows}
          total={counts.data?.[search.view ?? 'all'] ?? rows.length}
          chosen={chosen}
          toggle={toggle}
          more={() => !lines.isFetchingNextPage && lines.hasNextPage && void lines.fetchNextPage()}
        />
      )}
      <details className="hint queue-keys">
        <summary>{t('keys')}</summary>
        <ul>
          {(['keyMove', 'keyOpen', 'keyChoose', 'keyEnds', 'keySearch'] as const).map((key) => (
            <li key={key}>{t(key)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}
