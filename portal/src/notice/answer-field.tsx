import type { feedbackForms } from '@dengke/contract';
import { useId } from 'react';
import { useTranslation } from '../messages/use-translation';

type Field = (typeof feedbackForms)[keyof typeof feedbackForms]['fields'][number];

const typeOf = { line: 'text', text: 'text', mobile: 'tel', mail: 'email', postcode: 'text', uscc: 'text', day: 'date' } as const;

interface Props {
  field: Field;
  value: string;
  isFaulty: boolean;
  onChange: (value: string) => void;
}

/** One box of a form, with what is expected in it where that is not plain. */
export function AnswerField({ field: { id: name, kind }, value, isFaulty, onChange }: Props): React.JSX.Element {
  const { t } = useTranslation('notice');
  const id = useId();
  const shared = { id, name, value, required: true, 'aria-invalid': isFaulty, 'aria-describedby': `${id}-hint` };
  return (
    <div className={kind === 'text' ? 'whole' : ''}>
      <label htmlFor={id}>{t(`fields.${name}`)}</label>
      {kind === 'text' ? (
        <textarea {...shared} rows={5} maxLength={4_000} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...shared} type={typeOf[kind]} onChange={({ target }) => onChange(target.value)} />
      )}
      <span className={isFaulty ? 'fault' : 'hint'} id={`${id}-hint`}>
        {isFaulty ? t(`faults.${kind}`) : t(`kinds.${kind}`)}
      </span>
    </div>
  );
}
