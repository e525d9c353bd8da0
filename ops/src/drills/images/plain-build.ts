import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lastLines, repositoryRoot, runProgram, SetupError } from '@dengke/local';
import type { DockerStage, Instruction } from './dockerfile';
import { isIgnored, stagesOf } from './dockerfile';

const dockerfile = 'infra/docker/Dockerfile';
const longestStepMs = 1_800_000;

export interface PlainImage {
  /** In which the image's files lie as they would below `/`. */
  readonly root: string;
  /** Where its process would start. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  /** What a directory cannot show: users, ports. */
  readonly notPerformed: readonly string[];
  readonly steps: number;
}

interface Built {
  root: string;
  directory: string;
  environment: Record<string, string>;
  entrypoint: string[];
}

/** Performs the Dockerfile step by step, each stage in a directory in the place of `/`. The base images are this machine's Node and shell. */
export async function buildPlainly(folder: string, say: (line: string) => void): Promise<PlainImage> {
  const stages = stagesOf(await readFile(join(repositoryRoot, dockerfile), 'utf8'));
  const ignore = await readFile(join(repositoryRoot, `${dockerfile}.dockerignore`), 'utf8');
  const done = new Map<string, Built>();
  const notPerformed: string[] = [];
  let last: Built = { root: '', directory: '', environment: {}, entrypoint: [] };
  for (const [index, stage] of stages.entries()) {
    last = { root: join(folder, `stage-${index}`), directory: '/', environment: {}, entrypoint: [] };
    await mkdir(last.root, { recursive: true });
    for (const instruction of stage.instructions) {
      say(`${stage.name === '' ? 'image' : stage.name}: ${instruction.name} ${instruction.words}`);
      const left = await perform(instruction, last, done, ignore);
      notPerformed.push(...left);
    }
    done.set(stage.name, last);
  }
  return { ...last, notPerformed, steps: stages.reduce((sum: number, stage: DockerStage) => sum + stage.instructions.length, 0) };
}

/** @returns what of it was not done */
async function perform(
  { name, words }: Instruction,
  stage: Built,
  done: ReadonlyMap<string, Built>,
  ignore: string,
): Promise<readonly string[]> {
  switch (name) {
    case 'WORKDIR':
      stage.directory = words;
      await mkdir(join(stage.root, words), { recursive: true });
      return [];
    case 'ENV':
      Object.assign(stage.environment, Object.fromEntries([...words.matchAll(/(\w+)=(\S+)/g)].map(([, key, value]) => [key, value])));
      return [];
    case 'COPY':
      await copy(words, stage, done, ignore);
      return /--chown=\S+/.exec(words) ?? [];
    case 'RUN':
      return run(words, stage);
    case 'ENTRYPOINT':
      stage.entrypoint = JSON.parse(words) as string[];
      return [];
    case 'USER':
    case 'EXPOSE':
      return [`${name} ${words}`];
    default:
      throw new SetupError(`The Dockerfile has an instruction that nothing here performs: ${name}`);
  }
}

async function copy(words: string, stage: Built, done: ReadonlyMap<string, Built>, ignore: string): Promise<void> {
  const from = /--from=(\S+)/.exec(words)?.[1];
  const [target = '', ...sources] = words
    .split(/\s+/)
    .filter((word) => !word.startsWith('--'))
    .reverse();
  const root = from === undefined ? repositoryRoot : done.get(from)?.root;
  if (root === undefined) {
    throw new SetupError(`The Dockerfile copies from a stage that is not there: ${words}`);
  }
  for (const source of sources) {
    const to = join(stage.root, target.startsWith('/') ? '' : stage.directory, target.endsWith('/') ? join(target, source) : target);
    await cp(join(root, source), to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => from !== undefined || !isIgnored(ignore, relative(root, path)),
    });
  }
}

/** Paths from `/` are those of the stage; owners are left as they are. */
async function run(words: string, stage: Built): Promise<readonly string[]> {
  const parts = words.split(/\s*&&\s*/);
  const done = parts.filter((part) => !part.startsWith('chown '));
  const command = done.map((part) => part.replace(/(?<=\s)\//g, `${stage.root}/`)).join(' && ');
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], CI: 'true', ...stage.environment };
  const { code, output } = await runProgram('/bin/sh', ['-ec', command], {
    cwd: join(stage.root, stage.directory),
    env,
    timeoutMs: longestStepMs,
  });
  if (code !== 0) {
    throw new SetupError(`RUN ${words}\nended with ${code}:\n${lastLines(output, 15)}`);
  }
  return parts.filter((part) => !done.includes(part));
}

export const discard = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
