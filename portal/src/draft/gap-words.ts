import { evidenceKinds } from '@dengke/contract';
import type { EvidenceKind } from '@dengke/contract';
import type { FormSchema } from '@dengke/contract/forms';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { boxOf } from './form-schema';
import { kindName } from './kind-name';

/** The field of the form that a path lies in; `evidence.<kind>` is `evidence`. */
export const rootOf = (field: string | null): string => (field ?? '').split('.')[0] ?? '';

/** Where on the page a path is answered. */
export const placeOf = (field: string | null): string =>
  field === null || rootOf(field) === 'evidence' ? 'section-evidence' : `field-${field}`;

/** A missing answer is said in a word, a missing piece by its kind, anything else by the sentence of its refusal; before it the name of the box. */
export function useGapWords(schema: FormSchema): (gap: Schemas['Gap']) => string {
  const { t } = useTranslation(['draft', 'problems']);
  return ({ code, field }) => {
    const [root = '', kind = ''] = (field ?? '').split('.');
    if (root === 'evidence' && kind in evidenceKinds) {
      return t('draft:lacksKind', { kind: kindName(kind as EvidenceKind) });
    }
    const box = boxOf(schema, field ?? '');
    const words = code === 'FORM_INCOMPLETE' && box !== null ? t('draft:unanswered') : t(`problems:${code}`);
    return box === null ? words : `${box.label}：${words}`;
  };
}
