import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
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
  const acting = useAct(
    (_: void, key) => answerOf(api.POST('/corrections/{id}/withdraw', { ...keyed(key), params: { path: { id } }, body: {} })),
    () => client.invalidateQueries(),
  );
  return state === 'asked' && me.position.organisationKind === 'unit' && may(me, 'draft.write') ? (
    <Sure act={t('correcting.withdraw.act')} sure={t('correcting.withdraw.sure')} hint={t('correcting.withdraw.hint')} acting={acting} />
  ) : null;
}
