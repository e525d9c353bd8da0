import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cache-folder';
import { canInstallPackages, installPackages } from './install-debian';
import type { Log } from './progress';
import { withHeartbeat } from './progress';
import { cacheDirectory } from './repository';
import { findProgram, lastLines, runProgram } from './run-program';
import { SetupError } from './setup-error';

const gitleaksVersion = '8.30.1';

/** semgrep, from PyPI into the cache, once. @returns its program */
export const findSemgrep = async (log: Log): Promise<string> => join(await pythonTool('semgrep', '1.185.0', log), 'bin', 'semgrep');

/** schemathesis, likewise. */
export const findSchemathesis = async (log: Log): Promise<string> => join(await pythonTool('schemathesis', '4.32.5', log), 'bin', 'st');

/** The rules that njsscan brings for semgrep; of the rest of it nothing is needed. @returns their folder */
export const findNjsscanRules = async (log: Log): Promise<string> => {
  const folder = await pythonTool('njsscan', '1.0.2', log, ['--no-deps']);
  const [python = ''] = await readdir(join(folder, 'lib'));
  return join(folder, 'lib', python, 'site-packages', 'njsscan', 'rules', 'semantic_grep');
};

/** gitleaks: on PATH, else built once with Go. */
export const findGitleaks = async (log: Log): Promise<string> => {
  const known = findProgram('gitleaks');
  if (known !== undefined) {
    return known;
  }
  const go = findProgram('go');
  if (go === undefined) {
    throw new SetupError('gitleaks is not on PATH, and there is no Go with which it could be built.');
  }
  const folder = await cachedFolder(`gitleaks-${gitleaksVersion}`, async (building) => {
    log(`gitleaks: building ${gitleaksVersion} with Go, about 3 minutes on 2 cores, once`);
    const env = { ...process.env, GOBIN: building, GOFLAGS: '-modcacherw' };
    await run(log, go, ['install', `github.com/zricethezav/gitleaks/v8@v${gitleaksVersion}`], env);
  });
  return join(folder, 'gitleaks');
};

const pythonTool = async (name: string, version: string, log: Log, options: readonly string[] = []): Promise<string> => {
  const folder = `${name}-${version}`;
  return cachedFolder(folder, async (building) => {
    if (findProgram('python3') === undefined && (await canInstallPackages())) {
      await installPackages(['python3', 'python3-venv'], log);
    }
    log(`${name}: installing ${version} from PyPI, once`);
    await run(log, findProgram('python3') ?? 'python3', ['-m', 'venv', building]);
    const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...options, `${name}==${version}`];
    await run(log, join(building, 'bin', 'python'), pip);
    await settle(join(building, 'bin'), building, join(cacheDirectory(), folder));
  });
};

/** Programs name the folder they were installed into; it is renamed when it is whole. */
const settle = async (programs: string, from: string, to: string): Promise<void> => {
  for (const entry of await readdir(programs, { withFileTypes: true })) {
    const path = join(programs, entry.name);
    const text = entry.isFile() ? await readFile(path, 'latin1') : '';
    if (text.startsWith('#!') && text.includes(from)) {
      await writeFile(path, text.replaceAll(from, to), 'latin1');
    }
  }
};

const run = async (log: Log, program: string, args: readonly string[], env?: NodeJS.ProcessEnv): Promise<void> => {
  const done = runProgram(program, args, env === undefined ? {} : { env });
  const { code, output } = await withHeartbeat(log, `running ${program}`, done);
  if (code !== 0) {
    throw new SetupError(`${program} ${args.join(' ')} failed:\n${lastLines(output, 8)}`);
  }
};
