import type { FormSchema } from '@dengke/contract/forms';
import { useTranslation } from '../messages/use-translation';
import { askedSections } from '../draft/form-schema';
import type { FormValues } from '../draft/form-values';
import { FormValue } from './form-value';
import type { Noting } from './notes';
import { RemarkBox } from './remark-box';

interface Props {
  schema: FormSchema;
  form: FormValues;
  /** Null where nothing is judged: then the form is only read. */
  noting: Noting | null;
}

/** The form as it was submitted, section by section; where it is judged, with a remark at each box. */
export function FormPanel({ schema, form, noting }: Props): React.JSX.Element {
  const { t } = useTranslation(['review', 'draft']);
  return (
    <>
      {askedSections(schema).map((section) => (
        <section key={section.key} aria-labelledby={`said-${section.key}`}>
          <h3 id={`said-${section.key}`}>{section.label}</h3>
          <dl className="said-boxes">
            {section.fields
              .filter(({ kind }) => kind.is !== 'id')
              .map(({ key, number, label, kind }) => (
                <div key={key} id={`at-${key}`} className={kind.is === 'rows' || kind.is === 'lines' ? 'wide' : ''}>
                  <dt>{number > 0 ? t('draft:numbered', { number, label }) : label}</dt>
                  <dd>
                    <FormValue kind={kind} value={form[key]} />
                    {noting !== null && <RemarkBox noting={noting} place={key} label={label} />}
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </>
  );
}
