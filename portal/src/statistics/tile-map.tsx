import map from './prefecture-tiles.json';

/** As many shades as are still told apart. */
const shades = 5;

interface Props {
  label: string;
  values: readonly { code: string | null; count: number }[];
}

/** Prefectures as tiles, each about where it lies; the figure stands in each, so the shade says nothing that is not written. */
export function TileMap({ label, values }: Props): React.JSX.Element {
  const countOf = (code: string): number => values.find((one) => one.code === code)?.count ?? 0;
  const most = Math.max(1, ...map.tiles.map(({ code }) => countOf(code)));
  const shadeOf = (count: number): number => (count === 0 ? 0 : Math.ceil((count / most) * shades));
  return (
    <ul className="tile-map" aria-label={label} style={{ gridTemplateColumns: `repeat(${map.columns}, minmax(0, 1fr))` }}>
      {map.tiles.map(({ code, name, column, row }) => (
        <li key={code} className={`tile shade-${shadeOf(countOf(code))}`} style={{ gridColumn: column, gridRow: row }}>
          <span>{name}</span> <strong>{countOf(code)}</strong>
        </li>
      ))}
    </ul>
  );
}
