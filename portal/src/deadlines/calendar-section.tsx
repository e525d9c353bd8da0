import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { civilDay } from '../shared/dates';
import { Export } from '../shared/export';
import { Trouble } from '../shared/trouble';
import { daysIn } from './days-in';
import { Moves } from './moves';
import { allOfDeadlines, calendarQuery } from './reading';

type Calendar = Schemas['CalendarView'];
/** A year that every edition covers; from it the horizon is learnt. */
const anyYear = 2026;

/** Days off and make-up days of a year; a year's arrangement is loaded after a look at which deadlines it moves. */
export function CalendarSection({ loads }: { loads: boolean }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const edition = useQuery(calendarQuery(anyYear));
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? Number(edition.data?.coveredTo.slice(0, 4) ?? anyYear);
  const { data, error, refetch } = useQuery(calendarQuery(year));
  return (
    <section className="card" aria-labelledby="calendar">
      <h2 id="calendar">{t('calendar', { year })}</h2>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      {data !== undefined && (
        <p className="hint">{t('edition', { version: data.version, from: civilDay(data.coveredFrom), to: civilDay(data.coveredTo) })}</p>
      )}
      <div className="acts">
        <Button onClick={() => setChosen(year - 1)}>{t('yearBefore')}</Button>
        <Button onClick={() => setChosen(year + 1)}>{t('yearAfter')}</Button>
      </div>
      {data !== undefined && (data.days.length === 0 ? <p>{t('noDays', { year })}</p> : <Days days={data.days} />)}
      {data !== undefined && (
        <Export
          list={t('calendar', { year })}
          columns={[
            [t('columns.day'), ({ date }) => date],
            [t('columns.dayKind'), ({ kind }) => t(`dayKinds.${kind}`)],
            [t('columns.occasion'), ({ name }) => name],
            [t('columns.source'), ({ sourceNotice }) => sourceNotice],
          ]}
          lines={() => data.days}
        />
      )}
      {loads && data !== undefined && <LoadForm key={`${year} ${data.version}`} year={year} calendar={data} />}
    </section>
  );
}

function Days({ days }: { days: Calendar['days'] }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const months = [...new Set(days.map(({ date }) => date.slice(0, 7)))];
  return (
    <ul className="months">
      {months.map((month) => (
        <li key={month}>
          <h3>{month}</h3>
          <ul>
            {days
              .filter(({ date }) => date.startsWith(month))
              .map(({ date, kind, name }) => (
                <li key={date} className={kind}>
                  {Number(date.slice(8))} {t(`dayKinds.${kind}`)} · {name}
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** The days of a year as lines, as the notice of the State Council lists them. */
function LoadForm({ year, calendar }: { year: number; calendar: Calendar }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const queries = useQueryClient();
  const lines = calendar.days.map(({ date, kind, name }) => `${date} ${kind === 'off' ? '休' : '班'} ${name}`).join('\n');
  const [text, setText] = useState(lines);
  const [sourceNotice, setSource] = useState(calendar.days[0]?.sourceNotice ?? '');
  const [preview, setPreview] = useState<Schemas['CalendarPreview'] | null>(null);
  const { days, faulty } = daysIn(text);
  const last = `${year}-12-31`;
  const coveredTo = last > calendar.coveredTo ? last : calendar.coveredTo;
  const body = { seenVersion: calendar.version, coveredTo, sourceNotice, days };
  const previewing = useAct(() => answerOf(api.POST('/calendar/previews', { body })), setPreview);
  const acting = useAct(
    (_: void, key) => answerOf(api.POST('/calendar/editions', { ...keyed(key), body })),
    () => queries.invalidateQueries(allOfDeadlines),
  );
  return (
    <form className="plain-form ask" onChange={() => setPreview(null)} onSubmit={(event) => (event.preventDefault(), previewing.send())}>
      <h3>{t('load', { year })}</h3>
      <label>
        {t('loadLines')}
        <textarea rows={8} required value={text} onChange={({ target }) => setText(target.value)} />
        <span className="hint">{t('loadHint')}</span>
      </label>
      {faulty.length > 0 && (
        <p className="trouble" role="alert">
          {t('faultyLines', { lines: faulty.join('、') })}
        </p>
      )}
      <label>
        {t('sourceNotice')}
        <input required maxLength={200} value={sourceNotice} onChange={({ target }) => setSource(target.value)} />
      </label>
      {previewing.error !== null && <Trouble error={previewing.error} />}
      {preview !== null && <Moves moves={preview.moves} moved={preview.moved} />}
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="acts">
        <Button type="submit" disabled={previewing.isPending || faulty.length > 0 || days.length === 0}>
          {t('preview')}
        </Button>
        {preview !== null && (
          <Button primary disabled={acting.isPending} onClick={() => acting.send()}>
            {t('loadIt', { version: preview.version })}
          </Button>
        )}
      </div>
    </form>
  );
}
