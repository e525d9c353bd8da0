import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Receipt } from './objecting';

/** What the sender must keep: with receipt and secret one asks where it stands. The secret is shown this once. */
export function ObjectionReceipt({ receipt: { receipt, secret, flaw } }: { receipt: Receipt }): React.JSX.Element {
  const { t } = useTranslation('visitors');
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => here.current?.focus(), []);
  return (
    <div ref={here} tabIndex={-1} className="plain-form">
      <p className={flaw === null ? 'well' : 'trouble'} role="status">
        {flaw === null ? t('objection.received') : t(`objection.flaws.${flaw}`)}
      </p>
      <dl className="facts-list">
        <dt>{t('standing.receipt')}</dt>
        <dd>
          <strong>{receipt}</strong>
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
      <p className="hint">{t('objection.keep')}</p>
      <p className="no-print">
        <button type="button" className="plain-button quiet" onClick={() => window.print()}>
          {t('print')}
        </button>{' '}
        <Link to="/objection-standing">{t('standing.title')}</Link>
      </p>
    </div>
  );
}
