import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Button } from '../shared/button';
import { Trouble } from '../shared/trouble';

/** For its unit: withdraw what no desk has opened, ask the desk that has (P25). */
export function Withdrawing({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element | null {
  const { t } = useTranslation(['submit', 'shell']);
  const me = useMe();
  const client = useQueryClient();
  const [isSure, setSure] = useState(false);
  const { serial, state, stage, round } = page.progress;
  const isOpened = state === 'in-review' && page.legs.find(({ kind }) => kind === stage)?.openedAt !== null;
  const way = isOpened ? 'ask' : 'withdraw';
  const acting = useAct(
    (_: void, key) => ways[way](serial, key, { seen: { stage, round } }),
    async () => {
      await client.invalidateQueries();
      setSure(false);
    },
  );
  const isOpen = state === 'in-review' || state === 'returned';
  if (!isOpen || page.unitId !== me.position.organisationId || !may(me, 'draft.write')) {
    return null;
  }
  return (
    <section className="card whole" aria-labelledby="title-withdraw">
      <h2 id="title-withdraw">{t('submit:withdrawing.title')}</h2>
      <p className="hint">{t(page.withdrawalAsked ? 'submit:withdrawing.asked' : `submit:withdrawing.${way}.hint`)}</p>
      {acting.error !== null && <Trouble error={acting.error} />}
      {!page.withdrawalAsked && !isSure && <Button onClick={() => setSure(true)}>{t(`submit:withdrawing.${way}.act`)}</Button>}
      {isSure && (
        <div className="many-acts" role="group" aria-labelledby="title-withdraw">
          <Button danger disabled={acting.isPending} onClick={() => acting.send()}>
            {t(`submit:withdrawing.${way}.sure`)}
          </Button>
          <Button onClick={() => setSure(false)}>{t('shell:cancel')}</Button>
        </div>
      )}
    </section>
  );
}

const at = (serial: string, key: string) => ({ ...keyed(key), params: { path: { serial } } });
const ways = {
  withdraw: (serial: string, key: string, body: Schemas['ActDto']) =>
    answerOf(api.POST('/submissions/{serial}/withdraw', { ...at(serial, key), body })),
  ask: (serial: string, key: string, body: Schemas['ActDto']) =>
    answerOf(api.POST('/submissions/{serial}/ask-withdrawal', { ...at(serial, key), body })),
};
