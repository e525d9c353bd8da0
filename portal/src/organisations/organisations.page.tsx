import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import { Answered } from '../shared/answered';
import { Export } from '../shared/export';
import { Listed } from '../shared/listed';
import { PageHead } from '../shared/page-head';
import { useEvery } from '../shared/use-every';
import { useSettled } from '../shared/use-settled';
import { faultLines } from './fault-lines';
import { useFaultWords } from './fault-words';
import { OrganisationName } from './organisation-name';
import { lintQuery, organisationQuery, organisationsQuery } from './organisations';
import type { OrganisationLine } from './organisations';
import { Branch } from './branch';
import './organisations.css';

/** The tree of one’s part of the graphs, opened level by level, and what is wrong with the graphs. */
export function OrganisationsPage(): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const me = useMe();
  const [typed, setTyped] = useState('');
  const search = useSettled(typed.trim());
  const { organisationId: id, organisationName: name, organisationKind: kind } = me.position;
  return (
    <>
      <PageHead title={t('title')}>
        {may(me, 'graph.change') && (
          <>
            <Link to="/organisations/import" className="plain-button quiet">
              {t('import')}
            </Link>
            <Link to="/organisations/change" search={{ kind: 'create' }} className="plain-button">
              {t('changes.create')}
            </Link>
          </>
        )}
      </PageHead>
      <div className="cards">
        {may(me, 'graph.lint') && <Lint />}
        <section className="card" aria-label={t('tree')}>
          <div className="narrowing">
            <label>
              {t('search')}
              <input type="search" maxLength={60} value={typed} onChange={({ target }) => setTyped(target.value)} />
            </label>
          </div>
          {search === '' ? (
            <ul className="tree">
              <Branch organisation={{ id, name, kind }} isOpen />
            </ul>
          ) : (
            <Found search={search} />
          )}
          <OrganisationsExport search={search} />
        </section>
      </div>
    </>
  );
}

/** All of one's part of the graphs, or those that were found. */
function OrganisationsExport({ search }: { search: string }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'forms']);
  const every = useEvery();
  return (
    <Export<OrganisationLine>
      list={t('organisations:title')}
      columns={[
        [t('organisations:name'), ({ name }) => name],
        [t('organisations:kind'), ({ kind }) => t(`forms:kinds.${kind}`)],
        [t('organisations:area'), ({ areaCode }) => areaCode],
        [
          t('organisations:contact'),
          ({ contactOffice, contactPhone }) => [contactOffice, contactPhone].filter((one) => one !== null).join(' '),
        ],
      ]}
      lines={async () => (await every(organisationsQuery(search === '' ? {} : { search }))).flat()}
    />
  );
}

function Found({ search }: { search: string }): React.JSX.Element {
  const { t } = useTranslation('forms');
  const list = useInfiniteQuery(organisationsQuery({ search }));
  const found = list.data?.pages.flat() ?? [];
  return (
    <div role="status">
      <Listed list={list} isEmpty={found.length === 0} none={<p>{t('noneFound')}</p>} lines={4}>
        <ul className="line-list">
          {found.map(({ id, name, kind, areaCode }) => (
            <li key={id}>
              <Link to="/organisations/$id" params={{ id }}>
                {name}
              </Link>
              <span className="hint">
                {t(`kinds.${kind}`)} · {areaCode}
              </span>
            </li>
          ))}
        </ul>
      </Listed>
    </div>
  );
}

function Lint(): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const queries = useQueryClient();
  const query = useQuery(lintQuery);
  const faultWords = useFaultWords();
  const lines = faultLines(query.data ?? []);
  const named = async (id: string): Promise<string> =>
    queries.fetchQuery({ ...organisationQuery(id), staleTime: 60_000 }).then(
      ({ name }) => name,
      () => t('elsewhere'),
    );
  return (
    <section className="card" aria-labelledby="lint">
      <h2 id="lint">{t('lint')}</h2>
      <Answered query={query}>{(organisations) => organisations.length === 0 && <p className="well">{t('lintClean')}</p>}</Answered>
      <ul className="line-list">
        {lines.map((line) => (
          <li key={`${line.organisationId} ${line.fault}`}>
            <Link to="/organisations/$id" params={{ id: line.organisationId }}>
              <OrganisationName id={line.organisationId} />
            </Link>
            <span className="tag bad">{faultWords(line)}</span>
          </li>
        ))}
      </ul>
      {lines.length > 0 && (
        <Export
          list={t('lint')}
          columns={[
            [t('columns.organisation'), ({ organisation }) => organisation],
            [t('columns.fault'), faultWords],
          ]}
          lines={() => Promise.all(lines.map(async (line) => ({ ...line, organisation: await named(line.organisationId) })))}
        />
      )}
    </section>
  );
}
