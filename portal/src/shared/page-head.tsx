import { useEffect } from 'react';
import { useTranslation } from '../messages/use-translation';
import './page-head.css';

/** The head of a page: its title, also that of the window, and what one may do with the whole. */
export function PageHead({ title, children }: { title: string; children?: React.ReactNode }): React.JSX.Element {
  const { t } = useTranslation('shell');
  const name = t('name');
  useEffect(() => {
    document.title = `${title} · ${name}`;
  }, [title, name]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children !== undefined && <div className="page-acts">{children}</div>}
    </div>
  );
}
