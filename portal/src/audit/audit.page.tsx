import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { useOrganisation } from '../organisations/use-organisation';
import { Answered } from '../shared/answered';
import { More } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { useEvery } from '../shared/use-every';
import { useSettled } from '../shared/use-settled';
import { Entries } from './entries-table';
import { isById, Narrowing, narrowedBy } from './narrowing';
import type { Asked, Narrowed } from './narrowing';

/** Every change of the graphs, and what operators did to the house itself. */
const subjects = { graphs: 'graph/changes', operations: 'operations/house' } as const;
const pageSize = 200;

const auditQuery = (subject: string, narrowed: Narrowed) =>
  infiniteQueryOptions({
    queryKey: ['audit', subject, narrowed],
    queryFn: ({ pageParam }) =>
      answerOf(api.GET('/audit', { params: { query: { subject, ...narrowed, after: pageParam, limit: pageSize } } })),
    initialPageParam: 0,
    getNextPageParam: ({ entries }: Schemas['AuditDto']) => (entries.length < pageSize ? undefined : entries.at(-1)?.number),
  });

/** What was done to an organisation, its people and logins, or to the graphs; and whether the chain is whole. */
export function AuditPage(): React.JSX.Element {
  const { t } = useTranslation('audit');
  const navigate = useNavigate();
  const { subject } = useSearch({ from: '/signed-in/audit' });
  const id = /^organisation\/(.+)$/.exec(subject ?? '')?.[1];
  const organisation = useOrganisation(id);
  const ask = (about: string) => void navigate({ to: '/audit', search: { subject: about } });
  return (
    <>
      <PageHead title={t('title')} />
      <div className="cards">
        <section className="card" aria-label={t('about')}>
          <OrganisationPicker
            key={id ?? ''}
            label={t('organisation')}
            chosen={organisation}
            choose={(chosen) => ask(`organisation/${chosen.id}`)}
          />
          <div className="acts">
            {(['graphs', 'operations'] as const).map((name) => (
              <button
                key={name}
                type="button"
                className="plain-button quiet"
                aria-pressed={subject === subjects[name]}
                onClick={() => ask(subjects[name])}
              >
                {t(name)}
              </button>
            ))}
          </div>
          <Other subject={subject ?? ''} ask={ask} />
        </section>
        {subject !== undefined && <Audit key={subject} subject={subject} />}
      </div>
    </>
  );
}

/** Any other subject, by its name. */
function Other({ subject, ask }: { subject: string; ask: (subject: string) => void }): React.JSX.Element {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(subject);
  return (
    <form className="narrowing" onSubmit={(event) => (event.preventDefault(), ask(typed.trim()))}>
      <label>
        {t('subject')}
        <input required pattern="[a-zA-Z]+\/[\w.\-]{1,80}" value={typed} onChange={({ target }) => setTyped(target.value)} />
      </label>
      <button type="submit" className="plain-button quiet">
        {t('ask')}
      </button>
    </form>
  );
}

function Audit({ subject }: { subject: string }): React.JSX.Element {
  const { t } = useTranslation('audit');
  const [asked, ask] = useState<Asked>({ kind: '', by: '', from: '' });
  const settled = { ...asked, by: useSettled(asked.by) };
  const narrowed = narrowedBy(settled);
  const isFindable = isById(asked) && isById(settled);
  // What was found before stays until there is something else: the boxes stand between them.
  const list = useInfiniteQuery({ ...auditQuery(subject, narrowed), placeholderData: keepPreviousData, enabled: isById(settled) });
  const every = useEvery();
  const fault = list.data?.pages[0]?.fault ?? null;
  return (
    <Answered query={list} lines={8}>
      {({ pages }) => (
        <section className="card" aria-labelledby="entries">
          <h2 id="entries">{t('entries')}</h2>
          <p className={fault === null ? 'well' : 'trouble'} role="status">
            {fault === null ? t('whole') : t('broken', { number: fault.number, fault: t(`faults.${fault.fault}`) })}
          </p>
          <Narrowing asked={asked} ask={ask} kinds={pages[0]?.kinds ?? []} />
          <Entries
            entries={isFindable ? pages.flatMap(({ entries }) => entries) : []}
            all={async () => (isFindable ? (await every(auditQuery(subject, narrowed))).flatMap(({ entries }) => entries) : [])}
          />
          {isFindable && <More list={list} />}
        </section>
      )}
    </Answered>
  );
}
