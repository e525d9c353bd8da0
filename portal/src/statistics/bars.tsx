/** Named counts as bars; the figure stands beside each, so the picture says nothing that is not written. */
export function Bars({ label, bars }: { label: string; bars: readonly { name: string; count: number }[] }): React.JSX.Element {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <ul className="bars" aria-label={label}>
      {bars.map(({ name, count }) => (
        <li key={name}>
          <span className="bar-name">{name}</span>
          <span className="bar-room" aria-hidden="true">
            <span className="bar" style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className="bar-count">{count}</span>
        </li>
      ))}
    </ul>
  );
}
