import { Input, Radio } from 'antd';
import { useTranslation } from '../messages/use-translation';
import { CodesInput } from './codes-input';
import { MoneyInput } from './money-input';
import type { FieldKind } from './form-schema';
import type { FormValues } from './form-values';
import { TicksInput } from './ticks-input';
import { WordsInput } from './words-input';

export interface InputProps<Kind = Exclude<FieldKind, { is: 'rows' }>> {
  path: string;
  kind: Kind;
  value: unknown;
  form: FormValues;
  change: (to: unknown) => void;
  isFaulty: boolean;
  /** Ids of what is said about it. */
  about: string | undefined;
}

/** The control for one kind of answer. */
export function FieldInput(props: InputProps): React.JSX.Element | null {
  const { kind, path, value, change, isFaulty, about } = props;
  const { t } = useTranslation('draft');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const common = {
    id: `field-${path}`,
    'aria-describedby': about,
    'aria-invalid': isFaulty,
    ...(isFaulty ? { status: 'error' as const } : {}),
  };
  switch (kind.is) {
    case 'line':
      return <Input {...common} value={text} maxLength={kind.max} onChange={(event) => change(emptied(event.target.value))} />;
    case 'lines':
      return (
        <Input.TextArea
          {...common}
          value={text}
          maxLength={kind.max}
          showCount
          rows={kind.max > 1_000 ? 7 : 3}
          onChange={(event) => change(emptied(event.target.value))}
        />
      );
    case 'month':
    case 'day':
      return (
        <Input
          {...common}
          type={kind.is === 'month' ? 'month' : 'date'}
          value={text}
          onChange={(event) => change(emptied(event.target.value))}
        />
      );
    case 'money':
      return <MoneyInput {...props} kind={kind} />;
    case 'integer':
      return <Input {...common} inputMode="numeric" value={text} onChange={(event) => change(wholeNumber(event.target.value))} />;
    case 'yes-no':
      return (
        <Radio.Group id={`field-${path}`} aria-labelledby={`label-${path}`} value={value} onChange={(event) => change(event.target.value)}>
          <Radio value={true}>{t('yes')}</Radio>
          <Radio value={false}>{t('no')}</Radio>
        </Radio.Group>
      );
    case 'codes':
      return kind.list === 'declaration' ? <TicksInput {...props} kind={kind} /> : <CodesInput {...props} kind={kind} />;
    case 'code':
      return <CodesInput {...props} kind={kind} />;
    case 'words':
      return <WordsInput {...props} kind={kind} />;
    case 'id':
      return null;
  }
}

const emptied = (text: string): string | undefined => (text === '' ? undefined : text);

/** Half typed it is a text, which the system refuses with the fault that is shown. */
const wholeNumber = (text: string): number | string | undefined => (text === '' ? undefined : /^\d+$/.test(text) ? Number(text) : text);
