import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { hasCode } from '../api/problem';
import { renewed } from '../api/renewed';
import { keyed, useAct } from '../api/use-act';
import { instantOf } from '../shared/dates';
import { ReasonForm } from '../shared/reason-form';
import { Trouble } from '../shared/trouble';
import { objectionsOf, submissionQuery } from './submissions';

type Page = Schemas['SubmissionPage'];
type Objection = Schemas['UnitObjectionDto'];

/** Only what has been in publicity has any. */
const published: readonly Page['progress']['state'][] = ['in-publicity', 'registered', 'reported', 'rejected', 'cancelled'];

/** For its unit: the objections that the department has accepted, what they say and never by whom, and the unit’s answer to each (P33). */
export function Objections({ page }: { page: Page }): React.JSX.Element | null {
  const { t } = useTranslation('submit');
  const me = useMe();
  const { serial, state } = page.progress;
  const isOwn = page.unitId === me.position.organisationId;
  const { data = [], error, refetch } = useQuery({ ...objectionsOf(serial), enabled: isOwn && published.includes(state) });
  // What is sealed, for a while or for good, says nothing of them.
  if (hasCode(error, 'SECRECY_SUSPECTED') || (data.length === 0 && error === null)) {
    return null;
  }
  return (
    <section className="card whole" aria-labelledby="title-objections">
      <h2 id="title-objections">{t('objections.title')}</h2>
      {error !== null && <Trouble error={error} retry={() => void refetch()} />}
      <ol className="line-list">
        {data.map((one) => (
          <Accepted key={one.receipt} serial={serial} objection={one} mayAnswer={may(me, 'draft.write')} />
        ))}
      </ol>
    </section>
  );
}

interface AcceptedProps {
  serial: string;
  objection: Objection;
  mayAnswer: boolean;
}

function Accepted({ serial, objection: { receipt, kinds, state, acceptedAt, grounds, answers }, mayAnswer }: AcceptedProps) {
  const { t } = useTranslation(['submit', 'registrar']);
  const client = useQueryClient();
  const [sent, setSent] = useState(0);
  const params = { path: { serial, receipt } };
  const answering = useAct(
    (words: string, key) =>
      renewed(answerOf(api.POST('/submissions/{serial}/objections/{receipt}/answer', { ...keyed(key), params, body: { words } })), () =>
        client.invalidateQueries({ queryKey: submissionQuery(serial).queryKey }),
      ),
    (all) => {
      client.setQueryData(objectionsOf(serial).queryKey, all);
      setSent(sent + 1);
    },
  );
  const isOpen = state === 'accepted';
  // What somebody was writing while it was decided stays to be read, with why it was refused.
  const isWritten = answering.isPending || answering.error !== null;
  return (
    <li>
      <div className="objection">
        <strong>{kinds.map((kind) => t(`registrar:objections.kinds.${kind}`)).join('、')}</strong>{' '}
        <span className={isOpen ? 'tag mend' : 'tag'}>{t(`registrar:objections.states.${state}`)}</span>
        <span className="hint">
          {receipt}
          {acceptedAt !== null && ` · ${t('submit:objections.acceptedAt', { at: instantOf(acceptedAt) })}`}
        </span>
        <p className="as-said">{grounds ?? t('registrar:erased')}</p>
        {answers.map(({ at, words }) => (
          <div key={at}>
            <span className="hint">{t('submit:objections.answered', { at: instantOf(at) })}</span>
            <p className="as-said">{words ?? t('registrar:erased')}</p>
          </div>
        ))}
        {(isOpen || isWritten) && mayAnswer && (
          <>
            {isOpen && <p className="hint">{t('submit:objections.hint')}</p>}
            <ReasonForm
              key={sent}
              label={t(answers.length === 0 ? 'submit:objections.words' : 'submit:objections.more')}
              act={t('submit:objections.send')}
              acting={answering}
              most={10_000}
            />
          </>
        )}
      </div>
    </li>
  );
}
