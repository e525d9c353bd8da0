import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';
import { peopleQuery } from '../organisations/organisations';
import { ActForm } from '../shared/act-form';
import type { Holder } from './people';

/** 移交: what somebody who leaves was at goes on with a colleague of the same unit; each submission comes out for itself. */
export function HandOver({ from }: { from: Holder }): React.JSX.Element {
  const { t } = useTranslation(['people', 'forms', 'problems']);
  const { position } = useMe();
  const people = useQuery(peopleQuery(position.organisationId));
  const [toPersonId, setTo] = useState('');
  const [done, setDone] = useState<Schemas['HandedOver'] | null>(null);
  return (
    <section className="card" aria-labelledby="hand-over">
      <h2 id="hand-over">{t('people:handOver')}</h2>
      <p className="hint">{t('people:handOverHint')}</p>
      {done !== null && (
        <div role="status">
          <p className="well">
            {t('people:handedOver', {
              drafts: done.draftIds.length,
              submissions: done.submissions.filter(({ outcome }) => outcome !== 'refused').length,
            })}
          </p>
          <ul>
            {done.submissions
              .filter(({ outcome }) => outcome === 'refused')
              .map(({ serial, code }) => (
                <li key={serial}>
                  {serial}：{t(`problems:${code ?? 'UNEXPECTED'}`)}
                </li>
              ))}
          </ul>
        </div>
      )}
      <div className="acts">
        <ActForm
          label={t('people:handOverAct')}
          values={{ fromPersonId: from.personId, toPersonId }}
          send={(body, key) => answerOf(api.POST('/hand-overs', { ...keyed(key), body }))}
          onDone={setDone}
        >
          <label>
            {t('people:toWhom')}
            <select required value={toPersonId} onChange={({ target }) => setTo(target.value)}>
              <option value="">{t('forms:choose')}</option>
              {(people.data ?? [])
                .filter(({ personId }) => personId !== from.personId)
                .map(({ positionId, personId, name }) => (
                  <option key={positionId} value={personId}>
                    {name}
                  </option>
                ))}
            </select>
          </label>
        </ActForm>
      </div>
    </section>
  );
}
