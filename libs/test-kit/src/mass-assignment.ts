import type { Answered } from './authorisation';
import type { MatrixCaller, MatrixRun, MatrixTarget } from './authorisation-run';

interface Entities {
  entityMetadatas: readonly { tableName: string; columns: readonly { propertyName: string; type: unknown }[] }[];
  query(sql: string): Promise<unknown[]>;
}
type Body = Record<string, unknown>;

const plausible = (type: unknown): unknown => {
  const name = String(type);
  if (/int|decimal/.test(name)) {
    return 1;
  }
  return /date|time/.test(name) ? '2023-08-14T00:00:00.000Z' : name === 'json' ? {} : /bool/.test(name) ? true : 'registered';
};

/** Every column of a service's tables, with a value it could have. */
export const columnsOf = ({ entityMetadatas }: Pick<Entities, 'entityMetadatas'>): Body =>
  Object.fromEntries(entityMetadatas.flatMap(({ columns }) => columns.map(({ propertyName, type }) => [propertyName, plausible(type)])));

/** All that is stored, but for some tables. A checksum of MariaDB's is another each time where columns are generated. */
export async function rowsOf(database: Entities, but: readonly string[]): Promise<Record<string, string[]>> {
  const tables = [...new Set(database.entityMetadatas.map(({ tableName }) => tableName))].filter((table) => !but.includes(table));
  const rows = await Promise.all(tables.map((table) => database.query(`select * from ${table}`)));
  return Object.fromEntries(tables.map((table, at) => [table, (rows[at] ?? []).map((row) => JSON.stringify(row)).sort()]));
}

export interface Assigned {
  routes: string[];
  /** What was not refused, or not because of the column. */
  accepted: string[];
}

/**
 * Every write that reads a body, with one that would do and every column besides: each column must be refused by name, at the top of the body and
 * in each of its parts.
 * @param bodies of routes that name nothing, and those with every field there can be
 * @throws where there is a write it cannot fill
 */
export async function assignEverything<C extends MatrixCaller, T extends MatrixTarget>(
  run: Omit<MatrixRun<C, T>, 'matrix' | 'routes'> & { routes: readonly (MatrixRun<C, T>['routes'][number] & { takesBody: boolean })[] },
  columns: Body,
  bodies: Record<string, object>,
): Promise<Assigned> {
  const assigned: Assigned = { routes: [], accepted: [] };
  for (const { route, access, takesBody } of run.routes) {
    const [method = '', path = ''] = route.split(' ');
    if (!takesBody || access?.to === 'services') {
      continue;
    }
    assigned.routes.push(route);
    for (const { caller, url, body } of fillings(run, route, access?.right, { path, whole: bodies[route] as Body | undefined })) {
      for (const { polluted, added } of pollutedFrom(body, columns)) {
        const answer = await run.send(caller, method, url, polluted);
        const refused = new Set(unknownFields(answer));
        const missed = added.filter((field) => !refused.has(field));
        if (answer.status !== 422 || missed.length > 0) {
          assigned.accepted.push(`${route} as ${caller.name}: ${answer.status} ${missed.slice(0, 5).join(', ')}`);
        }
      }
    }
  }
  return assigned;
}

interface Filling<C> {
  caller: C;
  url: string;
  body: Body;
}

/** Somebody who may, over something he sees. */
function fillings<C extends MatrixCaller, T extends MatrixTarget>(
  { table, callers }: Pick<MatrixRun<C, T>, 'table' | 'callers'>,
  route: string,
  right: string | undefined,
  { path, whole }: { path: string; whole: Body | undefined },
): Filling<C>[] {
  const may = callers.filter((caller) => caller.out === undefined && (right === undefined || caller.rights.has(right)));
  const known = table[route];
  const ways = known?.is === 'names' ? known.ways : [];
  const found = ways.flatMap((way): Filling<C>[] => {
    const caller = may.find((one) => way.targets.some((target) => way.sees(one, target))) ?? may[0];
    const target = way.targets.find((one) => caller !== undefined && way.sees(caller, one)) ?? way.targets[0];
    const filled = caller && target && (whole ?? way.body?.(target.id, caller));
    return caller && target && filled ? [{ caller, url: way.url(target.id, caller), body: filled as Body }] : [];
  });
  const [first] = may;
  const all = found.length === 0 && whole && first ? [{ caller: first, url: path, body: whole }] : found;
  if (all.length === 0) {
    throw new Error(`The matrix has no body for ${route}`);
  }
  return all;
}

const isPart = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The body with every column it does not have itself, and the same for each of its parts. */
function pollutedFrom(body: Body, columns: Body): { polluted: Body; added: string[] }[] {
  const foreign = (part: Body) => Object.keys(columns).filter((column) => !(column in part));
  const top = { polluted: { ...columns, ...body }, added: foreign(body) };
  const parts = Object.entries(body).filter((entry): entry is [string, Body] => isPart(entry[1]));
  const below = parts.map(([name, part]) => ({
    polluted: { ...body, [name]: { ...columns, ...part } },
    added: foreign(part).map((column) => `${name}.${column}`),
  }));
  return [top, ...below];
}

function unknownFields({ body }: Answered): string[] {
  const { details } = (body ?? {}) as { details?: { fields?: { field: string; reason: string }[] } };
  return (details?.fields ?? []).filter(({ reason }) => reason === 'unknown').map(({ field }) => field);
}
