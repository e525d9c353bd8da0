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

const shownOfOne = 30;
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
  const outcomes: Outcome[] = [];
  for (const together of stages(servers, folder, wanted)) {
    outcomes.push(...(await Promise.all(together.map((stage) => runStage(stage, { log, folder })))));
  }
  await leave();
  outcomes.flatMap(({ failures }) => failures).forEach(show);
  return { passed: sum(outcomes.map(({ passed }) => passed)), failed: sum(outcomes.map(({ failed }) => failed)) };
};

/** The one line that a reader, and whoever runs this, looks for. */
export const closingLine = ({ passed, failed }: Count): string => `Tests: ${passed} passed, ${failed} failed`;

interface Outcome extends Count {
  /** What failed, told once more at the end: where only the end of the output is kept, it is what one looks for. */
  readonly failures: readonly string[];
}

const runStage = async (stage: Stage, context: StageContext): Promise<Outcome> => {
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
  const failures = count.failed === 0 ? [] : failuresOf(stage, context, logFile);
  failures.forEach(show);
  return { ...count, failures };
};

const failuresOf = (stage: Stage, context: StageContext, logFile: string): readonly string[] => {
  const told = stage.failures?.(context) ?? [];
  return told.length > 0 || !existsSync(logFile)
    ? told.map((text) => `${stage.name}: ${text}`)
    : [`the end of ${logFile}:\n${lastLines(readFileSync(logFile, 'utf8'), shownOfOne)}`];
};

/** Indented, so that no line of a log can be taken for the closing line. */
const show = (text: string): void => {
  text
    .split('\n')
    .slice(0, shownOfOne)
    .forEach((line, index) => print(index === 0 ? `    ${line}` : `    │ ${line}`));
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
