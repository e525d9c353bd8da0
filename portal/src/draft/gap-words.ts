import { evidenceKinds } from '@dengke/contract';
import type { EvidenceKind } from '@dengke/contract';
import type { FormSchema } from '@dengke/contract/forms';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { boxOf, codeListQuery } from './form-schema';
import { kindName } from './kind-name';

/** The field of the form that a path lies in; `evidence.<kind>` is `evidence`. */
export const rootOf = (field: string | null): string => (field ?? '').split('.')[0] ?? '';

/** Where on the page a path is answered; declarations are ticked in one box, and another edition of the form is taken at its top. */
export function placeOf(field: string | null): string {
  if (field === null || rootOf(field) === 'evidence') {
    return 'section-evidence';
  }
  if (rootOf(field) === 'schema') {
    return 'section-edition';
  }
  return rootOf(field) === 'declarations' ? 'field-declarations' : `field-${field}`;
}

/** A missing answer is said in a word, a missing piece by its kind, a declaration by its name, anything else by the sentence of its refusal; before it the name of the box. */
export function useGapWords(schema: FormSchema): (gap: Schemas['Gap']) => string {
  const { t } = useTranslation(['draft', 'problems']);
  const ticks = boxOf(schema, 'declarations')?.field.kind;
  const { data: declarations } = useQuery({ ...codeListQuery(ticks?.is === 'codes' ? ticks.list : ''), enabled: ticks?.is === 'codes' });
  return ({ code, field }) => {
    const [root = '', kind = ''] = (field ?? '').split('.');
    if (root === 'evidence' && kind in evidenceKinds) {
      return t('draft:lacksKind', { kind: kindName(kind as EvidenceKind) });
    }
    const declared = root === 'declarations' && declarations?.entries.find(({ code: one }) => one === kind);
    if (declared) {
      return t('draft:undeclared', { name: declared.name });
    }
    const box = boxOf(schema, field ?? '');
    const words = code === 'FORM_INCOMPLETE' && box !== null ? t('draft:unanswered') : t(`problems:${code}`);
    return box === null ? words : `${box.label}：${words}`;
  };
}
