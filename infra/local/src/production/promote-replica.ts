import { answers, rootUrlOf } from '../mariadb';
import type { Log } from '../progress';
import { loadSecrets } from '../secrets';
import { SetupError } from '../setup-error';
import { readStackFile } from '../stack-file';
import { mysqlTls } from './certificates';
import { endFollowing } from './mariadb-replica';
import { isPromoted, markPromoted, replaceByReplica } from './replica-folders';

/**
 * The running house has lost its primary: its replica applies what it was given and follows nobody any more. Then the house must be stopped, and
 * `promoteReplica` puts it into the primary's place. Where that was interrupted nothing needs to run any more.
 * @throws SetupError where it is no production shape, or the primary answers
 */
export const lostPrimary = async (directory: string, log: Log): Promise<void> => {
  if (isPromoted(directory)) {
    log('the replica follows nobody any more since a promotion that was interrupted');
    return;
  }
  const { databaseUrls, beside, tlsCaFile } = readStackFile(directory);
  const replica = beside?.['mariadb-replica'];
  if (replica === undefined || tlsCaFile === null) {
    throw new SetupError('There is no replica of MariaDB: only the production shape has one.');
  }
  const [rootPassword, addressEnd] = [(await loadSecrets(directory)).databaseRoot, await mysqlTls(tlsCaFile)];
  const rootOf = (url: string): string => rootUrlOf({ port: Number(new URL(url).port), rootPassword, addressEnd });
  if (await answers(rootOf(databaseUrls['accounts'] ?? '')).catch(isItsAnswer)) {
    throw new SetupError('MariaDB answers: its replica is not put into its place while it does.');
  }
  await endFollowing(rootOf(replica));
  await markPromoted(directory);
  log('the replica has applied all that it was given, and follows nobody any more');
};

/** Too many connections, another password: whoever says no is there. What has no number of MariaDB’s is of the line. */
const isItsAnswer = (fault: { readonly errno?: number }): boolean => (fault.errno ?? 0) > 0;

/** Once nothing runs. */
export const promoteReplica = async (directory: string, log: Log): Promise<void> => {
  const aside = await replaceByReplica(directory);
  log(`the replica is in the place of the first MariaDB, and a copy of it in its own; what was there is in ${aside}`);
};
