/** What a text of the browser's storage says, by name; nothing where there is none, or none that can be read. */
export function readable(kept: string | null | undefined): Record<string, unknown> {
  try {
    return named(JSON.parse(kept ?? '{}'));
  } catch {
    return {};
  }
}

/** By name, or by place in a list; nothing of what has no parts. */
export const named = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The texts alone. */
export const textsIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(named(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

/** Of each part its texts. */
export const textsInEach = (value: unknown): Record<string, Record<string, string>> =>
  Object.fromEntries(Object.entries(named(value)).map(([name, part]) => [name, textsIn(part)]));
