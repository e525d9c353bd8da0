export type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Taken whole from the later file. */
const replaced = new Set(['command', 'entrypoint', 'test']);

/** Two values of the same key as Compose puts them together: mappings key by key, lists one behind the other, of mounts the later at each place. */
export const merged = (before: unknown, after: unknown, key = ''): unknown => {
  if (isPlain(after) && '!override' in after) {
    return after['!override'];
  }
  if (isPlain(before) && isPlain(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return Object.fromEntries([...keys].map((each) => [each, each in after ? merged(before[each], after[each], each) : before[each]]));
  }
  if (Array.isArray(before) && Array.isArray(after) && !replaced.has(key)) {
    const both: unknown[] = [before, after].flat();
    return [...new Map(both.map((item) => [placeOf(item, key), item])).values()];
  }
  return isPlain(after) ? merged({}, after) : after;
};

/** What may be there once only. */
const placeOf = (item: unknown, key: string): string => {
  if (key === 'volumes' && typeof item === 'string') {
    return item.replace(/\$\{[^}]*\}/g, '').split(':')[1] ?? item;
  }
  return isPlain(item) && 'target' in item ? String(item['target']) : JSON.stringify(item);
};
