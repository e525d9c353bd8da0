import { errorSentences } from '@dengke/contract';
import type { ActInput, Caller, SubmissionAct } from '@dengke/contract';
import { actIdOf, DomainError, Ledger, sm3 } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { EachOutcome } from './each-outcome.dto';
import type { ActHandler } from './act-context';
import { ActsService } from './acts.service';
import { subjectOf } from './facts';

export interface ManyActs {
  act: SubmissionAct;
  serials: readonly string[];
  /** What goes with the act: the same for all, or each its own. */
  input: ActInput | ((serial: string) => ActInput);
  /** Where the act brings along what the judge does not know. */
  handlerOf?: (serial: string) => ActHandler;
}

/** The same act upon many submissions, one transaction each. What is no refusal ends the request; repeated with its key, it goes on where it ended. */
@Injectable()
export class ManyActsService {
  constructor(
    private readonly acts: ActsService,
    private readonly ledger: Ledger,
  ) {}

  async byPerson(me: Caller, key: string, many: ManyActs): Promise<EachOutcome[]> {
    const outcomes: EachOutcome[] = [];
    for (const serial of many.serials) {
      outcomes.push(await this.one(me, keyOfEach(key, serial), serial, many));
    }
    return outcomes;
  }

  private async one(me: Caller, key: string, serial: string, { act, input, handlerOf }: ManyActs): Promise<EachOutcome> {
    try {
      const progress = await this.acts.byPerson(
        me,
        key,
        serial,
        act,
        typeof input === 'function' ? input(serial) : input,
        handlerOf?.(serial),
      );
      const recorded = await this.ledger.entryOfAct(subjectOf(serial), actIdOf(me.personId, key));
      return { serial, outcome: recorded === null ? 'unchanged' : 'done', progress, code: null, sentence: null };
    } catch (refusal) {
      if (refusal instanceof DomainError) {
        const { code } = refusal;
        return { serial, outcome: 'refused', progress: null, code, sentence: errorSentences[code] };
      }
      throw refusal;
    }
  }
}

/** The key of one act among those of one request: the same when the request is repeated. */
export const keyOfEach = (key: string, serial: string): string => `${sm3(key).slice(0, 40)}-${serial}`;
