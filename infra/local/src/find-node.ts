import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import type { Log } from './progress';
import { lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

/** Node of another major version, from the npm package that carries its binary. */
export const findNode = async (major: number, log: Log): Promise<string> => {
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await cachedFolder(`node-${major}`, async (building) => {
    log(`Node ${major}: fetching ${name}@${major} from npm, once`);
    const { code, output } = await runProgram('npm', [
      'install',
      '--prefix',
      building,
      '--no-audit',
      '--no-fund',
      '--no-save',
      '--ignore-scripts',
      `${name}@${major}`,
    ]);
    if (code !== 0) {
      throw new SetupError(`npm could not fetch ${name}@${major}:\n${lastLines(output, 5)}`);
    }
    await chmod(join(building, 'node_modules', name, 'bin', 'node'), 0o755);
  });
  return join(folder, 'node_modules', name, 'bin', 'node');
};
