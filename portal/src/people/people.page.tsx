import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { OrganisationPicker } from '../organisations/organisation-picker';
import { peopleQuery } from '../organisations/organisations';
import { useOrganisation } from '../organisations/use-organisation';
import { Answered } from '../shared/answered';
import { instantOf } from '../shared/dates';
import { Export } from '../shared/export';
import { PageHead } from '../shared/page-head';

/** Who holds positions in one’s own organisation, or in one below it. */
export function PeoplePage(): React.JSX.Element {
  const { t } = useTranslation('people');
  const me = useMe();
  const navigate = useNavigate();
  const { organisation: id = me.position.organisationId } = useSearch({ from: '/signed-in/people' });
  const organisation = useOrganisation(id);
  const [words, setWords] = useState('');
  const query = useQuery(peopleQuery(id));
  return (
    <>
      <PageHead title={t('title')}>
        {may(me, 'credential.issue') && (
          <Link to="/people/new" search={{ organisation: id }} className="plain-button">
            {t('issue')}
          </Link>
        )}
      </PageHead>
      <div className="cards">
        <section className="card" aria-label={t('whose')}>
          <OrganisationPicker
            key={id}
            label={t('organisation')}
            chosen={organisation}
            choose={(chosen) => void navigate({ to: '/people', search: { organisation: chosen.id } })}
          />
          <div className="narrowing">
            <label>
              {t('byName')}
              <input type="search" maxLength={60} value={words} onChange={({ target }) => setWords(target.value)} />
            </label>
          </div>
        </section>
        <Answered query={query} lines={6}>
          {(people) => <People people={people} words={words.trim()} />}
        </Answered>
      </div>
    </>
  );
}

function People({ people, words }: { people: readonly Schemas['ColleagueDto'][]; words: string }): React.JSX.Element {
  const { t } = useTranslation(['people', 'forms', 'shell']);
  const nameOf = (personId: string): string => people.find((one) => one.personId === personId)?.name ?? t('people:somebodyElse');
  const shown = people.filter(({ name }) => name.includes(words));
  return (
    <section className="card" aria-labelledby="people">
      <h2 id="people">{t('people:count', { count: shown.length })}</h2>
      <Export
        list={t('people:title')}
        columns={[
          [t('people:name'), ({ name }) => name],
          [t('people:role'), ({ role }) => t(`shell:roles.${role}`)],
          [t('people:mobile'), ({ mobile }) => mobile],
          [t('people:mail'), ({ mail }) => mail],
          [t('people:columns.standsIn'), ({ deputyFor }) => (deputyFor === null ? '' : nameOf(deputyFor))],
          [t('people:columns.until'), ({ endsAt }) => (endsAt === null ? '' : instantOf(endsAt))],
        ]}
        lines={() => shown}
      />
      {shown.length === 0 && <p>{t(people.length === 0 ? 'people:nobody' : 'forms:noneFound')}</p>}
      <ul className="line-list">
        {shown.map(({ personId, positionId, name, role, mobile, mail, deputyFor, endsAt }) => (
          <li key={positionId}>
            <span>
              <Link to="/people/$personId" params={{ personId }}>
                {name}
              </Link>
              <span className="hint">{[mobile, mail].filter((one) => one !== null).join(' · ') || t('people:noContact')}</span>
            </span>
            <span>
              {t(`shell:roles.${role}`)}
              {deputyFor !== null && <span className="hint">{t('people:standsInFor', { name: nameOf(deputyFor) })}</span>}
              {endsAt !== null && <span className="hint">{t('people:until', { at: instantOf(endsAt) })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
