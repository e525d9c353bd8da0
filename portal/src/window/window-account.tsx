import { windowOutcomes } from '@dengke/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Answered } from '../shared/answered';
import { TableBox } from '../shared/table-box';
import { accountsQuery } from './reading';

/** The account: what entered in exactly one column, at every level; the residual is 0 or something is wrong. */
export function WindowAccount({ id, every }: { id: string; every: boolean }): React.JSX.Element {
  const { t } = useTranslation(['window', 'problems']);
  const query = useQuery(accountsQuery(id, every));
  const refused = Object.entries(query.data?.[0]?.refusedAtSubmit ?? {});
  return (
    <section className="card" aria-labelledby="account">
      <h2 id="account">{t('window:account')}</h2>
      <p className="hint">{t('window:accountHint')}</p>
      <Answered query={query}>{(levels) => <Account levels={levels} />}</Answered>
      {refused.length > 0 && (
        <details>
          <summary>{t('window:refusedAtSubmit', { count: refused.reduce((sum, [, count]) => sum + count, 0) })}</summary>
          <ul className="office-list">
            {refused.map(([code, count]) => (
              <li key={code}>
                {t(`problems:${code as 'UNEXPECTED'}`)}：{count}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Account({ levels }: { levels: readonly Schemas['WindowLevelDto'][] }): React.JSX.Element {
  const { t } = useTranslation('window');
  return (
    <TableBox label={t('account')}>
      <thead>
        <tr>
          <th scope="col">{t('level')}</th>
          <th scope="col">{t('organisation')}</th>
          <th scope="col" className="number">
            {t('entered')}
          </th>
          {windowOutcomes.map((outcome) => (
            <th key={outcome} scope="col" className="number">
              {t(`outcomes.${outcome}`)}
            </th>
          ))}
          <th scope="col" className="number">
            {t('residual')}
          </th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ organisationId, name, kind, entered, outcomes, residual }) => (
          <tr key={organisationId ?? 'all'}>
            <td className="short">{kind === null ? '' : t(`kinds.${kind}`)}</td>
            <th scope="row">{name ?? t(organisationId === null ? 'whole' : 'own')}</th>
            <td className="number">{entered}</td>
            {windowOutcomes.map((outcome) => (
              <td key={outcome} className="number">
                {outcomes?.[outcome] ?? 0}
              </td>
            ))}
            <td className={residual === 0 ? 'number' : 'number office-late'}>{residual}</td>
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}
