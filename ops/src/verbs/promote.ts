import { localDirectory, lostPrimary, promoteReplica, stopStack } from '@dengke/local';
import type { Log } from '@dengke/local';
import { OpsError } from '../verb';
import type { HouseVerb } from '../verb';

const say: Log = (line) => console.log(line);

/** MariaDB is lost for good; the house that lost it still runs. */
export const promote: HouseVerb = {
  name: 'promote',
  summary: ': puts the replica of MariaDB into the place of one that is lost, and stops the house for it; then npm start, then reconcile',
  check: (args) => {
    if (args.length > 0) {
      throw new OpsError('npm run ops -- promote --reason "…"');
    }
  },
  run: async () => {
    const directory = localDirectory();
    await lostPrimary(directory, say);
    await stopStack(directory, say);
    await promoteReplica(directory, say);
    say('next: npm start -- --production-shape, npm run ops -- reconcile, and a new backup');
    return 0;
  },
};
