import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { PageHead } from '../shared/page-head';
import { CalendarSection } from './calendar-section';
import { LateSection } from './late-section';
import { LimitsSection } from './limits-section';
import './deadlines.css';

/** Time in this house: what is late and who is urged, the limits and since when they hold, the days off. */
export function DeadlinesPage(): React.JSX.Element {
  const { t } = useTranslation('deadlines');
  const me = useMe();
  return (
    <>
      <PageHead title={t('title')} />
      <div className="cards">
        <LateSection />
        <LimitsSection sets={may(me, 'limit.set')} />
        <CalendarSection loads={may(me, 'calendar.load')} />
      </div>
    </>
  );
}
