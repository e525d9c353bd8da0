import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { Answered } from '../shared/answered';
import { civilDay, dayOf, endOf } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { stateOf, windowQuery } from './reading';
import type { WindowView } from './reading';
import { WindowAccount } from './window-account';
import { WindowDates } from './window-dates';
import { WindowInformation } from './window-information';
import { WindowSheets } from './window-sheets';
import { WindowSubmissions } from './window-submissions';
import './window.css';

/** One window: its dates and what may be done with them, its account, its summary sheets and what entered. */
export function WindowDeskPage(): React.JSX.Element {
  const { t } = useTranslation('window');
  const { id } = useParams({ from: '/signed-in/desk/windows/$id' });
  const manages = may(useMe(), 'window.manage');
  const query = useQuery(windowQuery(id));
  return (
    <Answered query={query} lines={8}>
      {(one) => (
        <>
          <PageHead title={one.name}>
            {manages && isRunning(one) && (
              <Link to="/desk/windows/$id/what-if" params={{ id }} className="plain-button quiet">
                {t('whatIf.title')}
              </Link>
            )}
          </PageHead>
          <p>
            <Link to="/desk/windows">{t('toList')}</Link>
          </p>
          <div className="cards">
            <section className="card" aria-labelledby="dates">
              <h2 id="dates">
                {t('datesOf')} <span className="hint">{t(`states.${stateOf(one)}`)}</span>
              </h2>
              <Dates window={one} />
              {manages && <WindowDates window={one} />}
            </section>
            <WindowAccount id={id} every={manages} />
            <WindowSheets id={id} />
            <WindowSubmissions id={id} manages={manages} />
            {manages && one.state !== 'closed' && <WindowInformation id={id} />}
          </div>
        </>
      )}
    </Answered>
  );
}

/** What it binds has not come out yet. */
const isRunning = (one: WindowView): boolean => ['announced', 'open'].includes(stateOf(one));

function Dates({ window: one }: { window: WindowView }): React.JSX.Element {
  const { t } = useTranslation('window');
  const facts = {
    announced: civilDay(one.announcedOn),
    results: t('span', { from: civilDay(one.resultFrom), to: civilDay(one.resultTo) }),
    online: t('span', { from: dayOf(one.opensAt), to: endOf(one.cutOffAt) }),
    paper: t('span', { from: civilDay(one.paperFrom), to: civilDay(one.paperTo) }),
    registrationYear: String(one.registrationYear),
    earlier: String(one.earlierCutOffs.length),
  };
  return (
    <dl className="facts">
      {Object.entries(facts).map(([key, value]) => (
        <div key={key}>
          <dt>{t(`columns.${key as keyof typeof facts}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
