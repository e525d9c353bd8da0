import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Answered } from '../shared/answered';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { AnswerForm } from './answer-form';
import { Gaps } from './gaps';
import { Letter } from './letter';
import { OwnAnswer } from './own-answer';
import { noticeQuery } from './reading';
import { Standing } from './standing';
import './notice.css';

type Notice = Schemas['NoticePageDto'];

/** One letter: what it says, how far it has come with one’s own organisation, what is to be done, and who below has answered. */
export function NoticePage(): React.JSX.Element {
  const { id } = useParams({ from: '/signed-in/notices/$id' });
  const me = useMe();
  const query = useQuery(noticeQuery(id));
  return (
    <Answered query={query} lines={8}>
      {(notice) => (
        <>
          <PageHead title={notice.title} />
          <div className="notice">
            <Letter notice={notice} />
            {notice.own !== null && notice.state !== 'withdrawn' && <Own notice={notice} own={notice.own} />}
            {notice.issuerId === me.position.organisationId && may(me, 'notice.forward') && <Gaps notice={notice} />}
          </div>
        </>
      )}
    </Answered>
  );
}

/** What one’s organisation does with it: whoever may answer takes note of it by opening it, signs for it, answers it, and passes it on. */
function Own({ notice: { id, form, dueOn }, own }: { notice: Notice; own: Schemas['CopyProgressDto'] }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const me = useMe();
  const queries = useQueryClient();
  const renew = () => queries.invalidateQueries({ queryKey: ['notices'] });
  const reading = useAct((_: void, key) => answerOf(api.POST('/notices/{id}/read', { ...keyed(key), params: { path: { id } } })), renew);
  const signing = useAct((_: void, key) => answerOf(api.POST('/notices/{id}/sign', { ...keyed(key), params: { path: { id } } })), renew);
  const { state } = own;
  const mayAnswer = may(me, 'notice.answer');
  const note = reading.send;
  useEffect(() => {
    if (mayAnswer && state === 'sent') {
      note();
    }
  }, [mayAnswer, state]);
  const isOpen = state === 'sent' || state === 'read';
  return (
    <>
      <section className="card" aria-labelledby="standing">
        <h2 id="standing">{t('own')}</h2>
        <Standing own={own} />
        {signing.error !== null && <Trouble error={signing.error} />}
        <div className="line-acts">
          {isOpen && mayAnswer && (
            <button type="button" className="plain-button" disabled={signing.isPending} onClick={() => signing.send()}>
              {t('sign')}
            </button>
          )}
          {!isOpen && may(me, 'notice.forward') && (
            <Link to="/notices/$id/forward" params={{ id }} className="plain-button quiet">
              {t('forward')}
            </Link>
          )}
        </div>
      </section>
      {state === 'signed' && form !== null && mayAnswer && <AnswerForm id={id} form={form} dueOn={dueOn} onDone={renew} />}
      {state === 'answered' && mayAnswer && <OwnAnswer id={id} />}
    </>
  );
}
