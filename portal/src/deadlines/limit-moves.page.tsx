import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { civilDay } from '../shared/dates';
import { Outcomes } from '../shared/outcomes';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { effectOf } from './limit-words';
import type { Moved } from './moving-limits';
import { moveTo } from './moving-limits';
import { allOfDeadlines, limitsQuery, movesQuery } from './reading';

/** What is running keeps its limit (P32) until it is moved to another one here: which days that changes, what is chosen, and why. */
export function LimitMovesPage(): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const { id } = useParams({ from: '/signed-in/limits/$id/moves' });
  const limits = useQuery(limitsQuery);
  const moves = useQuery(movesQuery(id));
  const [outcomes, setOutcomes] = useState<readonly Moved[] | null>(null);
  const limit = limits.data?.find((one) => one.id === id);
  const error = limits.error ?? moves.error;
  return (
    <>
      <PageHead title={t('moving.title')} />
      <p>
        <Link to="/deadlines">{t('moving.toLimits')}</Link>
      </p>
      {error !== null && <Trouble error={error} retry={() => void Promise.all([limits.refetch(), moves.refetch()])} />}
      {error === null && (limits.isPending || moves.isPending) && <Waiting lines={6} />}
      <div className="cards">
        {limit !== undefined && <Facts limit={limit} />}
        {outcomes !== null && <Outcomes outcomes={outcomes} />}
        {moves.data !== undefined && <Running key={moves.dataUpdatedAt} limitId={id} moves={moves.data} onMoved={setOutcomes} />}
      </div>
    </>
  );
}

function Facts({ limit }: { limit: Schemas['LimitView'] }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const facts = {
    about: t(`limits.${limit.about}`),
    value: t(`values.${limit.unit}`, { count: limit.value }),
    effect: effectOf(limit, t),
    scope: limit.scope === '*' ? t('everybody') : limit.scope,
    source: limit.source,
  };
  return (
    <section className="card" aria-label={t('moving.limit')}>
      <dl className="facts">
        {Object.entries(facts).map(([column, value]) => (
          <div key={column}>
            <dt>{t(`columns.${column as keyof typeof facts}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface RunningProps {
  limitId: string;
  moves: readonly Schemas['MovedDeadlines'][];
  onMoved: (outcomes: readonly Moved[]) => void;
}

function Running({ limitId, moves, onMoved }: RunningProps): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const acting = useAct(moveTo, async (outcomes) => {
    onMoved(outcomes);
    await queries.invalidateQueries(allOfDeadlines);
  });
  if (moves.length === 0) {
    return <p className="card">{t('moving.none')}</p>;
  }
  return (
    <form
      className="card plain-form"
      onSubmit={(event) => (event.preventDefault(), acting.send({ limitId, chosen, reason: reason.trim() }))}
    >
      <p className="hint">{t('moving.hint')}</p>
      {moves.map((move) => (
        <Alike key={`${move.from} ${move.to}`} move={move} chosen={chosen} choose={setChosen} />
      ))}
      <label>
        {t('reason')}
        <textarea rows={2} required maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="acts">
        <Button primary type="submit" disabled={acting.isPending || chosen.length === 0}>
          {t('moving.send', { count: chosen.length })}
        </Button>
      </div>
    </form>
  );
}

interface AlikeProps {
  move: Schemas['MovedDeadlines'];
  chosen: readonly string[];
  choose: (chosen: readonly string[]) => void;
}

/** What moves from one day to another: the first of them by name, more of them once these are moved. */
function Alike({ move: { from, to, count, provisional, serials }, chosen, choose }: AlikeProps): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const others = chosen.filter((one) => !serials.includes(one));
  const isWhole = serials.every((one) => chosen.includes(one));
  return (
    <fieldset className="choices">
      <legend>
        {t('moving.alike', { from: civilDay(from), to: civilDay(to), count })}
        {provisional && t('moving.provisional')}
      </legend>
      <label>
        <input type="checkbox" checked={isWhole} onChange={() => choose(isWhole ? others : [...others, ...serials])} />
        {t('moving.all', { count: serials.length })}
      </label>
      {serials.map((serial) => (
        <label key={serial}>
          <input
            type="checkbox"
            checked={chosen.includes(serial)}
            onChange={({ target }) => choose(target.checked ? [...chosen, serial] : chosen.filter((one) => one !== serial))}
          />
          {serial}
        </label>
      ))}
      {count > serials.length && <p className="hint">{t('moving.more', { count: count - serials.length })}</p>}
    </fieldset>
  );
}
