import { rightsOf } from '@dengke/contract';
import type { StageKind } from '@dengke/contract';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';
import { Waiting } from '../shared/waiting';
import { deskActs } from './desk';
import { colleaguesQuery } from './queue';
import { useDeskAct } from './use-desk-act';

interface Props {
  serial: string;
  seen: Schemas['SeenStageDto'];
  stage: StageKind;
  onDone: () => void;
}

/** To a colleague of the desk who may decide there. */
export function ReassignForm({ serial, seen, stage, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'shell']);
  const { person, position } = useMe();
  const colleagues = useQuery(colleaguesQuery(position.organisationId));
  const [toPersonId, setTo] = useState('');
  const acting = useDeskAct(deskActs.reassign, serial, onDone);
  if (colleagues.data === undefined) {
    return colleagues.error === null ? <Waiting /> : <Trouble error={colleagues.error} retry={() => void colleagues.refetch()} />;
  }
  const may = colleagues.data.filter(
    ({ personId, role }) => personId !== person.id && rightsOf({ role, organisationKind: stage }).has('submission.decide'),
  );
  return (
    <form
      className="plain-form"
      onSubmit={(event) => {
        event.preventDefault();
        acting.send({ seen, toPersonId });
      }}
    >
      <label>
        {t('review:toWhom')}
        <select required value={toPersonId} onChange={({ target }) => setTo(target.value)}>
          <option value="">{t('review:choosePerson')}</option>
          {may.map(({ personId, positionId, name }) => (
            <option key={positionId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {may.length === 0 && <p className="hint">{t('review:nobodyElse')}</p>}
      {acting.error !== null && <Trouble error={acting.error} />}
      <div className="many-acts">
        <Button primary type="submit" disabled={toPersonId === '' || acting.isPending}>
          {t('review:reassignTo')}
        </Button>
        <Button onClick={onDone}>{t('shell:cancel')}</Button>
      </div>
    </form>
  );
}
