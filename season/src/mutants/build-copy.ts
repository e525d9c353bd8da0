import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot, SetupError } from '@dengke/local';
import type { Planted } from './planted';

const notOfTheBuild = new Set(['node_modules', '.git', '.dengke', '.nx']);
const bundle = 'workflows/worker/dist/build-bundle.js';

/** The repository as it is built, in a folder of its own, where an error may be planted: the working tree never has it. */
export class BuildCopy {
  private constructor(readonly folder: string) {}

  static async in(folder: string): Promise<BuildCopy> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    const parts = (await readdir(repositoryRoot)).filter((name) => !notOfTheBuild.has(name));
    await Promise.all(parts.map((name) => cp(join(repositoryRoot, name), join(folder, name), { recursive: true, verbatimSymlinks: true })));
    await linkPackages(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'));
    return new BuildCopy(folder);
  }

  /** Plants an error, builds what it is in, and mends both when it is over. @throws SetupError where its text does not stand once in its file */
  async with<T>({ name, file, text, becomes }: Planted, doing: () => Promise<T>): Promise<T> {
    const path = join(this.folder, file);
    const sound = await readFile(path, 'utf8');
    if (sound.split(text).length !== 2) {
      throw new SetupError(`${name}: its text stands ${sound.split(text).length - 1} times in ${file}, and not once`);
    }
    try {
      await writeFile(
        path,
        sound.replace(text, () => becomes),
      );
      await this.build(file);
      return await doing();
    } finally {
      await writeFile(path, sound);
      await this.build(file);
    }
  }

  /** The project a file is in; and the workflows' bundle, which is made of sources. */
  private async build(file: string): Promise<void> {
    const project = await this.projectOf(file);
    const { scripts } = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { scripts?: { build?: string } };
    if (scripts?.build !== undefined) {
      await this.run(project, 'sh', ['-c', scripts.build]);
    }
    if (file.startsWith('workflows/') || file.startsWith('libs/contract/')) {
      await this.run(this.folder, process.execPath, [bundle]);
    }
  }

  private async projectOf(file: string): Promise<string> {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
      const names = await readdir(join(this.folder, folder));
      if (names.includes('package.json')) {
        return join(this.folder, folder);
      }
    }
    throw new SetupError(`${file} is in no project`);
  }

  private async run(cwd: string, command: string, args: readonly string[]): Promise<void> {
    const PATH = `${join(this.folder, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}`;
    await promisify(execFile)(command, args, { cwd, env: { ...process.env, PATH } });
  }
}

/** Packages from elsewhere are the same; those of the house are the copy's own. */
async function linkPackages(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const name of await readdir(from)) {
    await (name === '@dengke'
      ? cp(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true })
      : symlink(join(from, name), join(to, name)));
  }
}
