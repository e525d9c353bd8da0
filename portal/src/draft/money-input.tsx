import { amountOf, yuanOf } from '@dengke/contract/forms';
import { Input } from 'antd';
import { useTranslation } from '../messages/use-translation';
import { currentLanguage } from '../messages/messages';
import type { InputProps } from './field-input';
import type { CellKind } from './form-schema';

/** An amount in 万元, said again in 元: the commonest mistake of the paper form is to mistake one for the other. */
export function MoneyInput({ path, value, change, isFaulty, about }: InputProps<Extract<CellKind, { is: 'money' }>>): React.JSX.Element {
  const { t } = useTranslation('draft');
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const amount = amountOf(text);
  const echo = `echo-${path}`;
  return (
    <>
      <Input
        id={`field-${path}`}
        inputMode="decimal"
        suffix={t('tenThousandYuan')}
        value={text}
        aria-describedby={[echo, about].filter(Boolean).join(' ')}
        aria-invalid={isFaulty}
        {...(isFaulty ? { status: 'error' as const } : {})}
        onChange={(event) => change(event.target.value.trim() === '' ? undefined : event.target.value.trim())}
      />
      <output className="hint echo" id={echo} htmlFor={`field-${path}`}>
        {amount === undefined ? ' ' : t('inYuan', { yuan: new Intl.NumberFormat(currentLanguage()).format(BigInt(yuanOf(amount))) })}
      </output>
    </>
  );
}
