import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { EarlierCutOffs, cutOffsOf } from './earlier-cut-offs';
import type { EarlierRow } from './earlier-cut-offs';
import { allOfWindows, calendarQuery, windowsQuery } from './reading';
import { dates, drafted, emptyDraft, templates } from './templates';
import type { Draft, Template } from './templates';

/** A year that every edition of the calendar covers; from it the horizon is learnt. */
const anyYear = 2026;

/** A window from a template, its dates as they shall be; announced, everybody may read it. */
export function AnnouncePage(): React.JSX.Element {
  const { t } = useTranslation('window');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const windows = useQuery(windowsQuery);
  const [chosen, setYear] = useState<number | null>(null);
  const announced = useQuery(calendarQuery(anyYear));
  /** Windows are announced for the year whose days off are. */
  const year = chosen ?? Number(announced.data?.coveredTo.slice(0, 4) ?? anyYear);
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(anyYear));
  const [earlier, setEarlier] = useState<readonly EarlierRow[]>([]);
  const [ofYear, ofNext] = [useQuery(calendarQuery(year)), useQuery(calendarQuery(year + 1))];
  const special = new Map([...(ofYear.data?.days ?? []), ...(ofNext.data?.days ?? [])].map(({ date, kind }) => [date, kind]));
  const begin = (template: Template): void => {
    setDraft(drafted(template, year, special, windows.data?.[0]));
    setEarlier([]);
  };
  const acting = useAct(
    (body: Draft, key) => answerOf(api.POST('/windows', { ...keyed(key), body: { ...body, earlierCutOffs: cutOffsOf(earlier) } })),
    async ({ id }) => {
      await queries.invalidateQueries(allOfWindows);
      await navigate({ to: '/desk/windows/$id', params: { id } });
    },
  );
  return (
    <>
      <PageHead title={t('announce')} />
      <div className="cards">
        <section className="card plain-form" aria-labelledby="template">
          <h2 id="template">{t('template')}</h2>
          <p className="hint">{t('templateHint')}</p>
          <label>
            {t('year')}
            <input type="number" min={2000} max={2100} value={year} onChange={({ target }) => setYear(Number(target.value))} />
          </label>
          <div className="acts">
            {templates.map((one) => (
              <Button key={one} disabled={one === 'again' && windows.data?.[0] === undefined} onClick={() => begin(one)}>
                {t(`templates.${one}`)}
              </Button>
            ))}
          </div>
        </section>
        <form className="card plain-form office-form" onSubmit={(event) => (event.preventDefault(), acting.send(draft))}>
          <DraftFields draft={draft} change={setDraft} />
          <EarlierCutOffs rows={earlier} latest={draft.cutOffOn} change={setEarlier} />
          {acting.error !== null && <Trouble error={acting.error} />}
          <div className="acts">
            <Button primary type="submit" disabled={acting.isPending}>
              {t('announceIt')}
            </Button>
          </div>
        </form>
      </div>
    </>
  );
}

function DraftFields({ draft, change }: { draft: Draft; change: (draft: Draft) => void }): React.JSX.Element {
  const { t } = useTranslation('window');
  const set = (part: Partial<Draft>): void => change({ ...draft, ...part });
  return (
    <>
      <label>
        {t('name')}
        <input required maxLength={80} value={draft.name} onChange={({ target }) => set({ name: target.value })} />
      </label>
      <label>
        {t('id')}
        <input required pattern="[a-z0-9][a-z0-9\-]{2,39}" value={draft.id} onChange={({ target }) => set({ id: target.value })} />
        <span className="hint">{t('idHint')}</span>
      </label>
      <label>
        {t('registrationYear')}
        <input
          type="number"
          required
          min={2000}
          max={2100}
          value={draft.registrationYear}
          onChange={({ target }) => set({ registrationYear: Number(target.value) })}
        />
      </label>
      {dates.map((date) => (
        <label key={date}>
          {t(`dates.${date}`)}
          <input type="date" required value={draft[date]} onChange={({ target }) => set({ [date]: target.value })} />
        </label>
      ))}
    </>
  );
}
