import type { SubmissionAct } from '@dengke/contract';
import { demonstrationPeople, pollUntil, Walk } from '@dengke/e2e';
import type { ClientSettings, DemonstrationPeople, Part, SentAct, Walked } from '@dengke/e2e';

/** Where a walk stops: before this act of this person. */
export type Halt = readonly [SubmissionAct, Part];

/** Every place where a submission of R-city waits for somebody. */
export const halts: readonly Halt[] = [
  ['open', 'unit'],
  ['release', 'unit'],
  ['open', 'municipal'],
  ['recommend', 'municipal'],
  ['open', 'organiser'],
  ['recommend', 'organiser'],
  ['open', 'department'],
  ['approve', 'department'],
  ['acknowledge', 'ministry'],
];

class Halted extends Error {}

/** A submission that stands before an act. @returns its serial */
export async function standing(address: string, [act, part]: Halt): Promise<string> {
  let stands = '';
  const before = (next: SubmissionAct, by: Part, serial: string | null): void => {
    if (next === act && by === part) {
      stands = serial ?? '';
      throw new Halted();
    }
  };
  try {
    await new Walk({ address, people: await demonstrationPeople(), before }).toTheEnd();
  } catch (error) {
    if (!(error instanceof Halted)) {
      throw error;
    }
  }
  return stands;
}

/** One that walks to its end, waiting once before an act until it is let go on. */
export async function halting(address: string, [act, part]: Halt, untilLetGo: (serial: string) => Promise<void>): Promise<Walked> {
  let hasHalted = false;
  const before = async (next: SubmissionAct, by: Part, serial: string | null): Promise<void> => {
    if (!hasHalted && next === act && by === part) {
      hasHalted = true;
      await untilLetGo(serial ?? '');
    }
  };
  return new Walk({ address, people: await demonstrationPeople(), before }).toTheEnd();
}

export const toTheEnd = async (address: string): Promise<Walked> => new Walk({ address, people: await demonstrationPeople() }).toTheEnd();

/** Whether the timeline has what was answered: `/submissions/<serial>/<act>`. */
export function hasAct(walked: readonly Walked[], serial: string, path: string): boolean {
  const act = path
    .split('/')
    .at(-1)
    ?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return walked.some((one) => one.serial === serial && one.timeline.some((entry) => entry.act === act));
}

/** Walks side by side, one act at a time: each waits at its halt and before each of the acts after it until all may go on. */
export class Stepping {
  private readonly arrivals: number[];
  private readonly gates: { open: () => void; opened: Promise<void> }[];
  private readonly walks: Promise<Walked>[] = [];
  /** Serials that have come to their end. */
  readonly over = new Set<string>();
  /** What was answered, by the step in which it was sent. */
  readonly answered: (SentAct & { step: number; serial: string })[] = [];

  /** @param steps how often they wait */
  constructor(
    private readonly address: string,
    steps: number,
    private readonly client: Partial<ClientSettings> = {},
  ) {
    this.arrivals = Array.from({ length: steps }, () => 0);
    this.gates = this.arrivals.map(() => {
      let open: () => void = () => undefined;
      return { opened: new Promise<void>((resolve) => (open = resolve)), open };
    });
  }

  /** One walk for each halt; resolves when each stands at its own. */
  async begin(): Promise<void> {
    const people = await demonstrationPeople();
    for (const halt of halts) {
      this.walks.push(this.walk(people, halt));
      await this.arrivedAt(0);
    }
  }

  /** Lets all do one act. Resolves when each has been answered and stands before the next, or has come to its end. */
  async step(from: number): Promise<void> {
    this.gates[from]?.open();
    await this.arrivedAt(from + 1);
  }

  toTheEnd(): Promise<Walked[]> {
    this.gates.forEach(({ open }) => open());
    return Promise.all(this.walks);
  }

  private async arrivedAt(step: number): Promise<void> {
    const arrived = pollUntil(
      `all have come as far as step ${step}`,
      async () => (this.arrivals[step] ?? 0) + this.over.size,
      (count) => count === this.walks.length,
      this.client.patienceMillis,
    );
    await Promise.race([arrived, Promise.all(this.walks).then(() => undefined)]);
  }

  private async walk(people: DemonstrationPeople, [act, part]: Halt): Promise<Walked> {
    let serial = '';
    let step = -1;
    const before = async (next: SubmissionAct, by: Part, known: string | null): Promise<void> => {
      serial = known ?? '';
      if (step >= 0 || (next === act && by === part)) {
        step += 1;
        this.arrivals[step] = (this.arrivals[step] ?? 0) + 1;
        await this.gates[step]?.opened;
      }
    };
    const onAnswered = (sent: SentAct): void => void this.answered.push({ ...sent, step, serial });
    const walked = await new Walk({ address: this.address, people, before, onAnswered, client: this.client }).toTheEnd();
    this.over.add(walked.serial);
    return walked;
  }
}
