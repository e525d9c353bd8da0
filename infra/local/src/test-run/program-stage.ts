import { join } from 'node:path';
import { repositoryRoot } from '../repository';
import { runLogged } from './run-logged';
import type { Stage } from './stage';
import { oneFailed, onePassed } from './stage';

/** A check that is one program and passes when it ends with 0. */
export const programStage = (name: string, script: string, args: readonly string[]): Stage => ({
  name,
  run: async ({ folder }) => {
    const code = await runLogged({
      command: process.execPath,
      args: [join(repositoryRoot, script), ...args],
      logFile: join(folder, `${name}.log`),
    });
    return code === 0 ? onePassed : oneFailed;
  },
});
