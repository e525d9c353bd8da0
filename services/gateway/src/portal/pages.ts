/** What the portal's build says of a page. */
export interface Page {
  /** Of `assets/`, beside those of every page. */
  scripts: readonly string[];
  styles: readonly string[];
  /** What it asks first, below the prefix of the API: `/submissions/queue/counts`. */
  asks: readonly string[];
}

/** By the path of the page, in which `$name` stands for any one segment. */
export type Pages = Readonly<Record<string, Page>>;

const unknown: Page = { scripts: [], styles: [], asks: [] };

export const pageAt = (pages: Pages, path: string): Page =>
  pages[path] ?? Object.entries(pages).find(([pattern]) => matches(pattern, path))?.[1] ?? unknown;

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length && wanted.every((segment, at) => segment === given[at] || (segment.startsWith('$') && given[at] !== ''))
  );
}
