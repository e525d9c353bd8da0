import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { StateTag } from '../shared/state-tag';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { useEvery } from '../shared/use-every';
import { allOfWindows, windowsQuery, windowSubmissionsQuery } from './reading';

type Line = Schemas['SubmissionLine'];

/** What entered the window; a registrar moves one elsewhere, with the reason. */
export function WindowSubmissions({ id, manages }: { id: string; manages: boolean }): React.JSX.Element {
  const { t } = useTranslation(['window', 'journey']);
  const list = useInfiniteQuery(windowSubmissionsQuery(id));
  const every = useEvery();
  const deskOf = ({ deskName, stage }: Line): string => deskName ?? (stage === null ? '' : t(`journey:stages.${stage}`));
  const lines = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-labelledby="entered">
      <h2 id="entered">{t('window:submissions')}</h2>
      <Listed list={list} isEmpty={lines.length === 0} none={<p>{t('window:noSubmissions')}</p>}>
        <TableBox label={t('window:submissions')} whole={false}>
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
            {lines.map((line) => (
              <tr key={line.serial}>
                <th scope="row">
                  <Link to="/review/$serial" params={{ serial: line.serial }} preload={false}>
                    {line.name ?? line.serial}
                  </Link>
                  <span className="hint"> {line.serial}</span>
                </th>
                <td>{line.unitName}</td>
                <td>
                  <StateTag state={line.state} />
                </td>
                <td>{deskOf(line)}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
        <Export<Line>
          list={t('window:submissions')}
          columns={[
            [t('window:serial'), ({ serial }) => serial],
            [t('window:columns.achievement'), ({ name }) => name],
            [t('window:columns.unit'), ({ unitName }) => unitName],
            [t('window:columns.state'), ({ state }) => t(`journey:states.${state}`)],
            [t('window:columns.desk'), deskOf],
          ]}
          lines={async () => (await every(windowSubmissionsQuery(id))).flatMap(({ items }) => items)}
        />
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
