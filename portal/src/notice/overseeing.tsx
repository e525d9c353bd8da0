import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { renewed } from '../api/renewed';
import type { Acting } from '../api/use-act';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { ReasonForm } from '../shared/reason-form';
import { Trouble } from '../shared/trouble';

interface Props {
  notice: Schemas['NoticePageDto'];
  /** The letter itself, and those further down that enclose it. */
  levels: readonly Schemas['GapLevelDto'][];
}

/** What is done about a letter of one’s own: all who are late are urged, or it is withdrawn. */
export function Overseeing({ notice: { id, form }, levels }: Props): React.JSX.Element {
  const { t } = useTranslation('notice');
  const [isUrged, setUrged] = useState(false);
  const urging = useUrge(id, () => setUrged(true));
  const own = levels.find(({ noticeId }) => noticeId === id);
  const lacking = own === undefined ? 0 : own.addressees - (form === null ? own.signed : own.answered);
  return (
    <div className="gap-level">
      {lacking > 0 && (
        <p>
          <Button disabled={isUrged || urging.isPending} onClick={() => urging.send([])}>
            {t(form === null ? 'urging.unsigned' : 'urging.unanswered', { count: lacking })}
          </Button>
        </p>
      )}
      <p role="status">{isUrged && t('urging.done')}</p>
      {urging.error !== null && <Trouble error={urging.error} />}
      <Withdrawing id={id} isAnswered={levels.some(({ answered }) => answered > 0)} />
    </div>
  );
}

/** One of those who are late, by itself. */
export function UrgeOne({ id, organisationId, name }: { id: string; organisationId: string; name: string }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const [isUrged, setUrged] = useState(false);
  const urging = useUrge(id, () => setUrged(true));
  return (
    <>
      {' '}
      <Button small disabled={isUrged || urging.isPending} onClick={() => urging.send([organisationId])}>
        {t(isUrged ? 'urging.urged' : 'urging.urge')}
        <span className="only-heard">：{name}</span>
      </Button>
      {urging.error !== null && <Trouble error={urging.error} />}
    </>
  );
}

/** Those named, or all who are late where nobody is. */
function useUrge(id: string, onDone: () => void): Acting<string[]> {
  const renew = useRenewal();
  return useAct((addresseeIds: string[], key) => {
    const body = addresseeIds.length === 0 ? {} : { addresseeIds };
    return renewed(answerOf(api.POST('/notices/{id}/urge', { ...keyed(key), params: { path: { id } }, body })), renew);
  }, onDone);
}

/** Whoever issues letters withdraws any of its own; a county, which only forwards, its forwarding until somebody below has answered. */
function Withdrawing({ id, isAnswered }: { id: string; isAnswered: boolean }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const issues = may(useMe(), 'notice.issue');
  const renew = useRenewal();
  const [isAsked, setAsked] = useState(false);
  const withdrawing = useAct(
    (reason: string, key) =>
      renewed(answerOf(api.POST('/notices/{id}/withdraw', { ...keyed(key), params: { path: { id } }, body: { reason } })), renew),
    renew,
  );
  if (!issues && isAnswered) {
    return <p className="hint">{t('withdrawing.answered')}</p>;
  }
  return (
    <div className="ask">
      <Button danger aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
        {t('withdrawing.begin')}
      </Button>
      {isAsked && (
        <>
          <p className="hint">{t(issues ? 'withdrawing.hint' : 'withdrawing.forwarding')}</p>
          <ReasonForm label={t('withdrawing.reason')} act={t('withdrawing.confirm')} acting={withdrawing} danger most={1_000} />
        </>
      )}
    </div>
  );
}

function useRenewal(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['notices'] });
}
