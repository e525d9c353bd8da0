import type { GraphChange } from '@dengke/contract';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { useAct } from '../api/use-act';
import { ActForm } from '../shared/act-form';
import { PageHead } from '../shared/page-head';
import { Refusal } from '../shared/refusal';
import type { Preview } from './changing';
import { changeOf, makeChange, nothingWanted, preview } from './changing';
import { ChangeFields } from './change-fields';
import { Effects } from './effects';
import { OpenWork } from './open-work';
import { useOrganisation } from './use-organisation';
import './organisations.css';

/** One change of the graphs: filled in, looked at beforehand, then done with a reason. */
export function ChangePage(): React.JSX.Element {
  const { kind, organisation } = useSearch({ from: '/signed-in/organisations/change' });
  return <Change key={`${kind} ${organisation ?? ''}`} />;
}

interface Looked {
  change: GraphChange;
  preview: Preview;
}

function Change(): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'shell']);
  const { kind, organisation: id } = useSearch({ from: '/signed-in/organisations/change' });
  const organisation = useOrganisation(id);
  const queries = useQueryClient();
  const [wanted, setWanted] = useState(nothingWanted);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<{ number: number; organisationId: string | null } | null>(null);
  const looking = useAct(async (change: GraphChange) => ({ change, preview: await preview(change) }), setLooked);
  const title = organisation === null ? t(`organisations:changes.${kind}`) : `${t(`organisations:changes.${kind}`)}：${organisation.name}`;
  return (
    <>
      <PageHead title={title} />
      <div className="cards narrow">
        <section className="card" aria-label={t('organisations:toChange')}>
          <p className="hint">{t(`organisations:changeHints.${kind}`)}</p>
          <form className="plain-form" onSubmit={(event) => (event.preventDefault(), looking.send(changeOf(kind, organisation, wanted)))}>
            <ChangeFields
              kind={kind}
              organisation={organisation}
              wanted={wanted}
              set={(part) => {
                setWanted({ ...wanted, ...part });
                setLooked(null);
              }}
            />
            {looking.error !== null && <Refusal error={looking.error} />}
            <div>
              <button type="submit" className="plain-button" disabled={looking.isPending || done !== null}>
                {t('organisations:preview')}
              </button>
            </div>
          </form>
        </section>
        {looked !== null && <Effects preview={looked.preview} />}
        {looked !== null && done === null && looked.preview.faults.length === 0 && looked.preview.applicationCount === 0 && (
          <section className="card" aria-label={t('organisations:do')}>
            <div className="acts">
              <ActForm
                label={t('organisations:do')}
                hint={t('organisations:doHint')}
                values={{ change: looked.change, version: looked.preview.version }}
                send={makeChange}
                onDone={async (changed) => {
                  setDone(changed);
                  await queries.invalidateQueries({ queryKey: ['organisations'] });
                }}
              />
            </div>
          </section>
        )}
        {done !== null && (
          <section className="card" role="status" aria-label={t('organisations:isDone')}>
            <p className="well">{t('organisations:doneAs', { number: done.number })}</p>
            <p>
              <Link to="/organisations">{t('organisations:backToTree')}</Link>
              {done.organisationId !== null && (
                <>
                  {' · '}
                  <Link to="/people/new" search={{ organisation: done.organisationId }}>
                    {t('organisations:issueThere')}
                  </Link>
                </>
              )}
            </p>
          </section>
        )}
        {done !== null && looked !== null && looked.preview.open.submissionCount > 0 && <OpenWork open={looked.preview.open} />}
      </div>
    </>
  );
}
