import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { cachedFolder } from './cache-folder';
import { canInstallPackages, installPackages } from './install-debian';
import type { Log } from './progress';
import { withHeartbeat } from './progress';
import { cacheDirectory, repositoryRoot } from './repository';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

/** The version of `infra/temporal/pom.xml`; the season's server stands on its inner classes, so both change together. */
const serverVersion = '1.32.1';
const folderName = `test-server-${serverVersion}`;
const sources = join(repositoryRoot, 'infra', 'temporal');

export interface TimeSkippingServer {
  /** Java and its arguments up to the class path; append `SeasonServer PORT INSTANT`. */
  readonly java: string;
  readonly classPath: string;
}

/**
 * The time-skipping server: jars from Maven, started by a JDK 17. There is a copy in the cache, or Maven fetches one;
 * what is missing of JDK and Maven is installed where that can be done.
 */
export const findTimeSkippingServer = async (log: Log): Promise<TimeSkippingServer> => {
  const java = await findJava(log);
  const folder = await cachedFolder(folderName, (building) => copyJars(building, log));
  const jars = join(folder, 'lib', '*');
  return { java, classPath: [jars, await seasonClasses(jars, log)].join(delimiter) };
};

/** Our own few lines of Java, compiled anew when they change. */
const seasonClasses = async (jars: string, log: Log): Promise<string> => {
  const source = join(sources, 'SeasonServer.java');
  const digest = createHash('sha256')
    .update(await readFile(source))
    .digest('hex')
    .slice(0, 8);
  return cachedFolder(`season-server-${serverVersion}-${digest}`, (building) =>
    run(log, 'javac', ['--release', '17', '-cp', jars, '-d', building, source]),
  );
};

const findJava = async (log: Log): Promise<string> => {
  const isFetched = existsSync(join(cacheDirectory(), folderName));
  const tools = ['java', 'javac', ...(isFetched ? [] : ['mvn'])];
  if (tools.some((tool) => findProgram(tool) === undefined)) {
    if (!(await canInstallPackages())) {
      throw new SetupError(missing);
    }
    await installPackages(['openjdk-17-jdk-headless', 'maven'], log);
  }
  const java = findProgram('java');
  if (java === undefined) {
    throw new SetupError(missing);
  }
  return java;
};

const copyJars = async (building: string, log: Log): Promise<void> => {
  log(`time-skipping server ${serverVersion}: fetching its jars with Maven, once`);
  const project = join(building, 'project');
  await mkdir(project);
  await copyFile(join(sources, 'pom.xml'), join(project, 'pom.xml'));
  const lib = join(building, 'lib');
  await run(log, 'mvn', ['-q', '-B', '-f', join(project, 'pom.xml'), 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`]);
};

const run = async (log: Log, program: string, args: readonly string[]): Promise<void> => {
  const { code, output } = await withHeartbeat(log, `running ${program}`, runProgram(findProgram(program) ?? program, args));
  if (code !== 0) {
    throw new SetupError(`${program} failed while preparing the time-skipping server:\n${lastLines(output, 8)}`);
  }
};

const missing = [
  'The time-skipping Temporal server needs a JDK 17 (java, javac) and Maven (mvn) on PATH, and this user cannot install them.',
  '  - on Debian or Ubuntu: apt-get install openjdk-17-jdk-headless maven',
  '  - elsewhere: any JDK 17 or later, and Maven 3.8 or later',
].join('\n');
