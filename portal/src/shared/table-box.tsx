/** A table that is scrolled sideways where there is no room for it, also by the keyboard. */
export function TableBox({ label, children }: { label: string; children: React.ReactNode }): React.JSX.Element {
  return (
    <div className="table-box" role="group" aria-label={label} tabIndex={0}>
      <table>{children}</table>
    </div>
  );
}
