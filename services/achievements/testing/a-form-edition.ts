import { formEditions } from '@dengke/contract/forms';
import type { EditionField, FormEdition } from '@dengke/contract/forms';

const everywhere = { applied: 'always', basic: 'always', soft: 'always' } as const;

/** A form of 2024 as it might be, for specs alone: without 研究形式, with 标准形式 asked of everybody. */
export const aFormOf2024: FormEdition = {
  year: 2024,
  listsOn: '2023-08-01',
  sections: (formEditions[0]?.sections ?? []).map((section) => ({
    ...section,
    fields: section.fields
      .filter(({ key }) => key !== 'researchForm')
      .map((field): EditionField => (field.key === 'standardForm' ? { ...field, asked: everywhere } : field)),
  })),
};
