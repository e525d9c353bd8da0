import { categories } from '@dengke/contract';
import type { Category } from '@dengke/contract';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useMe } from '../account/session';
import { answerOf, api } from '../api/client';
import { keyed, useAct } from '../api/use-act';
import { PageHead } from '../shared/page-head';
import { Refusal } from '../shared/refusal';
import { ownUnitRow, unitQuery } from './drafts';
import { FromWorkbook } from './from-workbook';
import './draft.css';

const ofCategory = Object.keys(categories) as Category[];

/** Begins a form: which kind it is, and first of all that it is not classified, since nothing classified is ever stored. */
export function NewDraftPage(): React.JSX.Element {
  const { t } = useTranslation(['draft', 'journey', 'shell']);
  const navigate = useNavigate();
  const [category, setCategory] = useState<Category>('applied');
  const [isPublic, setPublic] = useState(false);
  const unit = useQuery(unitQuery(useMe().position.organisationId));
  const beginning = useAct(
    (form: object, key) => answerOf(api.POST('/drafts', { ...keyed(key), body: { form: form } })),
    ({ id }) => navigate({ to: '/drafts/$id', params: { id }, search: {}, replace: true }),
  );
  return (
    <>
      <PageHead title={t('draft:begin')} />
      <form
        className="card new-draft"
        onSubmit={(event) => {
          event.preventDefault();
          beginning.send({ category, secrecy: 'public', ...(unit.data === undefined ? {} : { units: [ownUnitRow(unit.data)] }) });
        }}
      >
        <fieldset>
          <legend>{t('draft:category')}</legend>
          {ofCategory.map((one) => (
            <label key={one} className={one === category ? 'choice chosen' : 'choice'}>
              <input type="radio" name="category" checked={one === category} onChange={() => setCategory(one)} />
              <span>
                <strong>{t(`journey:categories.${one}`)}</strong>
                <span className="hint">{t(`draft:categories.${one}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <label className="tick">
          <input type="checkbox" checked={isPublic} onChange={(event) => setPublic(event.target.checked)} required />
          <span>
            {t('draft:notClassified')}
            <span className="hint">{t('draft:notClassifiedHint')}</span>
          </span>
        </label>
        {beginning.error !== null && <Refusal error={beginning.error} />}
        <button type="submit" className="plain-button" disabled={beginning.isPending || !isPublic}>
          {t('draft:start')}
        </button>
      </form>
      <FromWorkbook category={category} />
    </>
  );
}
