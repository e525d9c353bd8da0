import type { NodeProcess } from './house';
import type { EnvironmentSource } from './service-environment';

/** What a process reaches over the network. */
export type Reached = 'accounts' | 'achievements' | 'notifications' | 'mariadb' | 'temporal';
/** For each process, the ports at which it finds another part where it is not to reach it directly: of proxies in between. */
export type Hops = Readonly<Partial<Record<NodeProcess, Readonly<Partial<Record<Reached, number>>>>>>;

/** The house as one process sees it through its proxies. */
export const seenThrough = (source: EnvironmentSource, process: NodeProcess, hops: Hops): EnvironmentSource => {
  const { mariadb, temporal, ...services } = hops[process] ?? {};
  const databaseUrl = source.databaseUrls[process];
  return {
    ...source,
    ports: { ...source.ports, ...services },
    databaseUrls: databaseUrl === undefined ? source.databaseUrls : { ...source.databaseUrls, [process]: at(databaseUrl, mariadb) },
    temporalAddress: temporal === undefined ? source.temporalAddress : `127.0.0.1:${temporal}`,
  };
};

const at = (url: string, port: number | undefined): string =>
  port === undefined ? url : Object.assign(new URL(url), { port: String(port) }).toString();
