import { useTranslation } from '../messages/use-translation';
import { PageHead } from '../shared/page-head';
import { Trouble } from '../shared/trouble';
import type { Listed } from './use-more';
import './public.css';

/** A page for everybody: its title, one sentence of what it is, and the rest. */
export function PublicPage({ title, lead, children }: { title: string; lead?: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <div className="public-page">
      <PageHead title={title} />
      {lead !== undefined && <p className="public-lead">{lead}</p>}
      {children}
    </div>
  );
}

/** Nothing is there: what that means, and what one can do. */
export function Nothing({ title, children }: { title: string; children?: React.ReactNode }): React.JSX.Element {
  return (
    <div className="card nothing">
      <p>
        <strong>{title}</strong>
      </p>
      {children}
    </div>
  );
}

export function More({ listed: { more, isPending, error } }: { listed: Listed<unknown> }): React.JSX.Element | null {
  const { t } = useTranslation('shell');
  return (
    <>
      {error !== null && <Trouble error={error} />}
      {more !== null && (
        <button type="button" className="plain-button quiet" disabled={isPending} onClick={more}>
          {t('more')}
        </button>
      )}
    </>
  );
}
