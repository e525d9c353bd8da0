import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { civilDay } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { windowsQuery } from '../window/reading';
import { Bars } from './bars';
import { Passage } from './passage';
import { askedOf, fileOf, statisticsQuery } from './reading';
import type { Asked } from './reading';
import { TileMap } from './tile-map';
import './statistics.css';

/** What is registered, by every cut that is published, and how submissions get there; all of it also as a workbook. */
export function StatisticsPage(): React.JSX.Element {
  const { t } = useTranslation('statistics');
  const asked = askedOf({ ...useSearch({ from: '/signed-in/statistics' }) });
  const navigate = useNavigate({ from: '/statistics' });
  const { data, error, refetch } = useQuery(statisticsQuery(asked));
  return (
    <>
      <PageHead title={t('title')}>
        <a className="plain-button" href={fileOf(asked)} download>
          {t('file')}
        </a>
      </PageHead>
      <div className="cards">
        <Filters
          asked={asked}
          countedOn={data?.countedOn}
          places={data?.organisations ?? []}
          change={(search) => void navigate({ search, replace: true })}
        />
        {error !== null && <Trouble error={error} retry={() => void refetch()} />}
        {data === undefined && error === null && <Waiting lines={8} />}
        {data !== undefined && (
          <section className="card" aria-labelledby="total">
            <h2 id="total">{t('total', { achievements: data.achievements, completers: data.completers })}</h2>
            <p className="hint">{t('countedOn', { day: civilDay(data.countedOn) })}</p>
          </section>
        )}
        <Passage asked={asked} />
        {data !== undefined && <Places data={data} />}
        {data !== undefined && <Cuts data={data} />}
      </div>
    </>
  );
}

/** The newest first. */
const yearsFrom = (first: number, last: number): number[] =>
  Number.isFinite(first) ? Array.from({ length: last - first + 1 }, (_, before) => last - before) : [];

interface FiltersProps {
  asked: Asked;
  countedOn: string | undefined;
  places: readonly Schemas['OrganisationCount'][];
  change: (asked: Asked) => void;
}

function Filters({ asked, countedOn, places, change }: FiltersProps): React.JSX.Element {
  const { t } = useTranslation('statistics');
  const windows = useQuery(windowsQuery);
  const ofWindows = (windows.data ?? []).map(({ registrationYear }) => registrationYear);
  // What is taken in without a window is of the year it comes in, so every year up to now can have some.
  const thisYear = countedOn === undefined ? [] : [Number(countedOn.slice(0, 4))];
  const years = yearsFrom(Math.min(...ofWindows, ...thisYear), Math.max(...ofWindows, ...thisYear));
  const choose = (key: keyof Asked, value: string): void => change(askedOf({ ...asked, [key]: value }));
  const options: Record<keyof Asked, readonly { value: string; name: string }[]> = {
    registrationYear: years.map((year) => ({ value: String(year), name: String(year) })),
    window: (windows.data ?? []).map(({ id, name }) => ({ value: id, name })),
    organisation: places.map(({ organisationId, name }) => ({ value: organisationId, name })),
  };
  return (
    <section className="card plain-form office-form" aria-label={t('filters')}>
      {(['registrationYear', 'window', 'organisation'] as const).map((key) => (
        <label key={key}>
          {t(`asked.${key}`)}
          <select value={asked[key] ?? ''} onChange={({ target }) => choose(key, target.value)}>
            <option value="">{t('any')}</option>
            {options[key].map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
            {asked[key] !== undefined && options[key].every(({ value }) => value !== String(asked[key])) && (
              <option value={asked[key]}>{asked[key]}</option>
            )}
          </select>
        </label>
      ))}
    </section>
  );
}

/** Prefectures as a map of tiles and as bars, and each organisation below. */
function Places({ data: { cuts, organisations } }: { data: Schemas['StatisticsDto'] }): React.JSX.Element {
  const { t } = useTranslation(['statistics', 'journey']);
  const region = cuts.find(({ cut }) => cut === 'region');
  const bars = [...(region?.values ?? [])].sort((one, other) => other.count - one.count);
  return (
    <section className="card" aria-labelledby="places">
      <h2 id="places">{t('statistics:places')}</h2>
      <div className="with-map">
        <TileMap label={t('statistics:map')} values={bars} />
        {bars.length === 0 ? <p>{t('statistics:nothing')}</p> : <Bars label={t('statistics:prefectures')} bars={bars} />}
      </div>
      {organisations.length > 0 && (
        <TableBox label={t('statistics:organisations')} whole={false}>
          <thead>
            <tr>
              <th scope="col">{t('statistics:columns.stage')}</th>
              <th scope="col">{t('statistics:columns.organisation')}</th>
              <th scope="col" className="number">
                {t('statistics:columns.achievements')}
              </th>
            </tr>
          </thead>
          <tbody>
            {organisations.map(({ kind, organisationId, name, achievements }) => (
              <tr key={organisationId}>
                <td className="short">{t(`journey:stages.${kind}`)}</td>
                <th scope="row">{name}</th>
                <td className="number">{achievements}</td>
              </tr>
            ))}
          </tbody>
        </TableBox>
      )}
    </section>
  );
}

function Cuts({ data: { cuts } }: { data: Schemas['StatisticsDto'] }): React.JSX.Element {
  const { t } = useTranslation('statistics');
  return (
    <section className="card" aria-labelledby="cuts">
      <h2 id="cuts">{t('cuts')}</h2>
      <div className="cut-tables">
        {cuts.map(({ cut, label, counts, definition, values }) => (
          <div key={cut}>
            <TableBox label={label} whole={false}>
              <caption title={definition}>{label}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('columns.name')}</th>
                  <th scope="col" className="number">
                    {t(`columns.${counts}`)}
                  </th>
                </tr>
              </thead>
              <tbody>
                {values.map(({ code, name, count }) => (
                  <tr key={code ?? 'none'}>
                    <th scope="row">{name}</th>
                    <td className="number">{count}</td>
                  </tr>
                ))}
              </tbody>
            </TableBox>
            <p className="hint">{definition}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
