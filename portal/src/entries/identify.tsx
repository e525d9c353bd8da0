import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { peopleQuery } from '../organisations/organisations';
import { Trouble } from '../shared/trouble';

/** The unit says which of its people a completer is; only they and it learn of that. */
export function Identify({ entry, onDone }: { entry: Schemas['OwnEntryPage']; onDone: () => Promise<void> }): React.JSX.Element {
  const { t } = useTranslation(['entries', 'forms']);
  const { position } = useMe();
  const people = useQuery(peopleQuery(position.organisationId));
  const { serial, party, personId } = entry;
  const [chosen, choose] = useState('');
  const identifying = useAct(
    (toPersonId: string, key) =>
      answerOf(
        api.POST('/entries/{serial}/identify', {
          ...{ ...keyed(key), params: { path: { serial } } },
          body: { entry: party, personId: toPersonId },
        }),
      ),
    onDone,
  );
  const known = people.data?.find((one) => one.personId === personId);
  return (
    <form className="plain-form" onSubmit={(event) => (event.preventDefault(), identifying.send(chosen))}>
      <p className="hint">{personId === null ? t('entries:identifyHint') : t('entries:identified', { name: known?.name ?? '' })}</p>
      <label>
        {t('entries:whoIsIt')}
        <select required value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">{t('forms:choose')}</option>
          {(people.data ?? []).map(({ positionId, personId: id, name }) => (
            <option key={positionId} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {people.error !== null && <Trouble error={people.error} retry={() => void people.refetch()} />}
      {identifying.error !== null && <Trouble error={identifying.error} />}
      <div className="acts">
        <button type="submit" className="plain-button" disabled={identifying.isPending}>
          {t('entries:identify')}
        </button>
      </div>
    </form>
  );
}
