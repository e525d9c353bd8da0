import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { repositoryRoot } from '../repository';
import { runLogged } from './run-logged';
import type { Count, Stage, StageContext } from './stage';
import { oneFailed } from './stage';

export interface JestProject {
  /** Display name in jest.config.cjs. */
  readonly project: 'pure' | 'workflow' | 'service' | 'stack' | 'record';
  /** Name of the stage, when it is not the project's. */
  readonly name?: string;
  /** What its specs find in the environment; asked for when the stage begins. */
  readonly env?: (context: StageContext) => Promise<Readonly<Record<string, string>>>;
  /** Only spec files whose path has one of these words. */
  readonly words?: readonly string[];
  /** Not the spec files whose path has one of these words. */
  readonly without?: readonly string[];
  /** The node that runs it; default this one. */
  readonly node?: (context: StageContext) => Promise<string>;
}

const jestProgram = join(repositoryRoot, 'node_modules/jest/bin/jest.js');

/** One project of jest, counted test by test. */
export const jestStage = ({ project, name = project, env, words = [], without = [], node }: JestProject): Stage => ({
  name,
  run: async (context) => {
    const results = join(context.folder, `${name}.json`);
    await rm(results, { force: true });
    const command = (await node?.(context)) ?? process.execPath;
    const code = await runLogged({
      command,
      args: [jestProgram, ...words, ...optionsOf(project, results), ...without.flatMap((word) => ['--testPathIgnorePatterns', word])],
      logFile: join(context.folder, `${name}.log`),
      env: (await env?.(context)) ?? {},
      onLine: (line) => {
        if (/^(PASS|FAIL) (pure|workflow|service|stack|record) /.test(line)) {
          context.log(`  ${line}`);
        }
      },
    });
    return countJest(results, code);
  },
  failures: ({ folder }) => failedTests(join(folder, `${name}.json`)),
});

/** Temporal's native runtime keeps handles open. */
const optionsOf = (project: string, results: string): readonly string[] => [
  ...['--selectProjects', project, '--json', '--outputFile', results, '--maxWorkers=2', '--forceExit'],
];

/** Whether a project has spec files whose path has one of the words: only then its servers are started. */
export const hasSpecs = (project: JestProject['project'], words: readonly string[]): boolean => {
  const args = [jestProgram, ...words, '--selectProjects', project, '--listTests', '--json', '--passWithNoTests'];
  const files = execFileSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return (JSON.parse(files) as string[]).length > 0;
};

interface JestResults {
  readonly testResults: readonly SpecResult[];
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** One spec file; `message` alone says why a file did not load. */
interface SpecResult {
  readonly name: string;
  readonly message: string;
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[];
}

/** Each test that did not pass: its file, its name and what it said. */
export const failedTests = (resultsFile: string): readonly string[] => {
  if (!existsSync(resultsFile)) {
    return [];
  }
  const { testResults } = JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults;
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const file = relative(repositoryRoot, name);
    const notPassed = assertionResults.filter(({ status }) => status !== 'passed');
    return notPassed.length === 0 && message !== '' && assertionResults.length === 0
      ? [`${file}\n${message}`]
      : notPassed.map(({ fullName, status, failureMessages }) => `${file}: ${fullName} (${status})\n${failureMessages.join('\n')}`);
  });
};

/** A file that does not load and a test that is skipped count as failed: nothing is skipped silently. */
export const countJest = (resultsFile: string, exitCode: number): Count => {
  if (!existsSync(resultsFile)) {
    return oneFailed;
  }
  const results = JSON.parse(readFileSync(resultsFile, 'utf8')) as JestResults;
  const failed = results.numFailedTests + results.numPendingTests + results.numTodoTests + results.numRuntimeErrorTestSuites;
  return { passed: results.numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
};
