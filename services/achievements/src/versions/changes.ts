import { canonical } from '@dengke/service-kit';

type Json = unknown;
type Step = string | number;

interface Place {
  /** Rows by their number: of a row that is gone, its number before; of every other, its number now. */
  path: readonly Step[];
  /** Where it stood in the earlier version; of a new row, its list. */
  was: readonly Step[];
}

/** One difference between two versions of a form; together in an order in which they can be carried out one after the other. */
export type Change = Place &
  (
    | { kind: 'added'; after: Json }
    | { kind: 'removed'; before: Json }
    | { kind: 'changed'; before: Json; after: Json }
    /** Rows that stay stand in another order: `order` has their numbers as they were, without those that are gone. */
    | { kind: 'moved'; order: readonly number[] }
  );

/** By what a row of a list is known again, the surest first: one who was only named before may have an id now. */
const identities = ['id', 'personId', 'unitId', 'uscc', 'number', 'title', 'name'] as const;

/**
 * What has become of `before`. Pure, over plain JSON, whatever the form's fields are. Rows of lists are matched by who or what they are, not by
 * their number, so that one put in between is one change.
 */
export function changesBetween(before: Json, after: Json, place: Place = { path: [], was: [] }): Change[] {
  if (canonical(before) === canonical(after)) {
    return [];
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return changesOfRows(before, after, place);
  }
  if (isFields(before) && isFields(after)) {
    return changesOfFields(before, after, place);
  }
  return [{ kind: 'changed', ...place, before, after }];
}

type Fields = Record<string, Json>;
const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const within = ({ path, was }: Place, step: Step, stepBefore = step): Place => ({ path: [...path, step], was: [...was, stepBefore] });

function changesOfFields(before: Fields, after: Fields, place: Place): Change[] {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [
    ...gone.map((key): Change => ({ kind: 'removed', ...within(place, key), before: before[key] })),
    ...Object.keys(after).flatMap((key): Change[] =>
      Object.hasOwn(before, key)
        ? changesBetween(before[key], after[key], within(place, key))
        : [{ kind: 'added', ...within(place, key), after: after[key] }],
    ),
  ];
}

/** First what is gone, from the end; then the order of what stays; then what is new, and what the rows that stay hold. */
function changesOfRows(before: readonly Json[], after: readonly Json[], place: Place): Change[] {
  const wasAt = matched(before, after);
  const stayed = new Set(wasAt);
  const left = [...before.keys()].filter((index) => stayed.has(index));
  const gone = [...before.keys()].filter((index) => !stayed.has(index)).reverse();
  const order = wasAt.flatMap((index) => (index === null ? [] : [left.indexOf(index)]));
  const moved: Change[] = order.every((was, index) => was === index) ? [] : [{ kind: 'moved', ...place, order }];
  return [
    ...gone.map((index): Change => ({ kind: 'removed', ...within(place, index), before: before[index] })),
    ...moved,
    ...wasAt.flatMap((was, index): Change[] =>
      was === null ? [{ kind: 'added', path: [...place.path, index], was: place.was, after: after[index] }] : [],
    ),
    ...wasAt.flatMap((was, index) => (was === null ? [] : changesBetween(before[was], after[index], within(place, index, was)))),
  ];
}

/** For each row of `after` the number it had in `before`; null for a new one. */
function matched(before: readonly Json[], after: readonly Json[]): (number | null)[] {
  const wasAt = after.map((): number | null => null);
  const free = new Set(before.keys());
  const pair = (markOf: (row: Json) => string | undefined, alsoAmongTwins: boolean): void => {
    const old = marked([...free], (index) => markOf(before[index]));
    const isNew = [...after.keys()].filter((index) => wasAt[index] === null);
    for (const [mark, young] of marked(isNew, (index) => markOf(after[index]))) {
      const was = old.get(mark) ?? [];
      if (alsoAmongTwins || (was.length === 1 && young.length === 1)) {
        young.slice(0, was.length).forEach((index, twin) => {
          wasAt[index] = was[twin] ?? null;
          free.delete(was[twin] ?? -1);
        });
      }
    }
  };
  pair(canonical, true);
  identities.forEach((key) => pair((row) => (isFields(row) && typeof row[key] === 'string' ? row[key] : undefined), false));
  return wasAt;
}

/** Numbers of rows by their mark. Of two that bear the same, an identity tells neither from the other. */
function marked(rows: readonly number[], markOf: (index: number) => string | undefined): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const index of rows) {
    const mark = markOf(index);
    if (mark !== undefined) {
      found.set(mark, [...(found.get(mark) ?? []), index]);
    }
  }
  return found;
}
