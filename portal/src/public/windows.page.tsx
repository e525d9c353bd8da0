import { Link, useLoaderData } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { civilDay, endOf, endsWithDay } from '../shared/dates';
import { Export } from '../shared/export';
import { Nothing, PublicPage } from './public-page';

/** When one can register: the collection windows that are not over, whom to ask, what to read first. */
export function WindowsPage(): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const windows = useLoaderData({ from: '/windows' });
  return (
    <PublicPage title={t('windows.title')} lead={t('windows.lead')}>
      {windows.length === 0 && (
        <Nothing title={t('windows.none')}>
          <p>{t('windows.noneHint')}</p>
        </Nothing>
      )}
      {windows.map((one) => (
        <Window key={one.id} window={one} />
      ))}
      {windows.length > 0 && <WindowsExport windows={windows} />}
      <p>
        <Link to="/guide">{t('windows.toGuide')}</Link>
      </p>
    </PublicPage>
  );
}

function WindowsExport({ windows }: { windows: readonly Schemas['PublicWindowView'][] }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const span = (from: string, to: string) => t('span', { from: civilDay(from), to: civilDay(to) });
  return (
    <Export
      list={t('windows.title')}
      columns={[
        [t('columns.window'), ({ name }) => name],
        [t('columns.state'), (one) => t(`windows.states.${stateOf(one)}`)],
        [t('windows.results'), ({ resultFrom, resultTo }) => span(resultFrom, resultTo)],
        [t('windows.online'), ({ opensOn, cutOffAt }) => t('span', { from: civilDay(opensOn), to: endOf(cutOffAt) })],
        [t('windows.paper'), ({ paperFrom, paperTo }) => span(paperFrom, paperTo)],
        [t('windows.year'), ({ registrationYear }) => registrationYear],
        [
          t('windows.earlier'),
          ({ earlierCutOffs }) =>
            earlierCutOffs.map(({ of, cutOffOn }) => t('windows.earlierOf', { of, day: civilDay(cutOffOn) })).join('\n'),
        ],
      ]}
      lines={() => windows}
    />
  );
}

function Window({ window: one }: { window: Schemas['PublicWindowView'] }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const span = (from: string, to: string) => t('span', { from: civilDay(from), to: civilDay(to) });
  return (
    <section className="card" aria-labelledby={`window-${one.id}`}>
      <h2 id={`window-${one.id}`}>
        {one.name} <span className={one.takesSubmissions ? 'mark open' : 'mark'}>{t(`windows.states.${stateOf(one)}`)}</span>
      </h2>
      <dl className="facts-list">
        <dt>{t('windows.results')}</dt>
        <dd>{span(one.resultFrom, one.resultTo)}</dd>
        <dt>{t('windows.online')}</dt>
        <dd>
          <strong>{t('span', { from: civilDay(one.opensOn), to: endOf(one.cutOffAt) })}</strong>{' '}
          {endsWithDay(one.cutOffAt) && t('windows.untilMidnight')}
        </dd>
        <dt>{t('windows.paper')}</dt>
        <dd>{span(one.paperFrom, one.paperTo)}</dd>
        <dt>{t('windows.year')}</dt>
        <dd>{one.registrationYear}</dd>
        {one.earlierCutOffs.length > 0 && (
          <>
            <dt>{t('windows.earlier')}</dt>
            <dd>
              {one.earlierCutOffs.map(({ of, cutOffOn }) => (
                <div key={of}>{t('windows.earlierOf', { of, day: civilDay(cutOffOn) })}</div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <Information window={one} />
    </section>
  );
}

/** Whether it takes anything now is judged by the instant; a state may lag behind it. */
const stateOf = ({ state, takesSubmissions }: Schemas['PublicWindowView']) =>
  takesSubmissions ? 'open' : state === 'open' ? 'cut-off' : state;

function Information({ window: { contacts, manuals } }: { window: Schemas['PublicWindowView'] }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  return (
    <div className="two-columns">
      <div>
        <h3>{t('windows.contacts')}</h3>
        {contacts.length === 0 && <p className="hint">{t('windows.noContacts')}</p>}
        {contacts.map(({ office, phone, address }) => (
          <address key={`${office} ${phone}`}>
            {office} <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
            <span className="hint">{address}</span>
          </address>
        ))}
      </div>
      <div>
        <h3>{t('windows.manuals')}</h3>
        {manuals.length === 0 && <p className="hint">{t('windows.noManuals')}</p>}
        <ul>
          {manuals.map(({ title, url }) => (
            <li key={url}>
              <a href={url} rel="noopener noreferrer">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
