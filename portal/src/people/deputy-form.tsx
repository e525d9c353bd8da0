import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import { keyed } from '../api/use-act';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { peopleQuery } from '../organisations/organisations';
import { ActForm } from '../shared/act-form';

interface Props {
  /** The position stood in for. */
  positionId: string;
  onChange: () => Promise<void>;
}

/** 代理: somebody of another desk stands in until the end of a day. */
export function DeputyForm({ positionId, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation(['people', 'forms']);
  const { position } = useMe();
  const [organisation, setOrganisation] = useState({
    ...{ id: position.organisationId, name: position.organisationName, kind: position.organisationKind },
  });
  const [personId, setPerson] = useState('');
  const [endsOn, setEndsOn] = useState('');
  const people = useQuery(peopleQuery(organisation.id));
  return (
    <ActForm
      label={t('people:appointDeputy')}
      hint={t('people:deputyHint')}
      values={{ personId, endsOn, deputyOf: positionId }}
      send={(body, key) => answerOf(api.POST('/deputies', { ...keyed(key), body }))}
      onDone={onChange}
    >
      <OrganisationPicker
        label={t('people:deputyFrom')}
        chosen={organisation}
        choose={(chosen) => {
          setOrganisation(chosen);
          setPerson('');
        }}
      />
      <label>
        {t('people:deputy')}
        <select required value={personId} onChange={({ target }) => setPerson(target.value)}>
          <option value="">{t('forms:choose')}</option>
          {(people.data ?? [])
            .filter(({ deputyFor }) => deputyFor === null)
            .map((one) => (
              <option key={one.positionId} value={one.personId}>
                {one.name}
              </option>
            ))}
        </select>
      </label>
      <label>
        {t('people:endsOn')}
        <input type="date" required value={endsOn} onChange={({ target }) => setEndsOn(target.value)} />
      </label>
    </ActForm>
  );
}
