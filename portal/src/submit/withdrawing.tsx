import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Sure } from '../shared/sure';

/** For its unit: withdraw what no desk has opened, ask the desk that has (P25). */
export function Withdrawing({ page }: { page: Schemas['SubmissionPage'] }): React.JSX.Element | null {
  const { t } = useTranslation('submit');
  const me = useMe();
  const client = useQueryClient();
  const { serial, state, stage, round } = page.progress;
  const isOpened = state === 'in-review' && page.legs.find(({ kind }) => kind === stage)?.openedAt !== null;
  const way = isOpened ? 'ask' : 'withdraw';
  const acting = useAct(
    (_: void, key) => ways[way](serial, key, { seen: { stage, round } }),
    () => client.invalidateQueries(),
  );
  const isOpen = state === 'in-review' || state === 'returned';
  if (!isOpen || page.unitId !== me.position.organisationId || !may(me, 'draft.write')) {
    return null;
  }
  return (
    <section className="card whole" aria-labelledby="title-withdraw">
      <h2 id="title-withdraw">{t('withdrawing.title')}</h2>
      <p className="hint">{t(page.withdrawalAsked ? 'withdrawing.asked' : `withdrawing.${way}.hint`)}</p>
      {!page.withdrawalAsked && <Sure act={t(`withdrawing.${way}.act`)} sure={t(`withdrawing.${way}.sure`)} acting={acting} />}
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
