import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { may, useMe } from '../account/session';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { PageHead } from '../shared/page-head';
import { Branch } from './branch';
import { OrganisationName } from './organisation-name';
import { organisationQuery, routeQuery } from './organisations';
import './organisations.css';

type Organisation = Schemas['OrganisationWithUnitDto'];
type Unit = NonNullable<Organisation['unit']>;

/** One organisation: where it hangs, what is below it, the routes of a unit, and what may be changed. */
export function OrganisationPage(): React.JSX.Element {
  const { t } = useTranslation('organisations');
  const { id } = useParams({ from: '/signed-in/organisations/$id' });
  const me = useMe();
  const query = useQuery(organisationQuery(id));
  return (
    <Answered query={query} lines={8}>
      {(organisation) => (
        <>
          <PageHead title={organisation.name}>
            <Link to="/people" search={{ organisation: id }} className="plain-button quiet">
              {t('people')}
            </Link>
          </PageHead>
          <div className="cards">
            <Facts organisation={organisation} />
            {organisation.unit !== null && may(me, 'submission.read') && <Routes id={id} unit={organisation.unit} />}
            {organisation.unit === null && organisation.kind !== 'county' && (
              <section className="card" aria-labelledby="below">
                <h2 id="below">{t('below')}</h2>
                <ul className="tree">
                  <Branch organisation={organisation} isOpen />
                </ul>
              </section>
            )}
            {may(me, 'graph.change') && id !== me.position.organisationId && <Changes organisation={organisation} />}
          </div>
        </>
      )}
    </Answered>
  );
}

function Facts({ organisation }: { organisation: Organisation }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'forms', 'applications']);
  const { kind, areaCode, credentialParentId, noticeParentId, contactOffice, contactPhone, unit } = organisation;
  const facts: [string, React.ReactNode][] = [
    [t('organisations:kind'), t(`forms:kinds.${kind}`)],
    [t('organisations:area'), areaCode],
    [t('organisations:contact'), [contactOffice, contactPhone].filter((one) => one !== null).join(' ') || t('organisations:none')],
    [t('organisations:issuer'), credentialParentId === null ? t('organisations:none') : <OrganisationName id={credentialParentId} />],
    [t('organisations:sender'), noticeParentId === null ? t('organisations:none') : <OrganisationName id={noticeParentId} />],
    ...(unit === null
      ? []
      : ([
          [t('organisations:uscc'), unit.uscc],
          [t('organisations:organiser'), <OrganisationName key="organiser" id={unit.organiserId} />],
          [t('organisations:line'), t(unit.field === 'energy' ? 'applications:fields.energy' : 'applications:fields.other')],
          [t('organisations:doors'), unit.doors.map((door) => t(`organisations:doorNames.${door}`)).join('、')],
          [t('organisations:ofOne'), t(unit.singlePerson ? 'organisations:yes' : 'organisations:no')],
        ] satisfies [string, React.ReactNode][])),
  ];
  return (
    <section className="card" aria-label={t('organisations:facts')}>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** By which desks the unit’s submissions go, through each of its doors (S25). */
function Routes({ id, unit }: { id: string; unit: Unit }): React.JSX.Element {
  const { t } = useTranslation('organisations');
  return (
    <section className="card" aria-labelledby="routes">
      <h2 id="routes">{t('routes')}</h2>
      {unit.doors.map((door) => (
        <Route key={door} id={id} door={door} />
      ))}
    </section>
  );
}

function Route({ id, door }: { id: string; door: Unit['doors'][number] }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'journey']);
  const query = useQuery(routeQuery(id, door));
  return (
    <div>
      <h3>{t(`organisations:doorNames.${door}`)}</h3>
      <Answered query={query} lines={2}>
        {({ legs }) => (
          <ol>
            {legs.map(({ kind, organisationId }) => (
              <li key={kind}>
                {t(`journey:stages.${kind}`)}：<OrganisationName id={organisationId} />
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </div>
  );
}

const kindsOf = ({ kind }: Organisation) =>
  kind === 'unit'
    ? (['transfer', 'rename', 'merge', 'split', 'close', 'revoke'] as const)
    : (['transfer', 'rename', 'merge', 'split', 'close', 'revoke', 'handOver'] as const);

function Changes({ organisation }: { organisation: Organisation }): React.JSX.Element {
  const { t } = useTranslation('organisations');
  return (
    <section className="card" aria-labelledby="changes">
      <h2 id="changes">{t('change')}</h2>
      <p className="hint">{t('changeHint')}</p>
      <ul className="line-list">
        {kindsOf(organisation).map((kind) => (
          <li key={kind}>
            <span>
              <Link to="/organisations/change" search={{ kind, organisation: organisation.id }}>
                {t(`changes.${kind}`)}
              </Link>
              <span className="hint">{t(`changeHints.${kind}`)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
