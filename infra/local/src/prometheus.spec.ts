import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { findPromtool } from './find-promtool';
import { repositoryRoot } from './repository';
import { runProgram } from './run-program';

const folder = join(repositoryRoot, 'infra', 'prometheus');
const read = (...path: string[]): string => readFileSync(join(repositoryRoot, ...path), 'utf8');
const rules = (parse(read('infra/prometheus/alerts.yml')) as { groups: { rules: { alert: string; expr: string }[] }[] }).groups.flatMap(
  (group) => group.rules,
);

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

  it('asks for nothing that no service tells, in alerts and on the dashboard', () => {
    const asked = [...rules.flatMap(({ expr }) => namedIn(expr)), ...namedIn(read('infra/grafana/dengke.json'))];
    const told = known();
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });
});
