import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { renewed } from '../api/renewed';
import { keyed, useAct } from '../api/use-act';
import { Refusal } from '../shared/refusal';
import { Sure } from '../shared/sure';

/** For its unit: takes back a correction that was asked for, until it is decided (P36). */
export function WithdrawCorrection({
  correction,
}: {
  correction: Pick<Schemas['CorrectionLine'], 'id' | 'state'>;
}): React.JSX.Element | null {
  const { t } = useTranslation('submit');
  const me = useMe();
  const client = useQueryClient();
  const { id, state } = correction;
  const renew = () => client.invalidateQueries();
  const acting = useAct(
    (_: void, key) =>
      renewed(answerOf(api.POST('/corrections/{id}/withdraw', { ...keyed(key), params: { path: { id } }, body: {} })), renew),
    renew,
  );
  if (state === 'asked' && me.position.organisationKind === 'unit' && may(me, 'draft.write')) {
    return (
      <Sure act={t('correcting.withdraw.act')} sure={t('correcting.withdraw.sure')} hint={t('correcting.withdraw.hint')} acting={acting} />
    );
  }
  // Why it was refused stays to be read, also where it is decided by now.
  return acting.error === null ? null : <Refusal error={acting.error} />;
}
