import type { StackAddresses } from '@dengke/local';
import type { Cast } from '../cast';
import type { Play } from '../play';
import type { House } from '../rest';
import type { Scenario } from '../scenario';

/** A house at rest, as the invariants look at it. */
export interface Scene {
  scenario: Scenario;
  play: Play;
  cast: Cast;
  house: House;
  addresses: StackAddresses;
  /** Where the stack keeps its logs. */
  directory: string;
}

/** What does not hold, a line each. */
export type Invariant = (scene: Scene) => Promise<string[]>;
