import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { civilDay } from '../shared/dates';
import { Sure } from '../shared/sure';
import type { Draft } from './drafts';
import { draftQuery } from './drafts';
import type { Editing } from './use-editing';

interface Props {
  draft: Draft;
  editing: Pick<Editing, 'letGo'>;
}

/** Throws a draft away, with its evidence. What was submitted stays with its submission, and is disposed of on no day of its own (P27). */
export function DeleteDraft({ draft: { id, disposeOn }, editing }: Props): React.JSX.Element | null {
  const { t } = useTranslation('draft');
  const client = useQueryClient();
  const navigate = useNavigate();
  const deleting = useAct(
    (_: void, key) => answerOf(api.DELETE('/drafts/{id}', { ...keyed(key), params: { path: { id } } })),
    async () => {
      editing.letGo();
      await navigate({ to: '/achievements', replace: true });
      client.removeQueries({ queryKey: draftQuery(id).queryKey });
      await client.invalidateQueries({ queryKey: ['drafts'] });
    },
  );
  return disposeOn === null ? null : (
    <section className="card form-section" aria-labelledby="title-delete">
      <h2 id="title-delete">{t('deleting.title')}</h2>
      <p className="hint">{t('deleting.hint', { day: civilDay(disposeOn) })}</p>
      <Sure act={t('deleting.act')} sure={t('deleting.sure')} hint={t('deleting.warning')} acting={deleting} />
    </section>
  );
}
