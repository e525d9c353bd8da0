import { useWindowTitle } from './window-title';
import './page-head.css';

/** The head of a page: its title, also that of the window, and what one may do with the whole. */
export function PageHead({ title, children }: { title: string; children?: React.ReactNode }): React.JSX.Element {
  useWindowTitle(title);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children !== undefined && <div className="page-acts">{children}</div>}
    </div>
  );
}
