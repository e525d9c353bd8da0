import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { renewed } from '../api/renewed';
import { keyed, useAct } from '../api/use-act';
import { Refusal } from '../shared/refusal';
import { Sure } from '../shared/sure';

/** For its unit: withdraw what no desk has opened, ask the desk that has (P25). */
export function Withdrawing({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element | null {
  const { t } = useTranslation('submit');
  const me = useMe();
  const client = useQueryClient();
  const { serial, state, stage, round } = page.progress;
  const isOpened = state === 'in-review' && page.legs.find(({ kind }) => kind === stage)?.openedAt !== null;
  const way = isOpened ? 'ask' : 'withdraw';
  const renew = () => client.invalidateQueries();
  const acting = useAct((_: void, key) => renewed(ways[way](serial, key, { seen: { stage, round } }), renew), renew);
  const isOpen = state === 'in-review' || state === 'returned';
  // Why it was refused stays to be read, also where nothing can be withdrawn by now.
  if ((!isOpen && acting.error === null) || page.unitId !== me.position.organisationId || !may(me, 'draft.write')) {
    return null;
  }
  return (
    <section className="card whole" aria-labelledby="title-withdraw">
      <h2 id="title-withdraw">{t('withdrawing.title')}</h2>
      {isOpen && <p className="hint">{t(page.withdrawalAsked ? 'withdrawing.asked' : `withdrawing.${way}.hint`)}</p>}
      {isOpen && !page.withdrawalAsked ? (
        <Sure key={way} act={t(`withdrawing.${way}.act`)} sure={t(`withdrawing.${way}.sure`)} acting={acting} />
      ) : (
        acting.error !== null && <Refusal error={acting.error} />
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
