import type { FormSchema } from '@dengke/contract/forms';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { askedSections } from '../draft/form-schema';
import { kindName } from '../draft/kind-name';

/** A place that a finding or a remark can name. */
export interface Place {
  field: string;
  label: string;
}

/** What a remark can be about: each field of the form, each piece of evidence, and the evidence as a whole. */
export function usePlaces({ evidence }: Schemas['SubmissionPage'], schema: FormSchema): Place[] {
  const { t } = useTranslation('review');
  return [
    { field: 'evidence', label: t('allEvidence') },
    ...evidence.map(({ id, kind, fileName }) => ({ field: id, label: `${kindName(kind)} ${fileName}` })),
    ...askedSections(schema).flatMap(({ fields }) =>
      fields.filter(({ kind }) => kind.is !== 'id').map(({ key, label }) => ({ field: key, label })),
    ),
  ];
}
