import { endLeftovers, recordedProcesses, recordedSupervisor } from '../pid-files';
import { poll } from '../poll';
import type { Log } from '../progress';
import { timedLog } from '../progress';
import { isAlive } from '../process-identity';
import { localDirectory } from '../repository';
import { SetupError } from '../setup-error';

const longestEndMs = 180_000;

/** `npm stop`: ends what runs on this checkout's directory, in order, and waits for it. */
export const stop = (): Promise<void> =>
  stopStack(
    localDirectory(),
    timedLog((line) => process.stdout.write(`${line}\n`), 0),
  );

export const stopStack = async (directory: string, log: Log): Promise<void> => {
  const supervisor = recordedSupervisor(directory);
  if (supervisor === undefined) {
    const hadLeftovers = recordedProcesses(directory).length > 0;
    await endLeftovers(directory, log);
    log(hadLeftovers ? 'everything is stopped' : 'nothing was running');
    return;
  }
  log(`asking the supervisor (process ${supervisor.pid}) to end everything`);
  process.kill(supervisor.pid, 'SIGTERM');
  if (!(await poll(() => !isAlive(supervisor), { withinMs: longestEndMs }))) {
    throw new SetupError(`The supervisor (process ${supervisor.pid}) has not ended after ${longestEndMs / 1000} s.`);
  }
  log('everything is stopped');
};
