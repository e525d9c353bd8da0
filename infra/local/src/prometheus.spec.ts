import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { shapeOf, shapes } from './containers/compose-file';
import { findPromtool } from './find-prometheus';
import { nodeProcesses } from './house';
import { repositoryRoot } from './repository';
import { runProgram } from './run-program';

const folder = join(repositoryRoot, 'infra', 'prometheus');
const read = (...path: string[]): string => readFileSync(join(repositoryRoot, ...path), 'utf8');
const rules = (
  parse(read('infra/prometheus/alerts.yml')) as { groups: { rules: { alert: string; expr: string; annotations: { do: string } }[] }[] }
).groups.flatMap((group) => group.rules);

interface Configuration {
  rule_files: string[];
  scrape_configs: Job[];
}

/** A promtool of before 2.54 does not know `http_headers`, nor where the rules are seen from another folder. */
const forOlder = ({ scrape_configs, rule_files, ...rest }: Configuration): object => ({
  ...rest,
  rule_files: rule_files.map((file) => join(folder, file)),
  scrape_configs: scrape_configs.map(({ http_headers: _, ...job }) => job),
});

interface Job {
  job_name: string;
  http_headers?: unknown;
  scheme?: string;
  file_sd_configs: { files: string[] }[];
}

interface Targets {
  targets: string[];
  labels: Record<string, string>;
}

/** The files of targets by the place where docker-compose.yml, or docker-compose.scale.yml beside it, mounts them. */
const mountedAt = { '/etc/prometheus/': 'infra/prometheus/', '/run/scale/': 'infra/prometheus/scale/' };
const asked = (job: Job, place: keyof typeof mountedAt): Targets[] =>
  job.file_sd_configs
    .flatMap(({ files }) => files)
    .filter((file) => file.startsWith(place))
    .flatMap((file) => parse(read(file.replace(place, mountedAt[place]))) as Targets[]);

const TIME_TO_FETCH_MS = 180_000;

/** Names of gauges and histograms in the services' own code. */
const known = (): Set<string> => {
  const sources = ['libs', 'services'].flatMap((top) =>
    readdirSync(join(repositoryRoot, top)).map((project) => join(repositoryRoot, top, project, 'src')),
  );
  const files = sources
    .filter(existsSync)
    .flatMap((source) => readdirSync(source, { recursive: true, encoding: 'utf8' }).map((file) => join(source, file)));
  const metrics = files.filter((file) => /metrics\.ts$/.test(file)).map((file) => readFileSync(file, 'utf8'));
  const named = [...metrics.join('\n').matchAll(/dengke_[a-z_]+[a-z]/g)].map(([name]) => name);
  return new Set(named.flatMap((name) => [name, `${name}_bucket`, `${name}_count`, `${name}_sum`]));
};
const namedIn = (text: string): string[] => [...new Set([...text.matchAll(/dengke_[a-z_]+[a-z]/g)].map(([name]) => name))];

describe('what is watched', () => {
  it(
    'fires and holds its tongue as it is tried in alerts.test.yml',
    async () => {
      const promtool = await findPromtool(() => undefined);
      const { code, output } = await runProgram(promtool, ['test', 'rules', 'alerts.test.yml'], { cwd: folder });
      expect([code, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
    },
    TIME_TO_FETCH_MS,
  );

  it.each(rules.map(({ alert }) => alert))('tries %s, silent and fired', (alert) => {
    const { tests } = parse(read('infra/prometheus/alerts.test.yml')) as {
      tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
    };
    const counts = tests.flatMap((test) => test.alert_rule_test.filter(({ alertname }) => alertname === alert));
    expect(new Set(counts.map(({ exp_alerts }) => exp_alerts.length > 0))).toEqual(new Set([false, true]));
  });

  const { scrape_configs: jobs } = parse(read('infra/prometheus/prometheus.yml')) as Configuration;

  it('is read by a configuration that Prometheus takes', async () => {
    const promtool = await findPromtool(() => undefined);
    const file = join(await mkdtemp(join(tmpdir(), 'dengke-prometheus-')), 'prometheus.yml');
    await writeFile(file, stringify(forOlder(parse(read('infra/prometheus/prometheus.yml')) as Configuration)));
    const { code, output } = await runProgram(promtool, ['check', 'config', '--syntax-only', file], { cwd: folder });
    expect([code, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
  });

  it.each([
    ['docker-compose.yml', '/etc/prometheus/', ''],
    ['docker-compose.scale.yml', '/run/scale/', '-2'],
  ] as const)('is told by parts of %s that Prometheus can reach, by every process of the house', (name, place, second) => {
    const { services } = shapeOf(shapes[name]);
    const targets = jobs.flatMap((job) => asked(job, place)).flatMap((entry) => entry.targets.map((target) => target.split(':')[0] ?? ''));

    const networks = Object.keys(services['prometheus']?.networks ?? {});
    expect(targets.filter((part) => !Object.keys(services[part]?.networks ?? {}).some((network) => networks.includes(network)))).toEqual(
      [],
    );
    expect(targets).toEqual(expect.arrayContaining(nodeProcesses.map((process) => `${process}${second}`)));
    expect(targets.some((part) => part.startsWith('temporal'))).toBe(true);
  });

  it('is asked for by TLS, but of Temporal, which cannot', () => {
    expect(jobs.filter(({ scheme }) => scheme !== 'https').map(({ job_name }) => job_name)).toEqual(['temporal']);
  });

  it('has an alert for each of the things that go wrong, and names to each its row', () => {
    const rows = [...read('docs/operations.md').matchAll(/^\| (\d+)\. /gm)].map(([, row]) => row);
    const named = rules.map(({ alert, annotations }) => ({ alert, row: /\brow (\d+)$/.exec(annotations.do)?.[1] }));

    expect(rows.length).toBeGreaterThan(0);
    expect(named.filter(({ row }) => !rows.includes(row))).toEqual([]);
    expect(rows.filter((row) => !named.some((one) => one.row === row))).toEqual([]);
  });

  it('asks for nothing that no service tells, in alerts and on the dashboard', () => {
    const asked = [...rules.flatMap(({ expr }) => namedIn(expr)), ...namedIn(read('infra/grafana/dengke.json'))];
    const told = known();
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });
});
