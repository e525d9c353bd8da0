import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { effectOf, isMovedTo } from './limit-words';
import { Moves } from './moves';
import { allOfDeadlines, limitsQuery } from './reading';

type Limit = Schemas['LimitView'];

/** Every limit with its days of effect and its source; another one from a day on, after a look at what it would move. */
export function LimitsSection({ sets }: { sets: boolean }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const { data, error, refetch } = useQuery(limitsQuery);
  return (
    <section className="card" aria-labelledby="limits">
      <h2 id="limits">{t('limitsTitle')}</h2>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data !== undefined && (
        <TableBox label={t('limitsTitle')}>
          <thead>
            <tr>
              {(['about', 'value', 'effect', 'scope', 'source'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.map((limit) => (
              <tr key={limit.id}>
                <th scope="row">{t(`limits.${limit.about}`)}</th>
                <td className="short">{t(`values.${limit.unit}`, { count: limit.value })}</td>
                <td>{effectOf(limit, t)}</td>
                <td>{limit.scope === '*' ? t('everybody') : limit.scope}</td>
                <td className="prose">
                  {limit.source}
                  {sets && isMovedTo(limit) && (
                    <div>
                      <Link to="/limits/$id/moves" params={{ id: limit.id }}>
                        {t('moving.open')}
                        <span className="only-heard">：{t(`limits.${limit.about}`)}</span>
                      </Link>
                    </div>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
      {sets && data !== undefined && <LimitForm limits={data} />}
    </section>
  );
}

function LimitForm({ limits }: { limits: readonly Limit[] }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const queries = useQueryClient();
  const abouts = [...new Set(limits.map(({ about }) => about))];
  const [limit, set] = useState<Schemas['SetLimitDto']>({
    ...{ about: abouts[0] ?? 'unit', scope: '*', value: 5, unit: 'workdays', effectiveFrom: '', source: '' },
  });
  const [preview, setPreview] = useState<Schemas['LimitPreview'] | null>(null);
  const change = (part: Partial<typeof limit>): void => (set({ ...limit, ...part }), setPreview(null));
  const previewing = useAct(() => answerOf(api.POST('/limits/preview', { body: limit })), setPreview);
  const acting = useAct(
    (_: void, key) => answerOf(api.POST('/limits', { ...keyed(key), body: limit })),
    async () => {
      setPreview(null);
      await queries.invalidateQueries(allOfDeadlines);
    },
  );
  return (
    <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), previewing.send())}>
      <h3 className="whole">{t('setLimit')}</h3>
      <label>
        {t('columns.about')}
        <select value={limit.about} onChange={({ target }) => change({ about: abouts.find((one) => one === target.value) ?? limit.about })}>
          {abouts.map((about) => (
            <option key={about} value={about}>
              {t(`limits.${about}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('columns.value')}
        <input
          type="number"
          required
          min={0}
          max={366}
          value={limit.value}
          onChange={({ target }) => change({ value: Number(target.value) })}
        />
      </label>
      <label>
        {t('unit')}
        <select value={limit.unit} onChange={({ target }) => change({ unit: target.value === 'days' ? 'days' : 'workdays' })}>
          <option value="workdays">{t('units.workdays')}</option>
          <option value="days">{t('units.days')}</option>
        </select>
      </label>
      <label>
        {t('effectiveFrom')}
        <input type="date" required value={limit.effectiveFrom} onChange={({ target }) => change({ effectiveFrom: target.value })} />
      </label>
      <label className="whole">
        {t('columns.source')}
        <input required maxLength={200} value={limit.source} onChange={({ target }) => change({ source: target.value })} />
      </label>
      {previewing.error !== null && <Trouble error={previewing.error} />}
      {preview !== null && <Moves moves={preview.moves} moved={preview.moved} />}
      {preview !== null && <p className="hint whole">{t('limitHint')}</p>}
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="acts">
        <Button type="submit" disabled={previewing.isPending}>
          {t('preview')}
        </Button>
        {preview !== null && (
          <Button primary disabled={acting.isPending} onClick={() => acting.send()}>
            {t('setIt')}
          </Button>
        )}
      </div>
    </form>
  );
}
