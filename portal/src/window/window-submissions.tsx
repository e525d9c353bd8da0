import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Listed } from '../shared/listed';
import { StateTag } from '../shared/state-tag';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { allOfWindows, windowsQuery, windowSubmissionsQuery } from './reading';

/** What entered the window; a registrar moves one elsewhere, with the reason. */
export function WindowSubmissions({ id, manages }: { id: string; manages: boolean }): React.JSX.Element {
  const { t } = useTranslation(['window', 'journey']);
  const list = useInfiniteQuery(windowSubmissionsQuery(id));
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="entered">
      <h2 id="entered">{t('window:submissions')}</h2>
      <Listed list={list} isEmpty={lines.length === 0} none={<p>{t('window:noSubmissions')}</p>}>
        <TableBox label={t('window:submissions')}>
          <thead>
            <tr>
              {(['achievement', 'unit', 'state', 'desk'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`window:columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ serial, name, unitName, state, stage, deskName }) => (
              <tr key={serial}>
                <th scope="row">
                  <Link to="/review/$serial" params={{ serial }} preload={false}>
                    {name ?? serial}
                  </Link>
                  <span className="hint"> {serial}</span>
                </th>
                <td>{unitName}</td>
                <td>
                  <StateTag state={state} />
                </td>
                <td>{deskName ?? (stage === null ? '' : t(`journey:stages.${stage}`))}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      </Listed>
      {manages && <MoveForm />}
    </section>
  );
}

/** Into an open window, or into rolling intake. */
function MoveForm(): React.JSX.Element {
  const { t } = useTranslation('window');
  const queries = useQueryClient();
  const windows = useQuery(windowsQuery);
  const [move, setMove] = useState({ serial: '', windowId: '', reason: '' });
  const [moved, setMoved] = useState<string | null>(null);
  const acting = useAct(
    ({ serial, windowId, reason }: typeof move, key) =>
      answerOf(
        api.POST('/submissions/{serial}/move-window', {
          ...keyed(key),
          params: { path: { serial } },
          body: { reason, ...(windowId !== '' && { windowId }) },
        }),
      ),
    async ({ serial }) => {
      setMoved(serial);
      await queries.invalidateQueries(allOfWindows);
    },
  );
  return (
    <form className="plain-form office-form ask" onSubmit={(event) => (event.preventDefault(), setMoved(null), acting.send(move))}>
      <h3 className="whole">{t('move')}</h3>
      <label>
        {t('serial')}
        <input
          required
          pattern="\d{4}-\d{6}"
          placeholder="2026-000001"
          value={move.serial}
          onChange={({ target }) => setMove({ ...move, serial: target.value.trim() })}
        />
      </label>
      <label>
        {t('moveTo')}
        <select value={move.windowId} onChange={({ target }) => setMove({ ...move, windowId: target.value })}>
          <option value="">{t('rolling')}</option>
          {(windows.data ?? [])
            .filter(({ state }) => state === 'open')
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label className="whole">
        {t('reason')}
        <textarea
          rows={2}
          required
          maxLength={2_000}
          value={move.reason}
          onChange={({ target }) => setMove({ ...move, reason: target.value })}
        />
      </label>
      {acting.error !== null && <Trouble error={acting.error} />}
      {moved !== null && (
        <p className="well" role="status">
          {t('moved', { serial: moved })}
        </p>
      )}
      <div className="acts">
        <Button type="submit" disabled={acting.isPending}>
          {t('moveIt')}
        </Button>
      </div>
    </form>
  );
}
