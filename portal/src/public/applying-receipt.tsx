import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Applied } from './applying';

/** What the applicant must keep: with both one asks where it stands. The secret is shown this once. */
export function ApplyingReceipt({ applied: { id, secret, isDoubtful } }: { applied: Applied }): React.JSX.Element {
  const { t } = useTranslation('applying');
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} tabIndex={-1} className="card plain-form">
      <p className="well" role="status">
        {t('received')}
      </p>
      {isDoubtful && <p>{t('login.doubtful')}</p>}
      <dl className="facts-list">
        <dt>{t('standing.id')}</dt>
        <dd>
          <code className="secret">{id}</code>
        </dd>
        {secret !== undefined && (
          <>
            <dt>{t('standing.secret')}</dt>
            <dd>
              <code className="secret">{secret}</code>
            </dd>
          </>
        )}
      </dl>
      <p className="hint">{t('keep')}</p>
      <p className="no-print">
        <button type="button" className="plain-button quiet" onClick={() => window.print()}>
          {t('print')}
        </button>{' '}
        <Link to="/apply/standing">{t('standing.title')}</Link>
      </p>
    </div>
  );
}
