interface Props<One extends string> {
  label: string;
  all: readonly One[];
  chosen: One | null;
  choose: (one: One) => void;
  words: (one: One) => string;
}

/** One of a few, as buttons in a row: what a list is narrowed down to. */
export function OneOf<One extends string>({ label, all, chosen, choose, words }: Props<One>): React.JSX.Element {
  return (
    <div className="one-of" role="group" aria-label={label}>
      {all.map((one) => (
        <button key={one} type="button" aria-pressed={one === chosen} onClick={() => choose(one)}>
          {words(one)}
        </button>
      ))}
    </div>
  );
}
