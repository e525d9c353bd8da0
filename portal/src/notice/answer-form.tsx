import { faultyFields, feedbackForms } from '@dengke/contract';
import type { FeedbackForm } from '@dengke/contract';
import { useRef, useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { useAct } from '../api/use-act';
import { ProblemError } from '../api/problem';
import { civilDay } from '../shared/dates';
import { ThereAgain, useKept } from '../shared/kept';
import { Trouble } from '../shared/trouble';
import { answer } from './answering';
import { AnswerField } from './answer-field';

interface Props {
  id: string;
  form: FeedbackForm;
  dueOn: string | null;
  onDone: () => Promise<unknown>;
}

/** The form that comes back with a letter: its boxes, the declaration word for word, the scan with signature and seal. */
export function AnswerForm({ id, form, dueOn, onDone }: Props): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { fields, declaration, sealed } = feedbackForms[form];
  const kept = useKept<Record<string, string>>(
    `answer-${id}-${useMe().position.id}`,
    {},
    fields.filter(isContact).map((field) => field.id),
  );
  const { form: filledIn, set } = kept;
  const [scan, setScan] = useState<File | undefined>();
  const [isDeclared, setDeclared] = useState(false);
  const [faulty, setFaulty] = useState<readonly string[]>([]);
  const place = useRef<HTMLFormElement>(null);
  const sending = useAct(
    (input: { filledIn: Record<string, string>; scan: File | undefined }, key) => answer(id, { ...input, declaration }, key),
    () => {
      kept.letGo();
      return onDone().then(() => undefined);
    },
  );
  const told = sending.error instanceof ProblemError ? (sending.error.detail<string[]>('fields') ?? []) : [];
  const send = (): void => {
    const found = faultyFields(form, filledIn);
    setFaulty(found);
    if (found.length === 0) {
      sending.send({ filledIn, scan });
    } else {
      place.current?.querySelector<HTMLElement>(`[name="${found[0]}"]`)?.focus();
    }
  };
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">{t(`forms.${form}`)}</h2>
      {dueOn !== null && <p className="hint">{t('dueOn', { day: civilDay(dueOn) })}</p>}
      <form ref={place} className="plain-form answer-form" noValidate onSubmit={(event) => (event.preventDefault(), send())}>
        <ThereAgain kept={kept} lacks={form === 'reply' ? [] : ['contacts', 'files']} />
        {fields.map((field) => (
          <AnswerField
            key={field.id}
            field={field}
            value={filledIn[field.id] ?? ''}
            isFaulty={faulty.includes(field.id) || told.includes(field.id)}
            onChange={(value) => set({ [field.id]: value })}
          />
        ))}
        {declaration !== null && (
          <label className="tick">
            <input type="checkbox" checked={isDeclared} onChange={({ target }) => setDeclared(target.checked)} />
            <span lang="zh-CN">{declaration}</span>
          </label>
        )}
        {sealed && (
          <label>
            {t('seal')}
            <input type="file" accept=".pdf,.jpg,.jpeg,.png" onChange={({ target }) => setScan(target.files?.[0])} />
            <span className="hint">{t('sealHint')}</span>
          </label>
        )}
        {faulty.length > 0 && (
          <p className="trouble" role="alert">
            {t('faulty', { count: faulty.length })}
          </p>
        )}
        {sending.error !== null && <Trouble error={sending.error} />}
        <div>
          <button
            type="submit"
            className="plain-button"
            disabled={sending.isPending || (declaration !== null && !isDeclared) || (sealed && scan === undefined)}
          >
            {t('answer')}
          </button>
        </div>
      </form>
    </section>
  );
}

/** Who somebody is, and how to reach him. */
const isContact = ({ id, kind }: { id: string; kind: string }): boolean => kind === 'mobile' || kind === 'mail' || id.endsWith('Name');
