import { createServer } from 'node:net';
import { SetupError } from './setup-error';

/** What listens, with its port under `npm start`. */
export const defaultPorts = {
  gateway: 8080,
  temporal: 7233,
  temporalUi: 8233,
  mariadb: 3307,
  mail: 8025,
  smtp: 1025,
  registry: 4110,
  accounts: 4101,
  achievements: 4102,
  notifications: 4103,
  worker: 4104,
} as const;

export type PortName = keyof typeof defaultPorts;
export type Ports = Readonly<Record<PortName, number>>;

export const portNames = Object.keys(defaultPorts) as PortName[];

/** The variable that moves a port: temporalUi → DENGKE_PORT_TEMPORAL_UI. */
export const portVariable = (name: PortName): string => `DENGKE_PORT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/** The fixed ports of `npm start`, each overridable in the environment. */
export const fixedPorts = (environment: NodeJS.ProcessEnv): Ports => {
  const choose = (name: PortName): number => {
    const chosen = environment[portVariable(name)];
    if (chosen === undefined || chosen === '') {
      return defaultPorts[name];
    }
    const port = Number(chosen);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      throw new SetupError(`${portVariable(name)} must be a port number from 1 to 65535`);
    }
    return port;
  };
  return eachPort(choose);
};

/**
 * Ports nobody listens on. They are drawn below the range from which the system takes outgoing ones, so that no
 * connection slips into one between this look and its use.
 */
export const freePorts = async (): Promise<Ports> => {
  const ports = await drawPorts(portNames.length);
  return eachPort((_name, index) => ports[index] ?? 0);
};

/** So many of them, all different and none of those given. */
export const drawPorts = async (count: number, except: readonly number[] = []): Promise<number[]> => {
  const found = new Set<number>();
  while (found.size < count) {
    const candidate = 12_000 + Math.floor(Math.random() * 20_000);
    if (!found.has(candidate) && !except.includes(candidate) && (await isFree(candidate))) {
      found.add(candidate);
    }
  }
  return [...found];
};

const mostDraws = 3;
/** As Node, MariaDB, Temporal and Java say it, and we ourselves. */
const takenWords = /EADDRINUSE|address (?:is )?already in use|bind on tcp\/ip|failed to bind|^port \d+ is taken/im;

/**
 * Starts something on free ports. Between the look and the use another stack may take one of them: then once more, on others.
 * @throws what `start` threw, where it was not that a port was taken, or the last time
 */
export const onFreePorts = async <Started>(start: (ports: Ports) => Promise<Started>, log: (line: string) => void): Promise<Started> => {
  for (let draw = 1; ; draw += 1) {
    try {
      return await start(await freePorts());
    } catch (error) {
      if (draw === mostDraws || !takenWords.test(error instanceof Error ? error.message : '')) {
        throw error;
      }
      log('a port was taken meanwhile; starting again on others');
    }
  }
};

/** Stops with every taken port, what wanted it and the variable that moves it. */
export const requireFreePorts = async (ports: Ports, wanted: readonly PortName[]): Promise<void> => {
  const taken: PortName[] = [];
  for (const name of wanted) {
    if (!(await isFree(ports[name]))) {
      taken.push(name);
    }
  }
  const twice = wanted.filter((name) => wanted.some((other) => other !== name && ports[other] === ports[name]));
  if (taken.length > 0 || twice.length > 0) {
    throw new SetupError(
      [
        ...taken.map((name) => `Port ${ports[name]} is taken; ${name} wanted it. Choose another with ${portVariable(name)}=<port>.`),
        ...twice.map((name) => `Port ${ports[name]} is given to more than one part; ${name} is one of them (${portVariable(name)}).`),
      ].join('\n'),
    );
  }
};

const eachPort = (choose: (name: PortName, index: number) => number): Ports =>
  Object.fromEntries(portNames.map((name, index) => [name, choose(name, index)])) as Record<PortName, number>;

const isFree = (port: number): Promise<boolean> =>
  new Promise((settle) => {
    const probe = createServer();
    probe.once('error', () => settle(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)));
  });
