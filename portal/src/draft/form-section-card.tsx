import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { FieldBox } from './field-box';
import type { FormField } from './form-schema';
import { isBlank, isRequired } from './form-values';
import { RowsField } from './rows-field';
import type { Editing } from './use-editing';

interface Props {
  section: { key: string; label: string; fields: FormField[] };
  editing: Editing;
  gaps: Schemas['Gaps'] | undefined;
}

/** One section of the form. A field that only another answer asks for comes with that answer. */
export function FormSectionCard({ section: { key, label, fields }, editing, gaps }: Props): React.JSX.Element {
  const { t } = useTranslation('draft');
  const { form } = editing.state;
  const shown = fields.filter(
    ({ key: field, required }) => typeof required !== 'object' || isRequired(required, form, 0) || !isBlank(form[field]),
  );
  return (
    <section className="card form-section" id={`section-${key}`} aria-labelledby={`title-${key}`} tabIndex={-1}>
      <h2 id={`title-${key}`}>{label}</h2>
      <div className="boxes">
        {shown.map((field) =>
          field.kind.is === 'rows' ? (
            <RowsField key={field.key} field={field} kind={field.kind} editing={editing} gaps={gaps} />
          ) : (
            <FieldBox
              key={field.key}
              path={field.key}
              label={field.number > 0 ? t('numbered', { number: field.number, label: field.label }) : field.label}
              help={field.help}
              explained={field.explained}
              kind={field.kind}
              isRequired={isRequired(field.required, form, 0)}
              editing={editing}
              gaps={gaps}
            />
          ),
        )}
      </div>
    </section>
  );
}
