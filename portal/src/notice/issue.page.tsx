import { feedbackFormNames } from '@dengke/contract';
import type { FeedbackForm } from '@dengke/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { ThereAgain, useKept } from '../shared/kept';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { uploaded } from './answering';
import './notice.css';

interface Letter {
  title: string;
  documentNumber: string;
  body: string;
  /** Without one it asks for no answer. */
  form: FeedbackForm | '';
  dueOn: string;
  isPublic: boolean;
  annexes: readonly File[];
}

const blank: Letter = { title: '', documentNumber: '', body: '', form: '', dueOn: '', isPublic: false, annexes: [] };

/** A letter of one’s own to everybody directly below, with what it asks for and until when (S1, P4). */
export function IssuePage(): React.JSX.Element {
  const { t } = useTranslation('notice');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const kept = useKept(`letter-${useMe().position.id}`, blank, ['annexes']);
  const { form: letter, set } = kept;
  const sending = useAct(issue, async ({ id }) => {
    kept.letGo();
    await queries.invalidateQueries({ queryKey: ['notices'] });
    await navigate({ to: '/notices/$id', params: { id } });
  });
  return (
    <>
      <PageHead title={t('issue')} />
      <form className="card plain-form forward-form" onSubmit={(event) => (event.preventDefault(), sending.send(letter))}>
        <ThereAgain kept={kept} lacks={['files']} />
        <p className="hint">{t('issuing.how')}</p>
        <label>
          {t('columns.title')}
          <input value={letter.title} maxLength={200} required onChange={({ target }) => set({ title: target.value })} />
        </label>
        <label>
          {t('columns.documentNumber')}
          <input value={letter.documentNumber} required onChange={({ target }) => set({ documentNumber: target.value })} />
          <span className="hint">{t('issuing.numberHint')}</span>
        </label>
        <label>
          {t('forwarding.body')}
          <textarea rows={8} value={letter.body} maxLength={20_000} required onChange={({ target }) => set({ body: target.value })} />
        </label>
        <label>
          {t('issuing.asks')}
          <select value={letter.form} onChange={({ target }) => set({ form: target.value as Letter['form'] })}>
            <option value="">{t('issuing.nothing')}</option>
            {feedbackFormNames.map((form) => (
              <option key={form} value={form}>
                {t(`forms.${form}`)}
              </option>
            ))}
          </select>
        </label>
        {letter.form !== '' && (
          <label>
            {t('columns.dueOn')}
            <input type="date" value={letter.dueOn} required onChange={({ target }) => set({ dueOn: target.value })} />
          </label>
        )}
        <label className="tick">
          <input type="checkbox" checked={letter.isPublic} onChange={({ target }) => set({ isPublic: target.checked })} />
          <span>{t('issuing.isPublic')}</span>
        </label>
        <label>
          {t('issuing.annexes')}
          <input type="file" multiple onChange={({ target }) => set({ annexes: [...(target.files ?? [])] })} />
        </label>
        {sending.error !== null && <Trouble error={sending.error} />}
        <div>
          <button type="submit" className="plain-button" disabled={sending.isPending}>
            {t('forwarding.send')}
          </button>
        </div>
      </form>
    </>
  );
}

async function issue({ title, documentNumber, body, form, dueOn, isPublic, annexes }: Letter, key: string) {
  const annexIds = await Promise.all(annexes.map(async (file, number) => (await uploaded(file, `${key}-annex-${number}`)).id));
  const demand = form === '' ? {} : { form, dueOn };
  return answerOf(
    api.POST('/notices', {
      ...keyed(key),
      body: {
        title,
        documentNumber: documentNumber.trim(),
        body,
        isPublic,
        reach: 'cascade',
        ...demand,
        ...(annexIds.length > 0 && { annexIds }),
      },
    }),
  );
}
