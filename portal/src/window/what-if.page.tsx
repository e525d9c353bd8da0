import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { useAct } from '../api/use-act';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { civilDay } from '../shared/dates';
import { PageHead } from '../shared/page-head';
import { Refusal } from '../shared/refusal';
import { AwayFields } from './away-fields';
import { DaysOffFields } from './days-off-fields';
import { windowQuery } from './reading';
import type { WindowView } from './reading';
import { WhatIfAnswer } from './what-if-answer';

type Supposition = Schemas['SuppositionDto'];
const paces = ['as-until-now', 'whole-limit'] as const;

/** How a running window would come out otherwise: worked out from what it binds, nothing is stored (decision 0021). */
export function WhatIfPage(): React.JSX.Element {
  const { t } = useTranslation('window');
  const { id } = useParams({ from: '/signed-in/desk/windows/$id/what-if' });
  const query = useQuery(windowQuery(id));
  return (
    <>
      <PageHead title={t('whatIf.title')} />
      <p>
        <Link to="/desk/windows/$id" params={{ id }}>
          {query.data?.name ?? t('whatIf.toWindow')}
        </Link>
      </p>
      <Answered query={query} lines={6}>
        {(window) => <Asking window={window} />}
      </Answered>
    </>
  );
}

function Asking({ window: { id, cutOffOn } }: { window: WindowView }): React.JSX.Element {
  const { t } = useTranslation('window');
  const [cutOff, setCutOff] = useState('');
  const [daysOff, setDaysOff] = useState<readonly string[]>([]);
  const [away, setAway] = useState({ organisationId: '', from: '', to: '' });
  const [pace, setPace] = useState<(typeof paces)[number]>('as-until-now');
  const [answer, setAnswer] = useState<Schemas['WhatIfAnswer'] | null>(null);
  const asking = useAct((body: Supposition) => answerOf(api.POST('/windows/{id}/what-if', { params: { path: { id } }, body })), setAnswer);
  const supposition: Supposition = {
    pace,
    ...(cutOff !== '' && { cutOffOn: cutOff }),
    ...(daysOff.length > 0 && { daysOff: [...daysOff] }),
    ...(away.organisationId !== '' && { away }),
  };
  return (
    <div className="cards">
      <form
        className="card plain-form office-form"
        onChange={() => setAnswer(null)}
        onSubmit={(event) => (event.preventDefault(), asking.send(supposition))}
      >
        <p className="hint whole">{t('whatIf.hint')}</p>
        <label>
          {t('whatIf.cutOff')}
          <input type="date" value={cutOff} onChange={({ target }) => setCutOff(target.value)} />
          <span className="hint">{t('whatIf.cutOffNow', { day: civilDay(cutOffOn) })}</span>
        </label>
        <DaysOffFields days={daysOff} change={(days) => (setDaysOff(days), setAnswer(null))} />
        <AwayFields windowId={id} away={away} change={setAway} />
        <fieldset className="choices">
          <legend>{t('whatIf.pace')}</legend>
          {paces.map((one) => (
            <label key={one}>
              <input type="radio" name="pace" checked={pace === one} onChange={() => setPace(one)} />
              {t(`whatIf.paces.${one}`)}
            </label>
          ))}
        </fieldset>
        {asking.error !== null && <Refusal error={asking.error} />}
        <div className="acts">
          <Button primary type="submit" disabled={asking.isPending || Object.keys(supposition).length === 1}>
            {t('whatIf.ask')}
          </Button>
        </div>
      </form>
      {answer !== null && <WhatIfAnswer windowId={id} answer={answer} />}
    </div>
  );
}
