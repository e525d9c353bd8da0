import { useRef } from 'react';
import { ExportRows } from './export';
import { rowsOf } from './rows-of';

interface Props {
  label: string;
  /** Whether all of it is there, so that its file says what it says; what comes page by page has an `Export` of its own. */
  whole?: boolean;
  children: React.ReactNode;
}

/** A table that is scrolled sideways where there is no room for it, also by the keyboard. */
export function TableBox({ label, whole = true, children }: Props): React.JSX.Element {
  const table = useRef<HTMLTableElement>(null);
  return (
    <>
      <div className="table-box" role="group" aria-label={label} tabIndex={0}>
        <table ref={table}>{children}</table>
      </div>
      {whole && <ExportRows list={label} rows={() => rowsOf(table.current)} />}
    </>
  );
}
