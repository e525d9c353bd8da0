import { Fragment } from 'react';
import { useTranslation } from '../messages/use-translation';
import type { Preview } from './changing';
import { faultLines } from './fault-lines';
import { useFaultWords } from './fault-words';
import { OrganisationName } from './organisation-name';

/** How many of a list are shown; the rest is counted. */
const shownOf = 30;

/** All that a change would do, by the code that does it. */
export function Effects({ preview }: { preview: Preview }): React.JSX.Element {
  const { t } = useTranslation(['organisations', 'shell', 'forms']);
  const faultWords = useFaultWords();
  const { effects, faults, people, open, applicationCount } = preview;
  const known = new Map(effects.organisations.map(({ organisationId, after }) => [organisationId, after.name]));
  const nameOf = (id: string): string => people.find(({ personId }) => personId === id)?.name ?? id;
  const place = (id: string | null): React.JSX.Element | string =>
    id === null ? t('organisations:none') : <OrganisationName id={id} known={known} />;
  return (
    <section className="card effects" role="status" aria-labelledby="effects">
      <h2 id="effects">{t('organisations:effects')}</h2>
      {faults.length > 0 && (
        <div>
          <p className="trouble">{t('organisations:refused')}</p>
          <ul>
            {faultLines(faults).map((line) => (
              <li key={`${line.organisationId} ${line.fault}`}>
                {place(line.organisationId)}：{faultWords(line)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {applicationCount > 0 && <p className="trouble">{t('organisations:applicationsOpen', { count: applicationCount })}</p>}
      <Part title={t('organisations:organisations', { count: effects.organisations.length })}>
        {effects.organisations.map(({ organisationId, before, after }) => (
          <Fragment key={organisationId}>
            {after.name}：
            {t(
              before === null ? 'organisations:isNew' : after.closed && !before.closed ? 'organisations:closes' : 'organisations:isChanged',
            )}
            {before !== null && before.name !== after.name && `（${before.name} → ${after.name}）`}
            {before !== null && before.credentialParentId !== after.credentialParentId && (
              <>
                {' '}
                {t('organisations:issuer')} {place(before.credentialParentId)} → {place(after.credentialParentId)}
              </>
            )}
          </Fragment>
        ))}
      </Part>
      <Part title={t('organisations:positions', { count: effects.positions.length })}>
        {effects.positions.map(({ personId, organisationId, role, change }) => (
          <Fragment key={`${personId} ${organisationId} ${role} ${change}`}>
            {nameOf(personId)}：{place(organisationId)} {t(`shell:roles.${role}`)} {t(`organisations:positionChanges.${change}`)}
          </Fragment>
        ))}
      </Part>
      <Part title={t('organisations:credentials', { count: effects.credentials.length })}>
        {effects.credentials.map(({ personId, toId }) => (
          <Fragment key={personId}>
            {nameOf(personId)}：
            {toId === null ? (
              t('organisations:loginShut')
            ) : (
              <>
                {t('organisations:issuedBy')} {place(toId)}
              </>
            )}
          </Fragment>
        ))}
      </Part>
      <Part title={t('organisations:routesChanged', { count: effects.routes.length })}>
        {effects.routes.map(({ unitId, door, after }) => (
          <Fragment key={`${unitId} ${door}`}>
            {place(unitId)}（{t(`organisations:doorNames.${door}`)}）：
            {after === null
              ? t('organisations:noRoute')
              : after.map(({ organisationId }, at) => (
                  <Fragment key={organisationId}>
                    {at > 0 && ' → '}
                    {place(organisationId)}
                  </Fragment>
                ))}
          </Fragment>
        ))}
      </Part>
      <Part title={t('organisations:addressees', { count: effects.addressees.length })}>
        {effects.addressees.map(({ organisationId, fromId, toId }) => (
          <Fragment key={organisationId}>
            {place(organisationId)}：{place(fromId)} → {place(toId)}
          </Fragment>
        ))}
      </Part>
      <p>{t('organisations:work', { submissions: open.submissionCount, drafts: open.draftCount })}</p>
    </section>
  );
}

function Part({ title, children }: { title: string; children: React.JSX.Element[] }): React.JSX.Element | null {
  const { t } = useTranslation('organisations');
  if (children.length === 0) {
    return null;
  }
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {children.slice(0, shownOf).map((line) => (
          <li key={line.key}>{line}</li>
        ))}
        {children.length > shownOf && <li>{t('andMore', { count: children.length - shownOf })}</li>}
      </ul>
    </div>
  );
}
