import { isDeepStrictEqual } from 'node:util';
import { findComposeLoader } from '../find-compose-loader';
import type { Log } from '../progress';
import { repositoryRoot } from '../repository';
import { lastLines, runProgram } from '../run-program';
import { SetupError } from '../setup-error';
import type { ComposeService } from './compose-file';
import { shapeOf, shapes } from './compose-file';

/** A container as Docker Compose's own loader has it. */
interface Loaded {
  readonly image?: string;
  readonly user?: string;
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: readonly string[] | Readonly<Record<string, string>>;
  readonly secrets?: readonly { readonly source: string; readonly target: string }[];
  readonly volumes?: readonly { readonly source: string; readonly target: string }[];
  readonly ports?: readonly { readonly host_ip?: string; readonly published?: string; readonly target: number }[];
  readonly networks?: Readonly<Record<string, unknown>>;
  readonly healthcheck?: { readonly test?: readonly string[] };
}

/** Reads the files with what Docker Compose itself reads them with; tells how many containers they make, and where this house's specs see another one. */
export const readWithLoader = async (log: Log): Promise<{ readonly containers: Record<string, number>; readonly faults: string[] }> => {
  const loader = await findComposeLoader(log);
  const containers: Record<string, number> = {};
  const faults: string[] = [];
  for (const [shape, files] of Object.entries(shapes)) {
    const { services: ours } = shapeOf(files);
    const theirs = await load(loader, files);
    containers[shape] = Object.keys(theirs).length;
    const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    faults.push(
      ...[...names].filter((name) => !isSame(ours[name], theirs[name])).map((name) => `${shape}: ${name} is another to Docker Compose`),
    );
  }
  return { containers, faults };
};

const load = async (loader: string, files: readonly string[]): Promise<Readonly<Record<string, Loaded>>> => {
  const asWritten = ['--no-interpolation', '--no-path-resolution', '--format', 'json'];
  const { code, output } = await runProgram(loader, [...asWritten, ...files], { cwd: repositoryRoot, mostCharacters: 1_000_000 });
  if (code !== 0) {
    throw new SetupError(`${files.join(' and ')} cannot be read:\n${lastLines(output, 5)}`);
  }
  return (JSON.parse(output) as { services: Record<string, Loaded> }).services;
};

const isSame = (ours: ComposeService | undefined, theirs: Loaded | undefined): boolean =>
  ours !== undefined && theirs !== undefined && isDeepStrictEqual(seen(ours), told(theirs));

const place = (target: string): string => target.replace('/run/secrets/', '');
const sorted = (list: readonly string[]): readonly string[] => [...list].sort();

const seen = (service: ComposeService) => ({
  ...{ image: service.image, user: service.user, command: service.command ?? [], entrypoint: service.entrypoint ?? [] },
  environment: { ...service.environment },
  secrets: sorted(service.secrets.map(({ source, target }) => `${source} ${target}`)),
  volumes: sorted(service.volumes.map((volume) => volume.replace(/^\.\/|:ro$/g, ''))),
  ports: sorted(service.ports),
  networks: sorted(Object.keys(service.networks)),
  test: service.healthcheck?.test ?? [],
});

const told = (service: Loaded) => ({
  ...{ image: service.image, user: service.user, command: service.command ?? [], entrypoint: service.entrypoint ?? [] },
  environment: Array.isArray(service.environment)
    ? Object.fromEntries(service.environment.map((pair: string) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]))
    : { ...service.environment },
  secrets: sorted((service.secrets ?? []).map(({ source, target }) => `${source} ${place(target)}`)),
  volumes: sorted((service.volumes ?? []).map(({ source, target }) => `${source.replace(/^\.\//, '')}:${target}`)),
  ports: sorted((service.ports ?? []).map(({ host_ip: host, published, target }) => `${host}:${published}:${target}`)),
  networks: sorted(Object.keys(service.networks ?? {})),
  test: service.healthcheck?.test ?? [],
});
