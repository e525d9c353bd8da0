import { Link, useLoaderData, useLoaderDeps } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { civilDay } from '../shared/dates';
import { Export } from '../shared/export';
import { Facets } from './facets';
import { More, Nothing, PublicPage } from './public-page';
import { everyOf, moreOfRegister } from './reading';
import { RegisterForm } from './register-form';
import { useMore } from './use-more';

/** The register, searched by words and narrowed down by what is found. What was asked stands in the address. */
export function RegisterPage(): React.JSX.Element {
  const { t } = useTranslation(['visitors', 'journey']);
  const asked = useLoaderDeps({ from: '/register' });
  const { found, counts, names } = useLoaderData({ from: '/register' });
  const listed = useMore(found, (next) => moreOfRegister(asked, next));
  const byCategory = counts.filter(({ facet }) => facet === 'category');
  const count = byCategory.reduce((sum, one) => sum + one.count, 0);
  const atLeast = byCategory.some((one) => one.atLeast);
  const isNarrowed = Object.keys(asked).length > 0;
  return (
    <PublicPage title={t('visitors:register.title')} lead={t('visitors:register.lead')}>
      <RegisterForm key={JSON.stringify(asked)} asked={asked} />
      <div className="with-facets">
        <Facets asked={asked} counts={counts} names={names} />
        <div>
          <p role="status">{t(atLeast ? 'visitors:register.atLeast' : 'visitors:register.count', { count })}</p>
          {count === 0 && (
            <Nothing title={t(isNarrowed ? 'visitors:register.none' : 'visitors:register.empty')}>
              {isNarrowed && (
                <p>
                  {t('visitors:register.noneHint')}{' '}
                  <Link to="/register" search={{}}>
                    {t('visitors:register.all')}
                  </Link>
                </p>
              )}
            </Nothing>
          )}
          <ul className="entries">
            {listed.items.map(({ number, name, firstUnit, category, approvedOn, cancelledOn }) => (
              <li key={number} className="card">
                <h2>
                  <Link to="/register/$number" params={{ number }}>
                    {name}
                  </Link>{' '}
                  {cancelledOn !== null && <span className="mark over">{t('visitors:register.cancelled')}</span>}
                </h2>
                <p>{firstUnit}</p>
                <p className="hint">
                  {number} · {t(`journey:categories.${category}`)} · {t('visitors:register.approvedOn', { day: civilDay(approvedOn) })}
                </p>
              </li>
            ))}
          </ul>
          <More listed={listed} />
          {count > 0 && (
            <Export
              list={t('visitors:register.title')}
              columns={[
                [t('visitors:columns.number'), ({ number }) => number],
                [t('visitors:facts.name'), ({ name }) => name],
                [t('visitors:columns.firstUnit'), ({ firstUnit }) => firstUnit],
                [t('visitors:facts.category'), ({ category }) => t(`journey:categories.${category}`)],
                [t('visitors:columns.approvedOn'), ({ approvedOn }) => civilDay(approvedOn)],
                [t('visitors:columns.cancelledOn'), ({ cancelledOn }) => (cancelledOn === null ? '' : civilDay(cancelledOn))],
              ]}
              lines={() => everyOf((after) => moreOfRegister({ ...asked, limit: 100 }, after))}
            />
          )}
        </div>
      </div>
    </PublicPage>
  );
}
