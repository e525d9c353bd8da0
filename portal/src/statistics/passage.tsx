import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { TableBox } from '../shared/table-box';
import { Trouble } from '../shared/trouble';
import { Bars } from './bars';
import { Boxes } from './boxes';
import { Lines } from './lines';
import { passageQuery } from './reading';
import type { Asked } from './reading';

type PassageOf = Schemas['PassageDto'];

/** How submissions go along their routes: a funnel, days at each stage, and the months; each picture with its table. */
export function Passage({ asked }: { asked: Asked }): React.JSX.Element | null {
  const { data, error, refetch } = useQuery(passageQuery(asked));
  if (error !== null) {
    return <Trouble error={error} retry={() => void refetch()} />;
  }
  return data === undefined ? null : (
    <>
      <Funnel passage={data} />
      <Days stages={data.stages} />
      <Months months={data.months} />
    </>
  );
}

function Funnel({ passage: { submitted, registered, ended, stages } }: { passage: PassageOf }): React.JSX.Element {
  const { t } = useTranslation(['statistics', 'journey']);
  const bars = [
    { name: t('statistics:submitted'), count: submitted },
    ...stages.map(({ kind, passed }) => ({ name: t('statistics:passedAt', { stage: t(`journey:stages.${kind}`) }), count: passed })),
    { name: t('statistics:registered'), count: registered },
    { name: t('statistics:ended'), count: ended },
  ];
  return (
    <section className="card" aria-labelledby="funnel">
      <h2 id="funnel">{t('statistics:funnel')}</h2>
      <Bars label={t('statistics:funnel')} bars={bars} />
      <TableBox label={t('statistics:byStage')} whole={false}>
        <thead>
          <tr>
            {(['stage', 'reached', 'passed', 'returned', 'waiting'] as const).map((column) => (
              <th key={column} scope="col" className={column === 'stage' ? '' : 'number'}>
                {t(`statistics:columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map(({ kind, reached, passed, returned, waiting }) => (
            <tr key={kind}>
              <th scope="row">{t(`journey:stages.${kind}`)}</th>
              {[reached, passed, returned, waiting].map((count, place) => (
                <td key={place} className="number">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableBox>
    </section>
  );
}

function Days({ stages }: Pick<PassageOf, 'stages'>): React.JSX.Element {
  const { t } = useTranslation(['statistics', 'journey']);
  const decided = stages.flatMap(({ kind, spread, days }) =>
    spread === null ? [] : [{ kind, spread, count: days.reduce((sum, one) => sum + one.count, 0) }],
  );
  return (
    <section className="card" aria-labelledby="days">
      <h2 id="days">{t('statistics:days')}</h2>
      <p className="hint">{t('statistics:daysHint')}</p>
      {decided.length === 0 ? (
        <p>{t('statistics:nothing')}</p>
      ) : (
        <>
          <Boxes label={t('statistics:days')} boxes={decided.map(({ kind, spread }) => ({ name: t(`journey:stages.${kind}`), spread }))} />
          <TableBox label={t('statistics:days')} whole={false}>
            <thead>
              <tr>
                {(['stage', 'decisions', 'least', 'lower', 'median', 'upper', 'most'] as const).map((column) => (
                  <th key={column} scope="col" className={column === 'stage' ? '' : 'number'}>
                    {t(`statistics:columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {decided.map(({ kind, spread: { least, lower, median, upper, most }, count }) => (
                <tr key={kind}>
                  <th scope="row">{t(`journey:stages.${kind}`)}</th>
                  {[count, least, lower, median, upper, most].map((figure, place) => (
                    <td key={place} className="number">
                      {figure}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </TableBox>
        </>
      )}
    </section>
  );
}

function Months({ months }: Pick<PassageOf, 'months'>): React.JSX.Element {
  const { t } = useTranslation('statistics');
  return (
    <section className="card" aria-labelledby="months">
      <h2 id="months">{t('months')}</h2>
      {months.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <p className="hint">{t('monthsHint')}</p>
          <Lines label={t('months')} months={months} />
          <TableBox label={t('months')} whole={false}>
            <thead>
              <tr>
                {(['month', 'submitted', 'registered'] as const).map((column) => (
                  <th key={column} scope="col" className={column === 'month' ? '' : 'number'}>
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, submitted, registered }) => (
                <tr key={month}>
                  <th scope="row">{month}</th>
                  <td className="number">{submitted}</td>
                  <td className="number">{registered}</td>
                </tr>
              ))}
            </tbody>
          </TableBox>
        </>
      )}
    </section>
  );
}
