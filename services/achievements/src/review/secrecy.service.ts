import type { Caller, Progress } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { ActsService } from '../acts/acts.service';
import { DisposalService } from '../evidence/disposal.service';
import type { ExcludeDto } from './review.dto';

/** What is classified leaves the house (P17, S49). */
@Injectable()
export class SecrecyService {
  constructor(
    private readonly acts: ActsService,
    private readonly disposal: DisposalService,
  ) {}

  /** The record first, then the files; whoever repeats it with the same key finishes what a crash left. */
  async exclude(me: Caller, key: string, serial: string, dto: ExcludeDto): Promise<Progress> {
    const progress = await this.acts.byPerson(me, key, serial, 'exclude', dto);
    await this.disposal.dispose(serial);
    return progress;
  }
}
