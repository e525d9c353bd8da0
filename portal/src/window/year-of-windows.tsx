import { Link } from '@tanstack/react-router';
import { useTranslation } from '../messages/use-translation';
import { civilDay, shanghaiDay } from '../shared/dates';
import type { WindowView } from './reading';

const dayMillis = 86_400_000;
const months = Array.from({ length: 12 }, (_, month) => month + 1);

interface Bar {
  kind: 'results' | 'online' | 'paper';
  from: string;
  to: string;
}

/** What each window collects and when, as bars over the months of a year; each bar says its days. */
export function YearOfWindows({ year, windows }: { year: number; windows: readonly WindowView[] }): React.JSX.Element {
  const { t } = useTranslation('window');
  const begins = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - begins) / dayMillis;
  const placeOf = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - begins) / dayMillis;
  const shown = windows
    .map((one) => ({ one, bars: barsOf(one).filter(({ from, to }) => placeOf(to) >= 0 && placeOf(from) < days) }))
    .filter(({ bars }) => bars.length > 0);
  if (shown.length === 0) {
    return <p>{t('noneInYear', { year })}</p>;
  }
  return (
    <>
      <div className="year">
        <ol className="year-months" aria-hidden="true">
          {months.map((month) => (
            <li key={month}>{month}</li>
          ))}
        </ol>
        <ul>
          {shown.map(({ one, bars }) => (
            <li key={one.id}>
              <Link to="/desk/windows/$id" params={{ id: one.id }}>
                {one.name}
              </Link>
              <ul className="year-bars">
                {bars.map(({ kind, from, to }) => {
                  const left = Math.max(0, placeOf(from));
                  const width = Math.min(days, placeOf(to) + 1) - left;
                  const said = `${t(`columns.${kind}`)}：${t('span', { from: civilDay(from), to: civilDay(to) })}`;
                  return (
                    <li
                      key={kind}
                      className={kind}
                      title={said}
                      style={{ marginLeft: `${(left / days) * 100}%`, width: `${(width / days) * 100}%` }}
                    >
                      <span className="only-heard">{said}</span>
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
        </ul>
      </div>
      <p className="year-legend hint">
        {(['results', 'online', 'paper'] as const).map((kind) => (
          <span key={kind}>
            <span className={`swatch ${kind}`} aria-hidden="true" /> {t(`columns.${kind}`)}
          </span>
        ))}
      </p>
    </>
  );
}

const barsOf = ({ resultFrom, resultTo, opensAt, cutOffOn, paperFrom, paperTo }: WindowView): Bar[] => [
  { kind: 'results', from: resultFrom, to: resultTo },
  { kind: 'online', from: shanghaiDay(opensAt), to: cutOffOn },
  { kind: 'paper', from: paperFrom, to: paperTo },
];
