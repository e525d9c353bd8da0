import type { FormSchema } from '@dengke/contract/forms';
import { asideLabel } from '@dengke/contract/forms';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { Answered } from '../shared/answered';
import { Button } from '../shared/button';
import { Refusal } from '../shared/refusal';
import type { Draft } from './drafts';
import { draftQuery } from './drafts';
import { askedSections, formSchemaQuery } from './form-schema';
import type { FormField } from './form-schema';
import { isBlank } from './form-values';
import type { FormValues } from './form-values';
import type { Editing } from './use-editing';

interface Props {
  draft: Draft;
  schema: FormSchema;
  gaps: Schemas['Gaps'] | undefined;
  editing: Editing;
}

/** Which edition of the form a draft is in: moved to that of its registration year where it is of another, and what did not fit in a move before. */
export function Edition({ draft, schema, gaps, editing }: Props): React.JSX.Element | null {
  const outdated = gaps?.missing.find(({ code }) => code === 'FORM_OUTDATED');
  const year = Number(outdated?.field?.split('.')[1] ?? schema.year);
  return (
    <>
      {year !== schema.year && <Moving draft={draft} schema={schema} year={year} editing={editing} />}
      <Aside setAside={draft.setAside} />
    </>
  );
}

interface MovingProps {
  draft: Draft;
  schema: FormSchema;
  year: number;
  editing: Editing;
}

function Moving({ draft: { id }, schema, year, editing }: MovingProps): React.JSX.Element {
  const { t } = useTranslation('draft');
  const client = useQueryClient();
  const next = useQuery(formSchemaQuery(`${schema.category}-${year}`));
  const moving = useAct(async (_: void, key) => {
    await editing.storeAll();
    const { version } = await client.fetchQuery(draftQuery(id));
    return answerOf(api.PUT('/drafts/{id}/schema', { ...keyed(key), params: { path: { id } }, body: { version, year } }));
  }, editing.became);
  return (
    <section className="card form-section" id="section-edition" aria-labelledby="title-edition" tabIndex={-1}>
      <h2 id="title-edition">{t('edition.title')}</h2>
      <p>{t('edition.hint', { year, present: schema.year })}</p>
      <Answered query={next} lines={3}>
        {(to) => (
          <>
            <Changes from={schema} to={to} form={editing.state.form} />
            {moving.error !== null && <Refusal error={moving.error} />}
            <div className="form-acts">
              <Button primary disabled={moving.isPending} onClick={() => moving.send()}>
                {t('edition.move', { year })}
              </Button>
            </div>
          </>
        )}
      </Answered>
    </section>
  );
}

const fieldsOf = (schema: FormSchema): FormField[] => askedSections(schema).flatMap(({ fields }) => fields);
const asks = ({ label, kind, required }: FormField): string => JSON.stringify([label, kind, required]);

/** What one edition asks and the other does not, and what it asks in another way. */
function Changes({ from, to, form }: { from: FormSchema; to: FormSchema; form: FormValues }): React.JSX.Element {
  const { t } = useTranslation('draft');
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  const namesake = (field: FormField, among: FormField[]): FormField | undefined => among.find(({ key }) => key === field.key);
  const lists = {
    added: after.filter((field) => namesake(field, before) === undefined).map(({ label }) => label),
    gone: before
      .filter((field) => namesake(field, after) === undefined)
      .map(({ key, label }) => (isBlank(form[key]) ? label : `${label}${t('edition.filled')}`)),
    other: after.filter((field) => asks(namesake(field, before) ?? field) !== asks(field)).map(({ label }) => label),
  };
  const told = (['added', 'gone', 'other'] as const).filter((which) => lists[which].length > 0);
  return told.length === 0 ? (
    <p>{t('edition.same')}</p>
  ) : (
    <dl className="facts">
      {told.map((which) => (
        <div key={which} className="whole">
          <dt>{t(`edition.${which}`)}</dt>
          <dd>{lists[which].join('、')}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What was answered under another edition or category and does not fit here. */
function Aside({ setAside }: Pick<Draft, 'setAside'>): React.JSX.Element | null {
  const { t } = useTranslation('draft');
  const labels = [...new Set(Object.keys(setAside).map((place) => asideLabel(place) ?? place))];
  return labels.length === 0 ? null : (
    <section className="card form-section" aria-labelledby="title-aside">
      <h2 id="title-aside">{t('edition.asideTitle')}</h2>
      <p>
        {t('edition.aside')}
        {labels.join('、')}
      </p>
    </section>
  );
}
