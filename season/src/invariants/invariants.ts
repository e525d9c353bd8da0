import { acknowledgedOnce, inRouteOrder, registeredOnce, stateIsFold } from './acts';
import { countedAnew } from './deadlines';
import { chainIsWhole, followed, insideItsPart, nobodyInLogs, oneDigest } from './house';
import type { Invariant, Scene } from './scene';

/** What must hold, always (docs/season.md): name → how it is found out. */
const invariants = {
  acknowledgedOnce,
  stateIsFold,
  inRouteOrder,
  registeredOnce,
  countedAnew,
  followed,
  oneDigest,
  chainIsWhole,
  insideItsPart,
  nobodyInLogs,
} satisfies Record<string, Invariant>;

type Name = keyof typeof invariants;
export type Violations = Record<Name, string[]>;

export const none = (): Violations => Object.fromEntries(Object.keys(invariants).map((name) => [name, [] as string[]])) as Violations;

/** Looks for all of them, and adds what it finds. */
export async function look(scene: Scene, violations: Violations): Promise<void> {
  for (const [name, find] of Object.entries(invariants)) {
    violations[name as Name].push(...(await find(scene)));
  }
}
