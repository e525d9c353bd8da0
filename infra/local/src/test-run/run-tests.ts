import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { claimDirectory, endLeftovers, releaseDirectory } from '../pid-files';
import type { Log } from '../progress';
import { timedLog } from '../progress';
import { repositoryRoot } from '../repository';
import { lastLines } from '../run-program';
import { SetupError, shownOf } from '../setup-error';
import type { Count, Stage, StageContext } from './stage';
import { oneFailed } from './stage';
import { stages } from './stages';
import { TestServers } from './test-servers';
import { usage, wantedFrom } from './wanted';

const shownOnFailure = 60;
const print: Log = (line) => process.stdout.write(`${line}\n`);

/** `npm test`: every stage, also after one has failed, or the specs that are asked for; one closing line with the sum, whatever happens. */
export const runTests = async (args: readonly string[]): Promise<void> => {
  if (args.includes('--help')) {
    print(usage);
    return;
  }
  const count = await runStages(args).catch((error: unknown) => {
    print(shownOf(error));
    return oneFailed;
  });
  print(closingLine(count));
  process.exit(count.failed > 0 || count.passed === 0 ? 1 : 0);
};

const runStages = async (args: readonly string[]): Promise<Count> => {
  const wanted = wantedFrom(args);
  const log = timedLog(print, 0);
  const folder = join(repositoryRoot, '.dengke', 'test');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(join(folder, 'logs'), { recursive: true });
  claimDirectory(folder);
  await endLeftovers(folder, log);
  const servers = new TestServers(folder, log);
  const leave = async (): Promise<void> => {
    await servers.stop();
    releaseDirectory(folder);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void leave().finally(() => process.exit(130)));
  }
  const counts: Count[] = [];
  for (const together of stages(servers, folder, wanted)) {
    counts.push(...(await Promise.all(together.map((stage) => runStage(stage, { log, folder })))));
  }
  await leave();
  return { passed: sum(counts.map(({ passed }) => passed)), failed: sum(counts.map(({ failed }) => failed)) };
};

/** The one line that a reader, and whoever runs this, looks for. */
export const closingLine = ({ passed, failed }: Count): string => `Tests: ${passed} passed, ${failed} failed`;

const runStage = async (stage: Stage, context: StageContext): Promise<Count> => {
  const since = performance.now();
  const logFile = join(context.folder, `${stage.name}.log`);
  rmSync(logFile, { force: true });
  context.log(`${stage.name} …`);
  const count = await stage.run(context).catch((error: unknown) => {
    context.log(`  ${stage.name} could not run: ${error instanceof SetupError ? error.message : String(error)}`);
    return oneFailed;
  });
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  context.log(`${stage.name}: ${count.failed === 0 ? 'ok' : 'FAILED'}, ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  if (count.failed > 0 && existsSync(logFile)) {
    showEnd(logFile);
  }
  return count;
};

/** Indented, so that no line of a log can be taken for the closing line. */
const showEnd = (logFile: string): void => {
  print(`    the end of ${logFile}:`);
  lastLines(readFileSync(logFile, 'utf8'), shownOnFailure)
    .split('\n')
    .forEach((line) => print(`    │ ${line}`));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
