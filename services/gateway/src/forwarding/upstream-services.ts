/** Who answers what: the first path segment below /api/v1 names the service. The gateway knows no more of its paths. */
export const upstreamNames = ['accounts', 'achievements', 'notifications'] as const;
export type UpstreamName = (typeof upstreamNames)[number];

export const apiPrefix = '/api/v1/';

export const segmentsOf: Record<UpstreamName, readonly string[]> = {
  accounts: [
    ...['sessions', 'password', 'second-factor', 'me', 'credentials', 'first-passwords', 'organisations', 'units'],
    ...['people', 'positions', 'audit', 'graphs', 'routes', 'graph-changes', 'deputies', 'imports'],
    ...['credential-applications', 'organiser-applications'],
  ],
  achievements: [
    ...['drafts', 'submissions', 'windows', 'code-lists', 'form-schemas', 'hand-overs', 'calendar', 'publicity', 'objections', 'register'],
    ...['limits', 'report-ups', 'certificates', 'corrections', 'statistics', 'entries', 'house', 'temporal', 'operations'],
  ],
  notifications: ['inbox', 'notices', 'channels', 'calendar-feed'],
};

const upstreamBySegment = new Map<string, UpstreamName>(
  upstreamNames.flatMap((name) => segmentsOf[name].map((segment) => [segment, name])),
);

/** A request's path without ids: the resource, and the word behind what is mostly an id. */
export function routeNameOf(url: string): string {
  const [first = '', second, third = ''] = (url.split('?', 1)[0] ?? '').slice(apiPrefix.length).split('/');
  if (!upstreamBySegment.has(first)) {
    return `${apiPrefix}*`;
  }
  const word = /^[a-z]+(?:-[a-z]+)*$/.test(third) && third.length <= 24 ? `/${third}` : third === '' ? '' : '/*';
  return `${apiPrefix}${first}${second === undefined ? '' : '/*'}${word}`;
}

/**
 * What logs and metrics may say of a request's path. What the services call their routes is unknown here: a word is said once a service has answered it, since
 * anybody could ask for any word.
 */
export class RouteNames {
  private readonly answered = new Set<string>();

  of(url: string): string {
    const name = routeNameOf(url);
    return this.answered.has(name) ? name : name.replace(/(\/\*)\/[a-z-]+$/, '$1/*');
  }

  /** @param status of a service */
  note(url: string, status: number): void {
    if (status < 400) {
      this.answered.add(routeNameOf(url));
    }
  }
}

/** What is sent without an account and read by people (P33): objections to what is in publicity. */
export const isSentByAnybody = (url: string): boolean => url.startsWith(`${apiPrefix}publicity/`);

/** A dot segment, an empty segment, a backslash or their encodings could mean another path to the service than to us. */
const ambiguous = /\/\/|\\|%2f|%5c|%00|(?:\/|^)(?:\.|%2e){1,2}(?:\/|$)/i;

/** The service for a request's path (query included), or null: nothing outside the table is reachable, /internal least of all. */
export function upstreamFor(url: string): UpstreamName | null {
  const path = url.split('?', 1)[0] ?? '';
  if (!path.startsWith(apiPrefix) || ambiguous.test(path)) {
    return null;
  }
  const segment = path.slice(apiPrefix.length).split('/', 1)[0] ?? '';
  return upstreamBySegment.get(segment) ?? null;
}
