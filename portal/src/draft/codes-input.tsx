import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from '../messages/use-translation';
import type { InputProps } from './field-input';
import type { FieldKind } from './form-schema';
import { codeListQuery } from './form-schema';

type CodeKind = Extract<FieldKind, { is: 'code' | 'codes' }>;

/** One entry of a code list, or several; found by typing a part of its code or name. */
export function CodesInput({ path, kind, value, form, change, isFaulty, about }: InputProps<CodeKind>): React.JSX.Element {
  const { t } = useTranslation('draft');
  const list = useQuery(codeListQuery(kind.list));
  const within = kind.within === undefined ? undefined : form[kind.within];
  const options = (list.data?.entries ?? [])
    .filter(({ parent }) => within === undefined || parent === within)
    .map(({ code, name }) => ({ value: code, label: /^[A-Z0-9.]+$/.test(code) ? `${code} ${name}` : name }));
  const common = {
    id: `field-${path}`,
    options,
    loading: list.isPending,
    showSearch: { optionFilterProp: 'label' },
    placeholder: t('choose'),
    notFoundContent: t('noSuchCode'),
    'aria-labelledby': `label-${path}`,
    'aria-describedby': about,
    ...(isFaulty ? { status: 'error' as const } : {}),
  };
  return kind.is === 'codes' ? (
    <Select
      {...common}
      mode="multiple"
      maxCount={kind.most}
      value={Array.isArray(value) ? (value as string[]) : []}
      onChange={(chosen: string[]) => change(chosen.length === 0 ? undefined : chosen)}
    />
  ) : (
    <Select
      {...common}
      allowClear
      value={typeof value === 'string' ? value : null}
      onChange={(chosen: string | null | undefined) => change(chosen ?? undefined)}
    />
  );
}
