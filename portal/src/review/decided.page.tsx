import { stageKinds } from '@dengke/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { OneOf } from '../shared/one-of';
import { PageHead } from '../shared/page-head';
import { StateTag } from '../shared/state-tag';
import { TableBox } from '../shared/table-box';
import { useEvery } from '../shared/use-every';
import { decidedQuery, decidedSearchOf, outcomesOf } from './decided';
import type { DecidedLine, DecidedSearch } from './decided';
import { colleaguesQuery } from './queue';
import './queue.css';

/** What one’s desk has decided, the newest first, with where it stands now; each leads to the submission. */
export function DecidedPage(): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const search = decidedSearchOf({ ...useSearch({ from: '/signed-in/review/decided' }) });
  const query = decidedQuery(search);
  const list = useInfiniteQuery(query);
  const every = useEvery();
  const deciderOf = useDeciders();
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const title = t('review:decidedList.title');
  const none = <p className="card">{t(Object.keys(search).length === 0 ? 'review:decidedList.none' : 'review:nothingFound')}</p>;
  return (
    <>
      <p className="back">
        <Link to="/review">{t('review:toQueue')}</Link>
      </p>
      <PageHead title={title}>
        <Export<DecidedLine>
          list={title}
          columns={[
            [t('review:columns.name'), ({ name }) => name ?? t('review:unnamed')],
            [t('review:columns.unit'), ({ unitName }) => unitName],
            [t('journey:serial'), ({ serial }) => serial],
            [t('review:decidedList.outcome'), ({ decision }) => t(`journey:acts.${decision}`)],
            [t('review:columns.round'), ({ decidedRound }) => decidedRound],
            [t('review:decidedList.at'), ({ decidedAt }) => instantOf(decidedAt)],
            [t('review:decidedList.by'), deciderOf],
            [t('review:decidedList.now'), ({ state }) => t(`journey:states.${state}`)],
          ]}
          lines={async () => (await every(query)).flatMap(({ items }) => items)}
        />
      </PageHead>
      <Filters search={search} />
      <Listed list={list} isEmpty={lines.length === 0} none={none}>
        <div className="card">
          <TableBox label={title} whole={false}>
            <thead>
              <tr>
                {[t('review:columns.name'), ...(['outcome', 'at', 'by', 'now'] as const).map((one) => t(`review:decidedList.${one}`))].map(
                  (heading) => (
                    <th key={heading} scope="col">
                      {heading}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line
                  key={`${line.serial} ${line.decidedAt} ${line.decidedRound} ${line.decision}`}
                  line={line}
                  decider={deciderOf(line)}
                />
              ))}
            </tbody>
          </TableBox>
        </div>
      </Listed>
    </>
  );
}

function Line({ line, decider }: { line: DecidedLine; decider: string }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { serial, name, unitName, decision, decidedAt, decidedRound, state } = line;
  return (
    <tr>
      <th scope="row">
        <Link to="/review/$serial" params={{ serial }} preload={false}>
          {name ?? t('review:unnamed')}
        </Link>
        <div className="hint">
          {unitName} · {serial}
          {decidedRound > 1 && ` · ${t('journey:round', { round: decidedRound })}`}
        </div>
      </th>
      <td className="short">{t(`journey:acts.${decision}`)}</td>
      <td className="short">{instantOf(decidedAt)}</td>
      <td className="short">{decider}</td>
      <td className="short">
        <StateTag state={state} />
      </td>
    </tr>
  );
}

/** By outcome, by days, and whose. */
function Filters({ search }: { search: DecidedSearch }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const navigate = useNavigate({ from: '/review/decided' });
  const { organisationKind } = useMe().position;
  const kind = stageKinds.find((one) => one === organisationKind);
  const change = (now: Record<string, unknown>): void => void navigate({ search: decidedSearchOf({ ...search, ...now }), replace: true });
  return (
    <section className="queue-filters" aria-label={t('review:filters')}>
      <OneOf
        label={t('review:decidedList.outcome')}
        all={['all', ...(kind === undefined ? [] : outcomesOf(kind))]}
        chosen={search.outcome ?? 'all'}
        choose={(outcome) => change({ outcome })}
        words={(one) => (one === 'all' ? t('review:only.all') : t(`journey:acts.${one}`))}
      />
      <div className="queue-narrow">
        <label>
          {t('review:decidedList.by')}
          <select value={search.mine === true ? 'mine' : ''} onChange={({ target }) => change({ mine: target.value === 'mine' })}>
            <option value="">{t('review:decidedList.wholeDesk')}</option>
            <option value="mine">{t('review:decidedList.me')}</option>
          </select>
        </label>
        {(['from', 'to'] as const).map((day) => (
          <label key={day}>
            {t(`review:decidedList.${day}`)}
            <input type="date" value={search[day] ?? ''} onChange={({ target }) => change({ [day]: target.value })} />
          </label>
        ))}
      </div>
    </section>
  );
}

/** Who decided a line, by name as far as he is still of the desk. */
function useDeciders(): (line: DecidedLine) => string {
  const { t } = useTranslation('review');
  const { person, position } = useMe();
  const colleagues = useQuery(colleaguesQuery(position.organisationId));
  const names = new Map((colleagues.data ?? []).map(({ personId, name }) => [personId, name]));
  return ({ decidedBy }) => {
    if (decidedBy === null) {
      return t('decidedList.registry');
    }
    return decidedBy === person.id ? t('decidedList.me') : (names.get(decidedBy) ?? t('colleague'));
  };
}
