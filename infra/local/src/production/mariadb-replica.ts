import { createConnection } from 'mysql2/promise';
import type { RowDataPacket } from 'mysql2/promise';
import { poll } from '../poll';
import { SetupError } from '../setup-error';

/** The account with which the replica reads the primary’s log, and with which one asks whether it does. */
export const replicaAccount = 'dengke_replica';

/** Lets a replica read the log of the primary. */
export const allowReplica = (primaryUrl: string, password: string): Promise<void> =>
  at(primaryUrl, async (query) => {
    await query(`CREATE USER IF NOT EXISTS '${replicaAccount}'@'%' IDENTIFIED BY '${password}'`);
    await query(`ALTER USER '${replicaAccount}'@'%' IDENTIFIED BY '${password}'`);
    await query(`GRANT REPLICATION SLAVE, SLAVE MONITOR ON *.* TO '${replicaAccount}'@'%'`);
  });

/** Lets it follow the primary from where it stands; a new one from the first line of the log. */
export const followPrimary = (
  replicaUrl: string,
  primary: { readonly port: number; readonly password: string; readonly ca: string },
): Promise<void> =>
  at(replicaUrl, async (query) => {
    await query('STOP SLAVE');
    await query(
      `CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = ${primary.port}, MASTER_USER = '${replicaAccount}', MASTER_PASSWORD = '${primary.password}',
       MASTER_SSL = 1, MASTER_SSL_CA = '${primary.ca}', MASTER_SSL_VERIFY_SERVER_CERT = 1,
       MASTER_USE_GTID = slave_pos, MASTER_CONNECT_RETRY = 1`,
    );
    await query('START SLAVE');
  });

/** Whether it reads and applies, and is not behind. */
export const follows = (replicaUrl: string): Promise<boolean> =>
  at(replicaUrl, async (query) => {
    const [status] = await query('SHOW SLAVE STATUS');
    return status?.['Slave_IO_Running'] === 'Yes' && status['Slave_SQL_Running'] === 'Yes' && status['Seconds_Behind_Master'] === 0;
  });

/** How far the log of a server goes. */
export const positionOf = (url: string): Promise<string> =>
  at(url, async (query) => {
    const [row] = await query('SELECT @@gtid_binlog_pos AS position');
    return String(row?.['position'] ?? '');
  });

/** What is a copy of the primary lacks what comes after it was copied, and knows no log yet. */
export const beginAt = (replicaUrl: string, position: string): Promise<void> =>
  at(replicaUrl, async (query) => {
    for (const step of ['STOP SLAVE', 'RESET SLAVE ALL', 'RESET MASTER', `SET GLOBAL gtid_slave_pos = '${position}'`]) {
      await query(step);
    }
  });

const appliedWithinMs = 600_000;

/**
 * Ends the following of a primary that is lost. What it was given is applied first: that is what people were answered, and a replica that is started again
 * before throws it away, to ask the primary anew.
 * @throws SetupError where it does not follow, or cannot apply what it was given
 */
export const endFollowing = (replicaUrl: string): Promise<void> =>
  at(replicaUrl, async (query) => {
    await query('STOP SLAVE IO_THREAD');
    let fault = 'it follows nobody';
    const isApplied = async (): Promise<boolean> => {
      const [status] = await query('SHOW SLAVE STATUS');
      fault = status === undefined ? fault : `${status['Last_SQL_Error'] || status['Slave_SQL_Running_State']}`;
      return (
        status?.['Slave_SQL_Running'] === 'Yes' && String(status['Slave_SQL_Running_State']).startsWith('Slave has read all relay log')
      );
    };
    if (!(await poll(isApplied, { withinMs: appliedWithinMs, everyMs: 200 }))) {
      throw new SetupError(
        `The replica has not applied what it was given (${fault}): see SHOW SLAVE STATUS, and start it again by no means.`,
      );
    }
    await query('STOP SLAVE');
    await query('RESET SLAVE ALL');
  });

type Query = (sql: string) => Promise<RowDataPacket[]>;

const at = async <Result>(url: string, use: (query: Query) => Promise<Result>): Promise<Result> => {
  const connection = await createConnection({ uri: url, connectTimeout: 2_000 });
  try {
    return await use(async (sql) => (await connection.query<RowDataPacket[]>(sql))[0]);
  } finally {
    connection.destroy();
  }
};
