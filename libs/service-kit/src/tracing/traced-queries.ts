import type { PoolConnection } from 'mysql2';
import { newSpanId } from './span';
import { presentTrace, traces } from './traces';

/** A list of columns is long; what the statement does to which table stands at its beginning. */
const MOST_TEXT = 1_000;

type Query = (sql: string | { sql: string }, ...rest: unknown[]) => unknown;

/**
 * What a connection is asked on behalf of a request or an activity is a span of it: the statement with a `?` for each value. What nobody asked
 * for, such as the relay's look every second, is none.
 */
export function traceQueries(connection: PoolConnection): void {
  const query = connection.query.bind(connection) as Query;
  const traced: Query = (sql, ...rest) => {
    const parent = presentTrace();
    const answered = rest.at(-1);
    if (parent === undefined || typeof answered !== 'function') {
      return query(sql, ...rest);
    }
    const text = (typeof sql === 'string' ? sql : sql.sql).trim();
    const attributes = { 'db.system.name': 'mariadb', 'db.query.text': text.slice(0, MOST_TEXT) };
    const context = { traceId: parent.traceId, spanId: newSpanId() };
    const end = traces.started(/^\w+/.exec(text)?.[0] ?? 'query', { kind: 'client', attributes, parent }, context);
    return query(sql, ...rest.slice(0, -1), (fault: unknown, ...results: unknown[]) => {
      end(fault !== null && fault !== undefined);
      (answered as (...all: unknown[]) => void)(fault, ...results);
    });
  };
  connection.query = traced as unknown as PoolConnection['query'];
}
