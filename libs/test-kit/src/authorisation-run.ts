import type { Answered, AuthorisationMatrix } from './authorisation';
import { each } from './authorisation';

/** A route as `routesOf` of the service kit finds it. */
interface FoundRoute {
  route: string;
  access: { to: string; right?: string } | undefined;
  marks: ReadonlySet<string>;
}

/** Somebody who calls. */
export interface MatrixCaller {
  name: string;
  rights: ReadonlySet<string>;
  /** What is particular to him: `disabled`, `expired deputy`, `transferred away` … */
  state?: string;
  /** Whoever is nobody, or nobody any more: shows no token, or one whose ground is gone. */
  out?: 'anonymous' | 'any more';
  headers(): Promise<Record<string, string>>;
}

export interface MatrixTarget {
  id: string;
  /** Names, mobiles, titles that no refusal may tell. */
  kept: readonly string[];
}

/** One way in which a route names something. */
export interface Naming<C extends MatrixCaller, T extends MatrixTarget> {
  targets: readonly T[];
  unknownId: string;
  /** From the independent table. */
  sees(caller: C, target: T): boolean;
  relation(caller: C, target: T): string;
  /** The path without the prefix, with its parameters filled. */
  url(id: string, caller: C): string;
  body?(id: string, caller: C): object | undefined;
  /** Reads what is seen too, so that hiding proves something; a write of what is seen is another spec's matter. */
  reads?: boolean;
  /** Answers alike whether there was anything to do or not. */
  silent?: boolean;
  /** The status of what does not exist. */
  unknown?: number;
}

export type RouteCase<C extends MatrixCaller, T extends MatrixTarget> =
  | { is: 'house' | 'public' | 'gated'; url?: string }
  | { is: 'own'; url?: string; ids?: (answer: unknown) => string[]; may?: (caller: C, id: string) => boolean }
  | { is: 'names'; ways: readonly Naming<C, T>[] };

export interface MatrixRun<C extends MatrixCaller, T extends MatrixTarget> {
  matrix: AuthorisationMatrix;
  routes: readonly FoundRoute[];
  table: Record<string, RouteCase<C, T>>;
  callers: readonly C[];
  send: (caller: C, method: string, url: string, body?: object) => Promise<Answered>;
}

const CONFIRMED = 'dengke:confirmed';

/** @throws where a route is not in the table, or the table has one that is not there */
export function requireWholeTable(found: readonly { route: string }[], table: object): void {
  const [routes, known] = [new Set(found.map(({ route }) => route)), new Set(Object.keys(table))];
  const missing = [...routes].filter((route) => !known.has(route));
  const gone = [...known].filter((route) => !routes.has(route));
  if (missing.length + gone.length > 0) {
    throw new Error(
      `The matrix does not know how to fill: ${missing.join(', ') || 'nothing'}; and there is no ${gone.join(', ') || 'other'}`,
    );
  }
}

/** Every route × every caller × everything the route can name. */
export async function runMatrix<C extends MatrixCaller, T extends MatrixTarget>(run: MatrixRun<C, T>): Promise<void> {
  requireWholeTable(run.routes, run.table);
  const jobs = run.routes.flatMap((route) => run.callers.map((caller) => ({ route, caller })));
  await each(jobs, async ({ route, caller }) => {
    const known = run.table[route.route];
    if (known?.is === 'names') {
      for (const way of known.ways) {
        await judgeNaming(run, route, caller, way);
      }
    } else if (known !== undefined && known.is !== 'public') {
      await judgeUnnamed(run, route, caller, known);
    }
  });
}

/** What somebody who is nobody any more meets: what writes asks accounts again; what only reads may lag by the life of a token (decision 0005). */
const outlives = ({ route, access, marks }: FoundRoute, { out }: MatrixCaller): boolean =>
  out === 'any more' && access?.to !== 'everyone' && /^(?:GET|HEAD) /.test(route) && !marks.has(CONFIRMED);

/** What refuses the caller whatever is named; undefined where it depends. */
function refusalOf({ access }: FoundRoute, { out, rights }: MatrixCaller): readonly number[] | undefined {
  if (access?.to === 'everyone') {
    return undefined;
  }
  if (out !== undefined) {
    // The old token says what is not allowed before anybody is asked, until it has run out itself.
    return out === 'anonymous' ? [401] : [401, 403];
  }
  return access?.to === 'right' && !rights.has(access.right ?? '') ? [403] : undefined;
}

async function judgeUnnamed<C extends MatrixCaller, T extends MatrixTarget>(
  { matrix, send }: MatrixRun<C, T>,
  found: FoundRoute,
  caller: C,
  known: Exclude<RouteCase<C, T>, { is: 'names' }>,
): Promise<void> {
  if (outlives(found, caller)) {
    return;
  }
  const [method = '', path = ''] = found.route.split(' ');
  const url = known.url ?? path;
  const of = { caller: caller.name, route: found.route, target: '', relation: caller.state ?? 'self' };
  const refusal = known.is === 'house' ? [401] : refusalOf(found, caller);
  if (refusal !== undefined) {
    matrix.refuses(of, await send(caller, method, url, method === 'GET' ? undefined : {}), refusal);
  } else if (method === 'GET') {
    const answer = await send(caller, method, url);
    matrix.shows(of, answer);
    if (known.is === 'own' && known.ids !== undefined) {
      matrix.holds({ ...of, relation: 'list' }, known.ids(answer.body), (id) => known.may?.(caller, id) ?? false);
    }
  }
}

async function judgeNaming<C extends MatrixCaller, T extends MatrixTarget>(
  { matrix, send }: MatrixRun<C, T>,
  found: FoundRoute,
  caller: C,
  way: Naming<C, T>,
): Promise<void> {
  if (outlives(found, caller)) {
    return;
  }
  const [method = ''] = found.route.split(' ');
  const ask = (id: string) => send(caller, method, way.url(id, caller), way.body?.(id, caller));
  const unknown = await ask(way.unknownId);
  const refusal = refusalOf(found, caller);
  const expected = refusal ?? [way.unknown ?? 404];
  matrix.refuses({ caller: caller.name, route: found.route, target: '', relation: caller.state ?? 'unknown' }, unknown, expected);
  for (const target of way.targets) {
    const of = { caller: caller.name, route: found.route, target: target.id, relation: caller.state ?? way.relation(caller, target) };
    if (caller.out === 'any more' && refusal !== undefined) {
      matrix.refuses(of, await ask(target.id), refusal, target.kept);
    } else if (refusal !== undefined || !way.sees(caller, target)) {
      matrix.hides(of, await ask(target.id), unknown, way.unknownId, target.kept, way.silent);
    } else if (way.reads === true) {
      matrix.shows(of, await ask(target.id));
    }
  }
}
