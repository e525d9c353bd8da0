import type { Schemas } from '../api/client';

interface Box {
  name: string;
  spread: Schemas['SpreadDto'];
}

const [wide, high, left, right] = [640, 40, 150, 24];

/** Days as boxes: from the least to the most, the middle half as a box, the median as a stroke. The table beside it has the figures. */
export function Boxes({ label, boxes }: { label: string; boxes: readonly Box[] }): React.JSX.Element {
  const most = Math.max(1, ...boxes.map(({ spread }) => spread.most));
  const x = (days: number): number => left + (days / most) * (wide - left - right);
  const step = Math.max(1, Math.ceil(most / 8));
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
  const bottom = boxes.length * high;
  return (
    <div className="picture-box" role="group" aria-label={label} tabIndex={0}>
      <svg className="picture" viewBox={`0 0 ${wide} ${bottom + 24}`} role="img" aria-label={label}>
        {ticks.map((days) => (
          <g key={days}>
            <line className="grid" x1={x(days)} x2={x(days)} y1={0} y2={bottom} />
            <text x={x(days)} y={bottom + 18} textAnchor="middle">
              {days}
            </text>
          </g>
        ))}
        {boxes.map(({ name, spread: { least, lower, median, upper, most: longest } }, row) => {
          const y = row * high + high / 2;
          return (
            <g key={name}>
              <text x={left - 10} y={y + 5} textAnchor="end">
                {name}
              </text>
              <line className="whisker" x1={x(least)} x2={x(longest)} y1={y} y2={y} />
              <rect className="box" x={x(lower)} y={y - 10} width={Math.max(2, x(upper) - x(lower))} height={20} />
              <line className="median" x1={x(median)} x2={x(median)} y1={y - 12} y2={y + 12} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}
