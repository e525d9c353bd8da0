import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { deskActs } from './desk';
import type { Noting } from './notes';
import { useDeskAct } from './use-desk-act';

/** The ministry's desk takes the report in, or sends it back with the reason; number and approval stay. */
export function MinistryPanel({
  progress: { serial, stage, round },
  noting,
}: {
  progress: Schemas['ProgressDto'];
  noting: Noting;
}): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey', 'shell']);
  const [isReturning, setReturning] = useState(false);
  const reason = noting.notes.words['returnReport'] ?? '';
  const acknowledging = useDeskAct(deskActs.acknowledge, serial, noting.forget);
  const returning = useDeskAct(deskActs.returnReport, serial, noting.forget);
  const error = acknowledging.error ?? returning.error;
  const seen = { stage, round };
  return (
    <section className="decide" aria-labelledby="title-decide">
      <h2 id="title-decide">{t('review:decision')}</h2>
      <div className="many-acts">
        <Button primary disabled={acknowledging.isPending} onClick={() => acknowledging.send({ seen })}>
          {t('review:acknowledge')}
        </Button>
        <Button aria-expanded={isReturning} onClick={() => setReturning(!isReturning)}>
          {t('review:returnReport')}
        </Button>
      </div>
      {error !== null && <Trouble error={error} />}
      {isReturning && (
        <form
          className="plain-form"
          onSubmit={(event) => {
            event.preventDefault();
            returning.send({ seen, reason: reason.trim() });
          }}
        >
          <label>
            {t('review:returnReason')}
            <textarea
              rows={3}
              maxLength={2000}
              required
              autoFocus
              value={reason}
              onChange={({ target }) => noting.say('returnReport', target.value)}
            />
          </label>
          <Button type="submit" danger disabled={reason.trim() === '' || returning.isPending}>
            {t('review:confirm', { act: t('review:returnReport') })}
          </Button>
        </form>
      )}
    </section>
  );
}

/** What the ministry has sent back is reported once more. */
export function ReportAgain({ progress: { serial, stage, round } }: { progress: Schemas['ProgressDto'] }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const acting = useDeskAct(deskActs.reportAgain, serial);
  return (
    <section className="decide" aria-labelledby="title-decide">
      <h2 id="title-decide">{t('review:decision')}</h2>
      <p>{t('review:reportReturned')}</p>
      {acting.error !== null && <Trouble error={acting.error} />}
      <Button primary disabled={acting.isPending} onClick={() => acting.send({ seen: { stage, round } })}>
        {t('journey:acts.reportAgain')}
      </Button>
    </section>
  );
}
