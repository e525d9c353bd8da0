import { Link, useLoaderData } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { civilDay } from '../shared/dates';
import { Export } from '../shared/export';
import { More, Nothing, PublicPage } from './public-page';
import { everyOf, publicityOf } from './reading';
import { useMore } from './use-more';

/** What is about to be registered, for everybody to see and to object to. */
export function PublicityPage(): React.JSX.Element {
  const { t } = useTranslation(['visitors', 'journey']);
  const listed = useMore(useLoaderData({ from: '/publicity' }), publicityOf);
  return (
    <PublicPage title={t('visitors:publicity.title')} lead={t('visitors:publicity.lead')}>
      {listed.items.length === 0 && (
        <Nothing title={t('visitors:publicity.none')}>
          <p>
            {t('visitors:publicity.noneHint')} <Link to="/register">{t('visitors:publicity.toRegister')}</Link>
          </p>
        </Nothing>
      )}
      <ul className="entries">
        {listed.items.map(({ serial, name, firstUnit, category, fromOn, toOn }) => (
          <li key={serial} className="card">
            <h2>
              <Link to="/publicity/$serial" params={{ serial }}>
                {name}
              </Link>
            </h2>
            <p>{firstUnit}</p>
            <p className="hint">
              {t(`journey:categories.${category}`)} · {t('visitors:publicity.during', { from: civilDay(fromOn), to: civilDay(toOn) })}
            </p>
          </li>
        ))}
      </ul>
      <More listed={listed} />
      {listed.items.length > 0 && (
        <Export
          list={t('visitors:publicity.title')}
          columns={[
            [t('visitors:columns.serial'), ({ serial }) => serial],
            [t('visitors:facts.name'), ({ name }) => name],
            [t('visitors:columns.firstUnit'), ({ firstUnit }) => firstUnit],
            [t('visitors:facts.category'), ({ category }) => t(`journey:categories.${category}`)],
            [t('visitors:columns.from'), ({ fromOn }) => civilDay(fromOn)],
            [t('visitors:columns.to'), ({ toOn }) => civilDay(toOn)],
          ]}
          lines={() => everyOf(publicityOf)}
        />
      )}
      <p>
        <Link to="/objection-standing">{t('visitors:standing.title')}</Link>
      </p>
    </PublicPage>
  );
}
