import { suspicions } from '@dengke/contract';
import type { Suspicion } from '@dengke/contract';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { deskActs } from './desk';
import type { Noting } from './notes';
import { useDeskAct } from './use-desk-act';

interface Props {
  progress: Schemas['ProgressDto'];
  noting: Noting;
}

/** The desk suspects that it is classified: a ground and no words, and what was noted of it here goes, too (P17). */
export function SuspectForm({ progress: { serial, stage, round }, noting }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'journey', 'shell']);
  const [isOpen, setOpen] = useState(false);
  const [suspicion, setSuspicion] = useState<Suspicion | undefined>();
  const suspecting = useDeskAct(deskActs.suspect, serial, noting.forget);
  const send = (): void => {
    if (suspicion !== undefined) {
      suspecting.send({ seen: { stage, round }, suspicion });
    }
  };
  if (!isOpen) {
    return (
      <Button quiet onClick={() => setOpen(true)}>
        {t('review:secrecy.begin')}
      </Button>
    );
  }
  return (
    <form className="plain-form" onSubmit={(event) => (event.preventDefault(), send())}>
      <p className="hint">{t('review:secrecy.hint')}</p>
      <label>
        {t('review:secrecy.ground')}
        <select required value={suspicion ?? ''} onChange={({ target }) => setSuspicion(suspicions.find((one) => one === target.value))}>
          <option value="">{t('review:choosePerson')}</option>
          {suspicions.map((one) => (
            <option key={one} value={one}>
              {t(`review:secrecy.grounds.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {suspecting.error !== null && <Trouble error={suspecting.error} />}
      <div className="many-acts">
        <Button danger type="submit" disabled={suspicion === undefined || suspecting.isPending}>
          {t('review:confirm', { act: t('journey:acts.suspect') })}
        </Button>
        <Button onClick={() => setOpen(false)}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}
