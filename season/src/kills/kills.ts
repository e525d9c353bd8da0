import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePorts, localDirectory, startStack } from '@dengke/local';
import type { Stack } from '@dengke/local';
import { sealedPayloads } from '@dengke/service-kit';
import { Client, Connection } from '@temporalio/client';
import { disturbancesOf } from './disturbances';
import type { Disturbance, Victim } from './disturbances';
import { goesOn, pidOf, startedAgain } from './going-on';
import { Proxies } from './proxies';
import { Traffic } from './traffic';
import { judge } from './verdict';
import type { Verdict } from './judgements';

/** Submissions under way. */
const AT_ONCE = 6;

/** Seconds from a strike, the last kill of it, to the answer to the first act sent afterwards, and until its workflow had taken it up. */
export interface Recovery {
  /** Who was killed, where it was one alone. */
  victim: Victim | 'several';
  acknowledged: number;
  followed: number;
}

export interface Told {
  submissions: number;
  acts: number;
  /** Requests that clients sent again. */
  resent: number;
  kills: Record<string, number>;
  freezes: Record<string, number>;
  cuts: Record<string, number>;
  verdict: Verdict;
  recoveries: Recovery[];
  seconds: number;
}

interface Scene {
  stack: Stack;
  proxies: Proxies;
  traffic: Traffic;
  temporal: Client;
  say: (line: string) => void;
}

/** A season in real time at load, while its processes are killed, stand still and are cut off from one another. */
export async function playKills(of: { kills: number; submissions: number; seed: number }, say: (line: string) => void): Promise<Told> {
  const directory = join(localDirectory(), 'kills');
  await rm(directory, { recursive: true, force: true });
  const ports = await freePorts();
  const proxies = await Proxies.before(ports, say);
  try {
    const stack = await startStack({ dir: directory, ports, temporal: 'dev', profile: 'local', hops: proxies.hops, supervise: true });
    try {
      return await onStack(stack, proxies, of, say);
    } finally {
      await stack.stop();
    }
  } finally {
    proxies.stop();
  }
}

async function onStack(
  stack: Stack,
  proxies: Proxies,
  { kills, submissions, seed }: { kills: number; submissions: number; seed: number },
  say: (line: string) => void,
): Promise<Told> {
  const { temporalAddress, temporalNamespace: namespace, payloadKeysFile, publicUrl } = stack.addresses;
  const connection = await Connection.connect({ address: temporalAddress, connectTimeout: '30s' });
  const temporal = new Client({ connection, namespace, dataConverter: sealedPayloads(payloadKeysFile) });
  try {
    const traffic = await Traffic.of(publicUrl, AT_ONCE);
    const scene: Scene = { stack, proxies, traffic, temporal, say };
    const disturbances = disturbancesOf(seed, kills);
    const recoveries: Told['recoveries'] = [];
    const started = performance.now();
    let isOver = false;
    const disturbing = (async () => {
      await traffic.next(0);
      for (const [index, one] of disturbances.entries()) {
        const took = await disturb(scene, one);
        if (one.kind === 'kill') {
          const [first, ...others] = one.victims;
          recoveries.push({ victim: first === undefined || others.length > 0 ? 'several' : first.victim, ...took });
        }
        say(
          `${String(index + 1).padStart(4)}/${disturbances.length} ${nameOf(one)}: acts again after ${seconds(took.acknowledged)}, followed after ${seconds(took.followed)}; ${traffic.walked.length} submissions`,
        );
        await pause(one.pauseMs);
      }
    })().finally(() => (isOver = true));
    await Promise.all([disturbing, traffic.run(submissions, () => !isOver)]);
    await stack.untilReady();
    const verdict = await judge(traffic, stack.addresses, temporal);
    return {
      submissions: traffic.walked.length,
      acts: traffic.walked.reduce((sum, { timeline }) => sum + timeline.length, 0),
      resent: traffic.resent,
      kills: counted(disturbances.flatMap((one) => (one.kind === 'kill' ? one.victims.map(({ victim }) => victim) : []))),
      freezes: counted(disturbances.flatMap((one) => (one.kind === 'freeze' ? [one.victim] : []))),
      cuts: counted(disturbances.flatMap((one) => (one.kind === 'cut' ? [`${one.hop} ${one.fault}`] : []))),
      verdict,
      recoveries,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await connection.close();
  }
}

/** One disturbance to its end. @returns seconds until people’s acts and workflows went on: from the kill, or from the end of a standstill or a cut */
async function disturb(scene: Scene, one: Disturbance): Promise<{ acknowledged: number; followed: number }> {
  const { stack, proxies } = scene;
  if (one.kind === 'kill') {
    const dead: [Victim, number][] = [];
    let at = performance.now();
    for (const { victim, afterMs } of one.victims) {
      await pause(afterMs);
      const pid = await pidOf(stack, victim);
      at = performance.now();
      stack.kill(victim, 'SIGKILL');
      dead.push([victim, pid]);
    }
    const took = await goesOn(scene, at);
    for (const [victim, pid] of dead) {
      await startedAgain(stack, victim, pid);
    }
    return took;
  }
  if (one.kind === 'freeze') {
    await pidOf(stack, one.victim);
    stack.kill(one.victim, 'SIGSTOP');
    await pause(one.ms);
    stack.kill(one.victim, 'SIGCONT');
  } else {
    await proxies.disturb(one.hop, one.fault);
    await pause(one.ms);
    await proxies.mend(one.hop);
  }
  return goesOn(scene, performance.now());
}

const nameOf = (one: Disturbance): string =>
  one.kind === 'kill'
    ? `${one.victims.map(({ victim }) => victim).join(', ')} killed`
    : one.kind === 'freeze'
      ? `${one.victim} stood still for ${seconds(one.ms / 1000)}`
      : `${one.hop} ${one.fault} for ${seconds(one.ms / 1000)}`;

const seconds = (value: number): string => `${value.toFixed(1)} s`;

function counted(names: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const name of names) {
    sums[name] = (sums[name] ?? 0) + 1;
  }
  return sums;
}
