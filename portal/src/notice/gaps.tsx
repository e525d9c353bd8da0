import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../messages/use-translation';
import type { Schemas } from '../api/client';
import { Trouble } from '../shared/trouble';
import { gapsQuery } from './reading';

/** What came of one's own letter: who below has answered and who has not, letter by letter, and all answers as a sheet. */
export function Gaps({ id }: { id: string }): React.JSX.Element | null {
  const { t } = useTranslation('notice');
  const { data, error } = useQuery(gapsQuery(id));
  if (error !== null) {
    return <Trouble error={error} />;
  }
  if (data === undefined || data.length === 0) {
    return null;
  }
  return (
    <section className="card" aria-labelledby="gaps">
      <h2 id="gaps">{t('gaps.title')}</h2>
      {data.map((level) => (
        <Level key={level.noticeId} level={level} />
      ))}
      <p>
        <a href={`/api/v1/notices/${id}/answers`} download>
          {t('gaps.sheet')}
        </a>
      </p>
    </section>
  );
}

function Level({ level }: { level: Schemas['GapLevelDto'] }): React.JSX.Element {
  const { t } = useTranslation('notice');
  const { noticeId, issuer, title, addressees, read, signed, forwarded, answered, missing } = level;
  return (
    <div className="gap-level">
      <h3>
        {issuer}：{title}
      </h3>
      <dl>
        {Object.entries({ addressees, read, signed, forwarded, answered }).map(([key, count]) => (
          <div key={key}>
            <dt>{t(`gaps.${key as 'read'}`)}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <details>
          <summary>{t('gaps.missing', { count: addressees - answered })}</summary>
          <ul id={`missing-${noticeId}`}>
            {missing.map(({ organisationId, name, state, escalatedAt }) => (
              <li key={organisationId}>
                {name} <span className="hint">{t(`standings.${state}`)}</span>
                {escalatedAt !== null && <span className="late"> {t('gaps.late')}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
