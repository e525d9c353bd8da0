import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import type { Hops, NodeProcess, Ports, Reached } from '@dengke/local';
import { endingWithUs, findToxiproxy, freePorts, poll } from '@dengke/local';
import { request } from 'undici';

/** Who reaches whom over the network in a house, and what is cut off in a season of kills. */
const reaches: readonly [NodeProcess, Reached][] = [
  ['gateway', 'accounts'],
  ['gateway', 'achievements'],
  ['gateway', 'notifications'],
  ['achievements', 'accounts'],
  ['accounts', 'mariadb'],
  ['achievements', 'mariadb'],
  ['notifications', 'mariadb'],
  ['achievements', 'temporal'],
  ['worker', 'temporal'],
];
export const hopNames: readonly string[] = reaches.map(([from, to]) => `${from}→${to}`);

/** What is done to a hop, as Toxiproxy calls it. A half-open connection takes everything and brings nothing; a lost reply was carried out. */
const faults = {
  latency: [{ type: 'latency', stream: 'downstream', attributes: { latency: 2_000, jitter: 500 } }],
  slow: [{ type: 'bandwidth', stream: 'downstream', attributes: { rate: 1 } }],
  reset: [{ type: 'reset_peer', stream: 'downstream', attributes: { timeout: 0 } }],
  'half-open': ['upstream', 'downstream'].map((stream) => ({ type: 'timeout', stream, attributes: { timeout: 0 } })),
  'lost-reply': [{ type: 'timeout', stream: 'downstream', attributes: { timeout: 0 } }],
  down: [],
} as const;
export type Fault = keyof typeof faults;
export const faultNames = Object.keys(faults) as Fault[];

interface Proxy {
  name: string;
  listen: string;
  upstream: string;
  enabled: boolean;
}

/** A proxy between each pair of the house, of one Toxiproxy. */
export class Proxies {
  private constructor(
    private readonly process: ChildProcess,
    private readonly address: string,
    private readonly proxies: readonly Proxy[],
    readonly hops: Hops,
  ) {}

  /** @param ports of the house, which need not run yet */
  static async before(ports: Ports, say: (line: string) => void): Promise<Proxies> {
    const [control = 0, ...listening] = Object.values(await freePorts());
    const program = await findToxiproxy(say);
    const process = spawn(...endingWithUs(program, ['-host', '127.0.0.1', '-port', String(control)]), { stdio: 'ignore' });
    const address = `http://127.0.0.1:${control}`;
    const hops: Partial<Record<NodeProcess, Partial<Record<Reached, number>>>> = {};
    const answers = () =>
      ask(`${address}/reset`, 'POST').then(
        () => true,
        () => false,
      );
    if (!(await poll(answers, { withinMs: 10_000 }))) {
      process.kill();
      throw new Error('Toxiproxy does not answer');
    }
    const proxies: Proxy[] = [];
    for (const [index, [from, to]] of reaches.entries()) {
      const port = listening[index] ?? 0;
      const proxy = { name: hopNames[index] ?? '', listen: `127.0.0.1:${port}`, upstream: `127.0.0.1:${ports[to]}`, enabled: true };
      await ask(`${address}/proxies`, 'POST', proxy);
      proxies.push(proxy);
      hops[from] = { ...hops[from], [to]: port };
    }
    return new Proxies(process, address, proxies, hops);
  }

  async disturb(hop: string, fault: Fault): Promise<void> {
    if (fault === 'down') {
      await ask(this.addressOf(hop), 'POST', { enabled: false });
    }
    for (const toxic of faults[fault]) {
      await ask(`${this.addressOf(hop)}/toxics`, 'POST', toxic);
    }
  }

  /** Another proxy in its place, so that every connection is closed: none may go on with a hole in what it has carried. */
  async mend(hop: string): Promise<void> {
    await ask(this.addressOf(hop), 'DELETE');
    await ask(
      `${this.address}/proxies`,
      'POST',
      this.proxies.find(({ name }) => name === hop),
    );
  }

  stop(): void {
    this.process.kill();
  }

  private addressOf(hop: string): string {
    return `${this.address}/proxies/${encodeURIComponent(hop)}`;
  }
}

async function ask(url: string, method: 'POST' | 'DELETE', body?: object): Promise<void> {
  const answer = await request(url, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const text = await answer.body.text();
  if (answer.statusCode >= 300) {
    throw new Error(`Toxiproxy answers ${answer.statusCode} to ${method} ${url}: ${text}`);
  }
}
