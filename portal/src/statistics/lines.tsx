import type { Schemas } from '../api/client';

type Month = Schemas['MonthCount'];
const [wide, high, left, bottom, top] = [640, 220, 40, 28, 12];
const series = ['submitted', 'registered'] as const;

/** What was submitted and registered, month by month, as two lines. The table beside it has the figures. */
export function Lines({ label, months }: { label: string; months: readonly Month[] }): React.JSX.Element {
  const most = Math.max(1, ...months.flatMap(({ submitted, registered }) => [submitted, registered]));
  const x = (index: number): number => left + (months.length === 1 ? 0.5 : index / (months.length - 1)) * (wide - left - 24);
  const y = (count: number): number => top + (1 - count / most) * (high - top - bottom);
  const step = Math.max(1, Math.ceil(months.length / 8));
  return (
    <div className="picture-box" role="group" aria-label={label} tabIndex={0}>
      <svg className="picture" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={label}>
        {[0, Math.ceil(most / 2), most].map((count) => (
          <g key={count}>
            <line className="grid" x1={left} x2={wide - 16} y1={y(count)} y2={y(count)} />
            <text x={left - 8} y={y(count) + 5} textAnchor="end">
              {count}
            </text>
          </g>
        ))}
        {months.map(({ month }, index) =>
          index % step === 0 ? (
            <text key={month} x={x(index)} y={high - 8} textAnchor="middle">
              {month}
            </text>
          ) : null,
        )}
        {series.map((one) => (
          <g key={one} className={one}>
            <polyline points={months.map((month, index) => `${x(index)},${y(month[one])}`).join(' ')} />
            {months.map((month, index) => (
              <circle key={month.month} cx={x(index)} cy={y(month[one])} r={3.5} />
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}
