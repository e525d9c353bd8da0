import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { dayOf, lastDayOf } from '../shared/dates';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { Refusal } from '../shared/refusal';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { useEvery } from '../shared/use-every';
import { allOfDeadlines, lateQuery } from './reading';

type Line = Schemas['SubmissionLine'];

/** What is late, wherever it waits: since when the next desk knows, and what is one’s own to do: urge, or give more time. */
export function LateSection(): React.JSX.Element {
  const { t } = useTranslation(['deadlines', 'journey']);
  const list = useInfiniteQuery(lateQuery);
  const every = useEvery();
  const [extended, setExtended] = useState<string | null>(null);
  const whereOf = ({ deskName, state }: Line): string => deskName ?? t(`journey:states.${state}`);
  const dueOf = ({ dueAt }: Line): string => (dueAt === null ? '' : lastDayOf(dueAt));
  const escalatedOf = ({ escalatedAt }: Line): string => (escalatedAt === null ? t('deadlines:notYet') : dayOf(escalatedAt));
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="late">
      <h2 id="late">{t('deadlines:late')}</h2>
      <Listed list={list} isEmpty={lines.length === 0} none={<p>{t('deadlines:nothingLate')}</p>}>
        <TableBox label={t('deadlines:late')} whole={false}>
          <thead>
            <tr>
              {(['achievement', 'where', 'due', 'escalated', 'acts'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`deadlines:columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.serial}>
                <th scope="row">
                  <Link to="/review/$serial" params={{ serial: line.serial }} preload={false}>
                    {line.name ?? line.serial}
                  </Link>
                  <div className="hint">
                    {line.serial} · {line.unitName}
                  </div>
                </th>
                <td>{whereOf(line)}</td>
                <td className="short">{dueOf(line)}</td>
                <td className="short">{escalatedOf(line)}</td>
                <td>
                  <div className="acts">
                    {line.permitted?.includes('urge') === true && <Urge line={line} />}
                    {line.permitted?.includes('extend') === true && (
                      <Button small aria-expanded={extended === line.serial} onClick={() => setExtended(line.serial)}>
                        {t('deadlines:extend')}
                        <span className="only-heard">：{line.name}</span>
                      </Button>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </TableBox>
        <Export<Line>
          list={t('deadlines:late')}
          columns={[
            [t('deadlines:serial'), ({ serial }) => serial],
            [t('deadlines:columns.achievement'), ({ name }) => name],
            [t('deadlines:columns.unit'), ({ unitName }) => unitName],
            [t('deadlines:columns.where'), whereOf],
            [t('deadlines:columns.due'), dueOf],
            [t('deadlines:columns.escalated'), escalatedOf],
          ]}
          lines={async () => (await every(lateQuery)).flatMap(({ items }) => items)}
        />
      </Listed>
      <ExtendForm key={extended ?? ''} serial={extended ?? ''} />
    </section>
  );
}

function Urge({ line: { serial, name, stage, round } }: { line: Line }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const [isUrged, setUrged] = useState(false);
  const acting = useAct(
    (_: void, key) =>
      answerOf(api.POST('/submissions/{serial}/urge', { ...keyed(key), params: { path: { serial } }, body: { seen: { stage, round } } })),
    () => setUrged(true),
  );
  return (
    <>
      <Button small disabled={isUrged || acting.isPending} onClick={() => acting.send()}>
        {t(isUrged ? 'urged' : 'urge')}
        <span className="only-heard">：{name}</span>
      </Button>
      {acting.error !== null && <Trouble error={acting.error} />}
    </>
  );
}

/** More days for whoever is waited for; who was late is late no more. */
function ExtendForm({ serial: chosen }: { serial: string }): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const queries = useQueryClient();
  const [{ serial, days, reason }, set] = useState({ serial: chosen, days: 3, reason: '' });
  const [done, setDone] = useState<string | null>(null);
  const acting = useAct(
    (_: void, key) =>
      answerOf(api.POST('/submissions/{serial}/extend', { ...keyed(key), params: { path: { serial } }, body: { days, reason } })),
    async (progress) => {
      setDone(progress.serial);
      await queries.invalidateQueries(allOfDeadlines);
    },
  );
  return (
    <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), acting.send())}>
      <h3 className="whole">{t('extendTitle')}</h3>
      <label>
        {t('serial')}
        <input
          required
          pattern="\d{4}-\d{6}"
          value={serial}
          onChange={({ target }) => set({ serial: target.value.trim(), days, reason })}
        />
      </label>
      <label>
        {t('days')}
        <input
          type="number"
          required
          min={1}
          max={60}
          value={days}
          onChange={({ target }) => set({ serial, days: Number(target.value), reason })}
        />
      </label>
      <label className="whole">
        {t('reason')}
        <textarea rows={2} required maxLength={500} value={reason} onChange={({ target }) => set({ serial, days, reason: target.value })} />
      </label>
      {acting.error !== null && <Refusal error={acting.error} />}
      {done !== null && (
        <p className="well" role="status">
          {t('extended', { serial: done })}
        </p>
      )}
      <div className="acts">
        <Button type="submit" disabled={acting.isPending}>
          {t('extendIt')}
        </Button>
        <span className="hint">{t('lostDay')}</span>
      </div>
    </form>
  );
}
