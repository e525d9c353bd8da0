import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { ReasonForm } from '../shared/reason-form';
import { Trouble } from '../shared/trouble';
import { deskActs } from './desk';
import { useDeskAct } from './use-desk-act';

type Progress = Schemas['ProgressDto'];

/** Who looks into a suspicion of secrecy: the department’s super administrator (P17). */
export const looksInto = ({ state }: Progress, { position }: Me): boolean =>
  state === 'suspected' && position.organisationKind === 'department' && position.role === 'superAdmin';

/** On where it stood, or out of the register for good; what has a number already is cancelled instead. */
export function Clearing({ progress: { serial, stage, round, registrationNumber } }: { progress: Progress }): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey']);
  const [isExcluding, setExcluding] = useState(false);
  const clearing = useDeskAct(deskActs.clear, serial);
  const excluding = useDeskAct(deskActs.exclude, serial);
  const seen = { stage, round };
  return (
    <section className="decide" aria-labelledby="title-secrecy">
      <h2 id="title-secrecy">{t('journey:states.suspected')}</h2>
      <p className="hint">{t('review:secrecy.look')}</p>
      <ReasonForm
        label={t('review:secrecy.clearReason')}
        act={t('journey:acts.clear')}
        acting={{ ...clearing, send: (reason) => clearing.send({ seen, reason }) }}
      />
      {registrationNumber === null ? (
        <Button danger aria-expanded={isExcluding} onClick={() => setExcluding(!isExcluding)}>
          {t('journey:acts.exclude')}
        </Button>
      ) : (
        <p className="hint">
          {t('review:secrecy.numbered')}{' '}
          <Link to="/registered/$serial" params={{ serial }}>
            {t('review:secrecy.toCancel')}
          </Link>
        </p>
      )}
      {isExcluding && (
        <>
          <p>{t('review:secrecy.excludeHint')}</p>
          {excluding.error !== null && <Trouble error={excluding.error} />}
          <Button primary danger disabled={excluding.isPending} onClick={() => excluding.send({ seen })}>
            {t('review:confirm', { act: t('journey:acts.exclude') })}
          </Button>
        </>
      )}
    </section>
  );
}
