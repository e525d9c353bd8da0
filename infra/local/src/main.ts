import { start, supervise } from './commands/start';
import { status } from './commands/status';
import { stop } from './commands/stop';
import { runTests } from './test-run/run-tests';
import { SetupError, shownOf } from './setup-error';

/** The commands behind the npm scripts; `infra/local/bootstrap.mjs` has installed and built what they need. */
const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = { start, supervise, stop, status, test: runTests };

const run = async (): Promise<void> => {
  const [, , name = '', ...args] = process.argv;
  const command = commands[name];
  if (command === undefined) {
    throw new SetupError(`There is no command ${name}; there are ${Object.keys(commands).join(', ')}.`);
  }
  await command(args);
};

run().catch((error: unknown) => {
  process.stderr.write(`\n${shownOf(error)}\n`);
  process.exit(1);
});
