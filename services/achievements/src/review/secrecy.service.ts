import { LeavingFiles } from '@dengke/service-kit';
import type { Caller, Progress } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { ActsService } from '../acts/acts.service';
import type { ExcludeDto } from './review.dto';

/** What is classified leaves the house (P17, S49). */
@Injectable()
export class SecrecyService {
  constructor(
    private readonly acts: ActsService,
    private readonly leaving: LeavingFiles,
  ) {}

  /** The record first, then the files; what a crash leaves behind goes a little later. */
  async exclude(me: Caller, key: string, serial: string, dto: ExcludeDto): Promise<Progress> {
    const progress = await this.acts.byPerson(me, key, serial, 'exclude', dto);
    await this.leaving.sweep();
    return progress;
  }
}
