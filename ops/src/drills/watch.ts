import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reminderRoundWorkflowId } from '@dengke/contract';
import { pollUntil } from '@dengke/e2e';
import { repositoryRoot, temporalServerVersion } from '@dengke/local';
import type { Drill } from './drill';
import { DrilledHouse } from './drilled-house';
import { standing, toTheEnd } from './walks';
import { Prometheus } from './watch/prometheus';
import type { Alert } from './watch/prometheus';
import { notHere, WatchServers } from './watch/servers';

/** The alert waits two minutes before it fires. */
const AWAY_MS = 240_000;

/** What is counted only once it happens, and does not happen here. Whatever else an alert or the dashboard asks for must be told. */
const unheard: Readonly<Record<string, string>> = {
  dengke_activities_refused_total: 'no act of time is refused',
  dengke_reminders_sent_total: 'no round is held',
  dengke_workflows_behind: 'it takes two looks, four minutes apart',
  activity_task_fail: 'no activity fails',
  workflow_failed: 'no workflow fails',
  temporal_workflow_failed: 'no workflow fails',
  temporal_workflow_canceled: 'no workflow is cancelled',
  temporal_workflow_continue_as_new: 'none is refreshed',
  temporal_workflow_task_execution_failed: 'no code fails',
  temporal_sticky_cache_miss: 'no workflow is forgotten',
  temporal_sticky_cache_total_forced_eviction: 'no workflow is forgotten',
  temporal_request_failure: 'Temporal refuses nothing',
  temporal_long_request_failure: 'Temporal refuses nothing',
};

/**
 * The production shape is watched by a Prometheus with the house's own configuration and rules: every target answers, every name that an alert or the dashboard
 * asks for is told, nothing alarms while people work, and what is broken on purpose alarms and is quiet again.
 */
export const watchDrill: Drill = async (say) => {
  const house = await DrilledHouse.begin(say, { shape: 'production' });
  const faults: string[] = [];
  let servers: WatchServers | undefined;
  try {
    servers = await WatchServers.begin(house, join(dirname(house.directory), 'watch'), say);
    const prometheus = new Prometheus(servers.url, servers.ca);
    say(`a Prometheus asks ${servers.targets} targets`);
    const targets = await allUp(prometheus, servers.targets);
    faults.push(...targets.filter(({ health }) => health !== 'up').map(({ labels, lastError }) => `${labels['service']}: ${lastError}`));
    await thrownAway(house, prometheus);
    await toTheEnd(house.stack.addresses.publicUrl);
    await toTheEnd(house.stack.addresses.publicUrl);
    await standing(house.stack.addresses.publicUrl, ['open', 'municipal']);
    const falseAlarms = falseAmong(await prometheus.firing(), ['WorkflowsThrownAway']);
    faults.push(...falseAlarms);
    say(`two submissions came to their end, one stands, and ${falseAlarms.length === 0 ? 'nothing' : 'something'} alarmed that should not`);
    const seconds = await alarmed(house, prometheus, faults, say);
    const asked = await askedFor(prometheus, faults);
    await prometheus.close();
    return {
      temporal: `server ${temporalServerVersion}, PostgreSQL`,
      figures: { targets: targets.length, notHere, ...asked, ...seconds },
      faults,
    };
  } finally {
    await servers?.end();
    await house.end();
  }
};

async function allUp(prometheus: Prometheus, count: number) {
  const ask = () => prometheus.targets().catch(() => []);
  const isUp = (targets: Awaited<ReturnType<typeof ask>>): boolean =>
    targets.length === count && targets.every(({ health }) => health === 'up');
  await pollUntil('every target answers', ask, isUp).catch(() => undefined);
  return ask();
}

/**
 * A workflow is thrown away, and made anew. The first time it is counted is no rise for a Prometheus that has not asked for long: it alarms only where the count was
 * asked for in the moment in which it was still none.
 */
async function thrownAway(house: DrilledHouse, prometheus: Prometheus): Promise<void> {
  const before = await prometheus.count('workflow_terminate{namespace="default"} > 0');
  await house.temporal.workflow.getHandle(reminderRoundWorkflowId).terminate('the drill');
  await house.reconcile(1_000, 'the drill');
  await pollUntil(
    'it is counted',
    () => prometheus.count('workflow_terminate{namespace="default"} > 0'),
    (count) => count > before,
  );
}

const falseAmong = (firing: readonly Alert[], expected: readonly string[]): string[] =>
  firing
    .filter(({ labels }) => !expected.includes(labels['alertname'] ?? ''))
    .map(({ labels }) => `false alarm: ${JSON.stringify(labels)}`);

/** Names that nobody tells, expressions that give nothing. @returns how many gave something */
async function askedFor(prometheus: Prometheus, faults: string[]) {
  const { panels } = JSON.parse(await readFile(join(repositoryRoot, 'infra/grafana/dengke.json'), 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[];
  };
  const rules = await prometheus.rules();
  faults.push(...rules.filter(({ health }) => health !== 'ok').map(({ name, lastError }) => `the rule ${name}: ${lastError}`));
  const told = await prometheus.names();
  const shown = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ of: title, expr })));
  const unheardOf = new Set<string>();
  const untold = new Set<string>();
  let empty = 0;
  for (const { of, expr } of [...rules.map(({ name, query }) => ({ of: name, expr: query })), ...shown]) {
    const missing = namesIn(expr).filter((name) => !told.has(name));
    missing.forEach((name) => (name in unheard ? unheardOf : untold).add(name));
    const isAlert = rules.some(({ name }) => name === of);
    if (!isAlert && (await prometheus.count(expr)) === 0) {
      empty += 1;
      if (!namesIn(expr).some((name) => name in unheard) && !expr.includes('status=~"5.."')) {
        faults.push(`the dashboard shows nothing: ${of}: ${expr}`);
      }
    }
  }
  faults.push(...[...untold].map((name) => `nobody tells ${name}`));
  return { rules: rules.length, expressions: shown.length, empty, unheard: [...unheardOf] };
}

const words = new Set(
  'sum max min count rate increase histogram_quantile topk changes min_over_time unless offset and or on by'.split(' '),
);
/** The names of metrics in an expression: what is left of its words without labels, ranges and functions. */
const namesIn = (expr: string): string[] => {
  const bare = expr.replace(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|on) ?\([^)]*\)|offset \w+/g, ' ');
  return [...new Set(bare.match(/\b[a-z_]{2,}\b/g))].filter((word) => !words.has(word));
};

/** A workflow is thrown away again, and a worker stands still: both alarm, and the worker is forgotten once it goes on. */
async function alarmed(house: DrilledHouse, prometheus: Prometheus, faults: string[], say: (line: string) => void) {
  const since = performance.now();
  const seconds = (): number => Math.round((performance.now() - since) / 1_000);
  house.stack.kill('worker', 'SIGSTOP');
  await house.temporal.workflow.getHandle(reminderRoundWorkflowId).terminate('the drill');
  await prometheus.fires('WorkflowsThrownAway', AWAY_MS);
  const thrownAwaySeconds = seconds();
  say(`what was thrown away alarms after ${thrownAwaySeconds} s`);
  await house.reconcile(1_000, 'the drill');
  const alerts = await prometheus.fires('ServiceAway', AWAY_MS, ({ service }) => service === 'worker');
  const awaySeconds = seconds();
  say(`the worker that stands still alarms after ${awaySeconds} s`);
  house.stack.kill('worker', 'SIGCONT');
  faults.push(...falseAmong(alerts, ['ServiceAway', 'WorkflowsThrownAway']));
  await pollUntil(
    'the worker is forgotten',
    () => prometheus.firing(),
    (firing) => !firing.some(({ labels }) => labels['alertname'] === 'ServiceAway'),
  );
  return { thrownAwaySeconds, awaySeconds };
}
