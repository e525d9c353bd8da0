import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Me } from '../account/session';
import { may } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { ReasonForm } from '../shared/reason-form';
import { deskActs } from './desk';
import { useDeskAct } from './use-desk-act';

type Page = Schemas['SubmissionPage'];

/** Whether this desk returned it, and it has not come back. */
export const waitsForMending = ({ progress, legs }: Page, me: Me): boolean =>
  progress.state === 'returned' &&
  may(me, 'submission.decide') &&
  legs.some(({ organisationId, decision }) => decision === 'return' && organisationId === me.position.organisationId);

/** Silence after a return: once this desk was told that the completer is late, it may close it by hand (P31). */
export function Closing({ page: { progress, escalatedAt } }: { page: Page }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const { serial, stage, round } = progress;
  const [isAsked, setAsked] = useState(false);
  const closing = useDeskAct(deskActs.close, serial);
  if (escalatedAt === null) {
    return <p className="hint">{t('review:closing.notYet')}</p>;
  }
  return (
    <div className="recall">
      <p>{t('review:closing.late')}</p>
      <Button danger aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
        {t('journey:acts.close')}
      </Button>
      {isAsked && (
        <ReasonForm
          label={t('review:closing.reason')}
          act={t('review:confirm', { act: t('journey:acts.close') })}
          acting={{ ...closing, send: (reason) => closing.send({ seen: { stage, round }, reason }) }}
          danger
        />
      )}
    </div>
  );
}
