import type { DeadlineExplanation } from '@dengke/calendar';
import type { ApplicationsAlike } from '@dengke/contract';
import { Services } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MovedDeadlines } from '../deadlines/deadlines.dto';
import type { Awaited } from '../deadlines/limit-rule.entity';
import { applicationsAlike, isOfApplications, NAMED, waitsAlike } from './alike';
import type { Alike } from './alike';

/** How a wait would be counted; null: it is not concerned. */
export type CountAnew = (these: Alike) => DeadlineExplanation | null;

/** Which open deadlines would move, here and at accounts, before a limit, a calendar or a cut-off day is another. Nothing is stored. */
@Injectable()
export class MovesService {
  constructor(private readonly services: Services) {}

  /** Everything that waits, of one kind or of all. Not within a transaction: accounts is asked. @throws DomainError UNAVAILABLE without accounts */
  async waiting(manager: EntityManager, about: Awaited | null = null): Promise<Alike[]> {
    const isTheirs = about === null || isOfApplications(about);
    const running = isTheirs ? await this.services.accounts.get<ApplicationsAlike[]>('/internal/applications/alike') : [];
    return [...(await waitsAlike(manager, about)), ...applicationsAlike(running.filter((one) => about === null || one.about === about))];
  }
}

/** Those that end on another day when they are counted so, or whose day is settled then: by what is waited for and from which day to which. */
export function movesOf(waiting: readonly Alike[], countAnew: CountAnew): MovedDeadlines[] {
  const moves = new Map<string, MovedDeadlines>();
  for (const these of waiting) {
    const { about, dueOn, provisional, count, serials } = these;
    const counted = countAnew(these);
    if (counted === null || (counted.on === dueOn && counted.provisional === provisional)) {
      continue;
    }
    const key = [about, dueOn, counted.on, counted.provisional].join();
    const before = moves.get(key) ?? { about, from: dueOn, to: counted.on, provisional: counted.provisional, count: 0, serials: [] };
    moves.set(key, { ...before, count: before.count + count, serials: [...before.serials, ...serials].sort().slice(0, NAMED) });
  }
  return [...moves.values()];
}

/** How many they are together. */
export const countOf = (moves: readonly MovedDeadlines[]): number => moves.reduce((sum, { count }) => sum + count, 0);
