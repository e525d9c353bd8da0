import { Select } from 'antd';
import { useTranslation } from '../messages/use-translation';
import type { InputProps } from './field-input';
import type { FieldKind } from './form-schema';

/** A few words of one's own, each ended with Enter or a comma. */
export function WordsInput({
  path,
  kind,
  value,
  change,
  isFaulty,
  about,
}: InputProps<Extract<FieldKind, { is: 'words' }>>): React.JSX.Element {
  const { t } = useTranslation('draft');
  return (
    <Select
      id={`field-${path}`}
      mode="tags"
      open={false}
      suffixIcon={null}
      maxCount={kind.most}
      tokenSeparators={['，', ',', '；', ';', '、']}
      placeholder={t('wordsHint')}
      value={Array.isArray(value) ? (value as string[]) : []}
      aria-labelledby={`label-${path}`}
      aria-describedby={about}
      {...(isFaulty ? { status: 'error' as const } : {})}
      onChange={(words: string[]) => change(words.length === 0 ? undefined : words)}
    />
  );
}
