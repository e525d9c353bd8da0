import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { Answered } from '../shared/answered';
import { civilDay, dayOf, endOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { YearOfWindows } from './year-of-windows';
import { stateOf, windowsQuery } from './reading';
import type { WindowView } from './reading';
import './window.css';

/** The windows, as a calendar of a year and as a list; whoever may announces another. */
export function WindowsDeskPage(): React.JSX.Element {
  const { t } = useTranslation('window');
  const me = useMe();
  const query = useQuery(windowsQuery);
  const years = [...new Set((query.data ?? []).flatMap((one) => [one.opensAt, one.paperTo].map((on) => Number(on.slice(0, 4)))))].sort();
  const [chosen, setChosen] = useState<number | null>(null);
  const year = chosen ?? years.at(-1);
  return (
    <>
      <PageHead title={t('title')}>
        {may(me, 'window.manage') && (
          <Link to="/desk/windows/new" className="plain-button">
            {t('announce')}
          </Link>
        )}
      </PageHead>
      <Answered query={query} lines={6}>
        {(windows) => (
          <div className="cards">
            {year !== undefined && (
              <section className="card" aria-labelledby="year">
                <h2 id="year">{t('calendar', { year })}</h2>
                <div className="acts">
                  <button type="button" className="plain-button quiet" onClick={() => setChosen(year - 1)}>
                    {t('yearBefore')}
                  </button>
                  <button type="button" className="plain-button quiet" onClick={() => setChosen(year + 1)}>
                    {t('yearAfter')}
                  </button>
                </div>
                <YearOfWindows year={year} windows={windows} />
              </section>
            )}
            <section className="card" aria-labelledby="list">
              <h2 id="list">{t('list')}</h2>
              {windows.length === 0 ? <p>{t('none')}</p> : <ListOfWindows windows={windows} />}
            </section>
          </div>
        )}
      </Answered>
    </>
  );
}

function ListOfWindows({ windows }: { windows: readonly WindowView[] }): React.JSX.Element {
  const { t } = useTranslation('window');
  return (
    <TableBox label={t('list')}>
      <thead>
        <tr>
          {(['name', 'state', 'results', 'online', 'paper'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {windows.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/desk/windows/$id" params={{ id: one.id }}>
                {one.name}
              </Link>
            </th>
            <td className="short">{t(`states.${stateOf(one)}`)}</td>
            <td>{t('span', { from: civilDay(one.resultFrom), to: civilDay(one.resultTo) })}</td>
            <td>{t('span', { from: dayOf(one.opensAt), to: endOf(one.cutOffAt) })}</td>
            <td>{t('span', { from: civilDay(one.paperFrom), to: civilDay(one.paperTo) })}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
