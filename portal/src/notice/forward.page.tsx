import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Answered } from '../shared/answered';
import { civilDay } from '../shared/dates';
import { ThereAgain, useKept } from '../shared/kept';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import { uploaded } from './answering';
import { noticeQuery } from './reading';
import './notice.css';

/** Passes a letter on to those below, in a letter of one’s own that adds to it and loosens nothing (P4). */
export function ForwardPage(): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { id } = useParams({ from: '/signed-in/notices/$id/forward' });
  const query = useQuery(noticeQuery(id));
  return (
    <>
      <PageHead title={t('forwarding.title')} />
      <Answered query={query} lines={6}>
        {(notice) => <ForwardForm enclosed={notice} />}
      </Answered>
    </>
  );
}

interface OwnLetter {
  title: string;
  body: string;
  documentNumber: string;
  dueOn: string;
  annex: File | undefined;
}

function ForwardForm({ enclosed }: { enclosed: Schemas['NoticePageDto'] }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { id, title } = enclosed;
  // However often it was passed on, it is the first letter that is spoken of.
  const first = enclosed.encloses.at(-1)?.title ?? title;
  // What was asked of its addressees alone is asked of nobody further down.
  const { form, dueOn } = enclosed.reach === 'cascade' ? enclosed : { form: null, dueOn: null };
  const blank: OwnLetter = {
    ...{ title: t('forwarding.titleOf', { title: first }).slice(0, 200), body: t('forwarding.bodyOf') },
    ...{ documentNumber: '', dueOn: dueOn ?? '', annex: undefined },
  };
  const kept = useKept(`forward-${id}-${useMe().position.id}`, blank, ['annex']);
  const { form: letter, set } = kept;
  const sending = useAct(
    (input: OwnLetter, key) => forward(id, input, key),
    async (sent) => {
      kept.letGo();
      await queries.invalidateQueries({ queryKey: ['notices'] });
      await navigate({ to: '/notices/$id', params: { id: sent.id } });
    },
  );
  return (
    <form className="card plain-form forward-form" onSubmit={(event) => (event.preventDefault(), sending.send(letter))}>
      <ThereAgain kept={kept} lacks={['files']} />
      <p>
        {t('forwarding.encloses')}{' '}
        <Link to="/notices/$id" params={{ id }}>
          {title}
        </Link>
      </p>
      <p className="hint">{t('forwarding.how')}</p>
      <label>
        {t('forwarding.letterTitle')}
        <input value={letter.title} maxLength={200} required onChange={({ target }) => set({ title: target.value })} />
      </label>
      <label>
        {t('forwarding.number')}
        <input value={letter.documentNumber} onChange={({ target }) => set({ documentNumber: target.value })} />
        <span className="hint">{t('forwarding.numberHint')}</span>
      </label>
      <label>
        {t('forwarding.body')}
        <textarea rows={8} value={letter.body} maxLength={20_000} required onChange={({ target }) => set({ body: target.value })} />
      </label>
      {form !== null && (
        <label>
          {t('forwarding.dueOn')}
          <input type="date" value={letter.dueOn} max={dueOn ?? undefined} onChange={({ target }) => set({ dueOn: target.value })} />
          {dueOn !== null && <span className="hint">{t('forwarding.noLater', { day: civilDay(dueOn) })}</span>}
        </label>
      )}
      <label>
        {t('forwarding.annex')}
        <input type="file" onChange={({ target }) => set({ annex: target.files?.[0] })} />
      </label>
      {sending.error !== null && <Trouble error={sending.error} />}
      <div>
        <button type="submit" className="plain-button" disabled={sending.isPending}>
          {t('forwarding.send')}
        </button>
      </div>
    </form>
  );
}

async function forward(id: string, { title, body, documentNumber, dueOn, annex }: OwnLetter, key: string) {
  const annexIds = annex === undefined ? {} : { annexIds: [(await uploaded(annex, `${key}-annex`)).id] };
  const given = {
    ...(documentNumber.trim() === '' ? {} : { documentNumber: documentNumber.trim() }),
    ...(dueOn === '' ? {} : { dueOn }),
  };
  return answerOf(
    api.POST('/notices/{id}/forward', {
      ...keyed(key),
      params: { path: { id } },
      body: { title, body, isPublic: false, reach: 'cascade', ...given, ...annexIds },
    }),
  );
}
