import * as mysql from 'mysql2';
import type { DataSourceOptions, MixedList } from 'typeorm';
import { traceQueries } from '../tracing/traced-queries';
import { traces } from '../tracing/traces';

type Classes = MixedList<(new (...args: never[]) => unknown) | string>;

/**
 * Each connection once: READ COMMITTED, under which compare-and-set carries the guarantee (`innodb_snapshot_isolation` stays as the
 * server has it), a wait a person can stand, and an end to transactions that a stalled process holds open.
 */
const SESSION = [
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  'SET SESSION innodb_lock_wait_timeout = 10, idle_transaction_timeout = 90, max_statement_time = 60',
];

const readCommitted = {
  ...mysql,
  createPool(options: mysql.PoolOptions): mysql.Pool {
    const pool = mysql.createPool(options);
    pool.on('connection', (connection) => {
      // TypeORM asks for it before each statement, and mysql2 makes and wires another one each time: a twentieth of what a service computes.
      const promised = connection.promise();
      connection.promise = () => promised;
      // Whoever holds it hears of its end by his statement; a second fault while it closes is nobody's, and would end the process.
      connection.on('error', () => undefined);
      for (const setting of SESSION) {
        connection.query(setting, (fault) => {
          if (fault) {
            process.emitWarning(`MariaDB refuses "${setting}": ${fault.code}`);
            connection.destroy();
          }
        });
      }
      if (traces.areKept) {
        traceQueries(connection);
      }
    });
    return pool;
  },
};

/**
 * How a service reaches its own schema. Instants are UTC, dates are plain strings, numbers are numbers; nothing is synchronised.
 * @param url `mysql://user:password@host:port/schema`, by TLS with `?ssl={"ca":"…"}` (encoded, as mysql2 reads it)
 */
export function databaseOptions(url: string, entities: Classes, migrations: Classes, poolSize = 20): DataSourceOptions {
  return {
    type: 'mariadb',
    driver: readCommitted,
    url,
    entities,
    migrations,
    synchronize: false,
    charset: 'utf8mb4',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    connectTimeout: 5_000,
    // A stack for each statement that might fail; TypeORM's own error names the statement.
    trace: false,
    poolSize,
    ...sslOf(url),
    logging: false,
    extra: { enableKeepAlive: true, keepAliveInitialDelay: 10_000 },
  };
}

function sslOf(url: string): { ssl?: object } {
  const given = new URL(url).searchParams.get('ssl');
  return given === null ? {} : { ssl: JSON.parse(given) as object };
}
