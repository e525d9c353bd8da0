import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { demonstrationPeople, Walk } from '@dengke/e2e';
import type { DemonstrationPeople, Walked } from '@dengke/e2e';

/** A person looks before he acts. */
const MOST_THINKING_MS = 120;
/** Of the marks of walks only the last figures differ, and achievements whose names differ in little are alike: desks would have to say why they are two (P19). */
const aName = (): string => `${[...randomBytes(12)].map((byte) => '安保北长德定福高光海华江康林明宁'[byte % 16]).join('')}装置`;

/** So long a client sends again what was not answered; nobody may have to wait longer. */
const PATIENCE_MS = 120_000;

/** An act that a client was told is done. Milliseconds as of `performance.now()`. */
export interface Acknowledged {
  serial: string;
  key: string;
  /** When it was sent for the first time. */
  begunAt: number;
  answeredAt: number;
  /** The submission’s last fact with it. */
  fact: number;
}

/** People who walk submissions from the draft to the ministry’s acknowledgement, whatever happens meanwhile; and the log of what they were told. */
export class Traffic {
  readonly log: Acknowledged[] = [];
  readonly walked: Walked[] = [];
  /** Walks that did not come to their end, and why. */
  readonly broken: string[] = [];
  resent = 0;
  private readonly waiting = new Set<{ after: number; settle: (one: Acknowledged) => void }>();
  private begun = 0;

  private constructor(
    private readonly address: string,
    readonly people: DemonstrationPeople,
    private readonly atOnce: number,
  ) {}

  /** Whose achievements they are. */
  get completerId(): string {
    return new Walk({ address: this.address, people: this.people }).cast.completer.id;
  }

  /** @param atOnce so many submissions are under way */
  static async of(address: string, atOnce: number): Promise<Traffic> {
    return new Traffic(address, await demonstrationPeople(), atOnce);
  }

  /** At least so many submissions, and for as long as it is wanted. */
  async run(least: number, isWanted: () => boolean): Promise<void> {
    const walking = async (): Promise<void> => {
      while (this.begun < least || isWanted()) {
        this.begun += 1;
        await this.walk();
      }
    };
    await Promise.all(Array.from({ length: this.atOnce }, walking));
  }

  /** The first act to be answered of those that were sent for the first time after an instant. */
  next(after: number): Promise<Acknowledged> {
    return new Promise((settle) => this.waiting.add({ after, settle }));
  }

  private async walk(): Promise<void> {
    let begunAt = 0;
    const walk = new Walk({
      address: this.address,
      people: this.people,
      name: aName,
      client: { patienceMillis: PATIENCE_MS, onRetry: () => (this.resent += 1) },
      before: async () => {
        await pause(randomInt(MOST_THINKING_MS));
        begunAt = performance.now();
      },
      onAnswered: ({ key }, { serial, lastFact }) => this.note({ serial, key, begunAt, answeredAt: performance.now(), fact: lastFact }),
    });
    try {
      this.walked.push(await walk.toTheEnd());
    } catch (error) {
      this.broken.push(error instanceof Error ? error.message : String(error));
    }
  }

  private note(one: Acknowledged): void {
    this.log.push(one);
    for (const waiting of this.waiting) {
      if (one.begunAt > waiting.after) {
        this.waiting.delete(waiting);
        waiting.settle(one);
      }
    }
  }
}
