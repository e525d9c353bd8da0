import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { parse } from 'yaml';
import { repositoryRoot } from './repository';

const read = (...path: string[]): string => readFileSync(join(repositoryRoot, ...path), 'utf8');

interface Dashboard {
  panels: { id: number; title: string; gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
}
const { panels } = JSON.parse(read('infra/grafana/dengke.json')) as Dashboard;
const leftOut = parse(read('infra/grafana/left-out.yml')) as Record<string, string>;

/** What is shown: the words of the expressions, a histogram by its own name. */
const shown = new Set(
  panels
    .flatMap(({ targets }) => targets.flatMap(({ expr }) => expr.match(/[a-z][a-z_0-9]+/g) ?? []))
    .flatMap((name) => [name, name.replace(/_(bucket|sum|count)$/, '')]),
);

/** What services and gateway tell: their own names, in the files that register them, and those of every process of Node. */
const ofTheHouse = (): string[] => {
  const files = ['libs/service-kit/src', ...readdirSync(join(repositoryRoot, 'services')).map((name) => `services/${name}/src`)].flatMap(
    (source) =>
      readdirSync(join(repositoryRoot, source), { recursive: true, encoding: 'utf8' })
        .filter((file) => /metrics\.ts$/.test(file))
        .map((file) => read(source, file)),
  );
  return [...new Set(files.flatMap((text) => [...text.matchAll(/\b(dengke_[a-z_]+[a-z])\b/g)].map(([name]) => name)))];
};

const ofNode = (): string[] => {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const names = register.getMetricsAsArray().map(({ name }) => name);
  register.clear();
  return names;
};

/** What Temporal's SDK tells in the worker: read in its own code, which its package carries. */
const ofTheSdk = (): string[] => {
  const crates = join(dirname(require.resolve('@temporalio/core-bridge/package.json')), 'sdk-core', 'crates');
  const [common = '', core = '', client = ''] = ['common/src/telemetry', 'sdk-core/src/telemetry', 'client/src']
    .map((folder) => readFileSync(join(crates, folder, 'metrics.rs'), 'utf8'))
    .map((text) => text.split('\nmod tests {')[0] ?? '');
  const named = [...`${common}${core}${client}`.matchAll(/_NAME: &str =\s*"([a-z_]+)"/g)];
  const written = [...`${core}${client}`.matchAll(/name: "([a-z_]+)"\.into\(\)/g)];
  return [...new Set([...named, ...written].map(([, name]) => `temporal_${name}`))];
};

describe('the dashboard', () => {
  it.each([
    ['the house', ofTheHouse, 12],
    ['Node', ofNode, 30],
    ['Temporal’s SDK', ofTheSdk, 40],
  ])('shows everything that %s tells, or it is left out for a reason', (_, told, atLeast) => {
    const names = told();

    expect(names.length).toBeGreaterThanOrEqual(atLeast);
    expect(names.filter((name) => !shown.has(name) && leftOut[name] === undefined)).toEqual([]);
  });

  it('leaves out nothing that nobody tells, nor what it shows', () => {
    const told = new Set([...ofTheHouse(), ...ofNode(), ...ofTheSdk()]);

    expect(Object.keys(leftOut).filter((name) => !told.has(name) || shown.has(name))).toEqual([]);
  });

  it('shows of the house, Node and the SDK nothing that nobody tells', () => {
    const told = new Set([...ofTheHouse(), ...ofNode(), ...ofTheSdk()]);
    const asked = [...shown].filter((name) => /^(dengke|nodejs|process|temporal)_/.test(name) && !/_(bucket|sum|count)$/.test(name));

    expect(asked.filter((name) => !told.has(name))).toEqual([]);
  });

  it('has a place of its own for each panel', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    expect(new Set(panels.map(({ gridPos: { x, y } }) => `${x} ${y}`)).size).toBe(panels.length);
  });
});
