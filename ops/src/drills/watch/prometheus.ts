import { pollUntil } from '@dengke/e2e';
import { Agent, request } from 'undici';

export interface Alert {
  labels: Record<string, string>;
  state: 'pending' | 'firing';
}
interface Rule {
  name: string;
  query: string;
  health: string;
  lastError?: string;
}
interface Target {
  labels: Record<string, string>;
  health: string;
  lastError: string;
}

/** What a Prometheus knows, asked over its API. */
export class Prometheus {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    ca: string,
  ) {
    this.agent = new Agent({ connect: { ca } });
  }

  /** Those that were asked and answered, or the reason why not. */
  async targets(): Promise<Target[]> {
    return (await this.get<{ activeTargets: Target[] }>('/targets?state=active')).activeTargets;
  }

  async rules(): Promise<Rule[]> {
    const { groups } = await this.get<{ groups: { rules: Rule[] }[] }>('/rules?type=alert');
    return groups.flatMap(({ rules }) => rules);
  }

  async firing(): Promise<Alert[]> {
    return (await this.get<{ alerts: Alert[] }>('/alerts')).alerts.filter(({ state }) => state === 'firing');
  }

  /** How many series an expression gives now. */
  async count(expression: string): Promise<number> {
    return (await this.get<{ result: unknown[] }>(`/query?query=${encodeURIComponent(expression)}`)).result.length;
  }

  async names(): Promise<Set<string>> {
    return new Set(await this.get<string[]>('/label/__name__/values'));
  }

  /** Resolves once such an alert fires. */
  fires(name: string, withinMillis: number, which: (labels: Record<string, string>) => boolean = () => true): Promise<Alert[]> {
    return pollUntil(
      `${name} fires`,
      () => this.firing(),
      (alerts) => alerts.some(({ labels }) => labels['alertname'] === name && which(labels)),
      withinMillis,
    );
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async get<T>(path: string): Promise<T> {
    const { statusCode, body } = await request(`${this.url}/api/v1${path}`, { dispatcher: this.agent });
    const text = await body.text();
    if (statusCode !== 200) {
      throw new Error(`Prometheus answered ${statusCode} to ${path}: ${text.slice(0, 300)}`);
    }
    return (JSON.parse(text) as { data: T }).data;
  }
}
