import type { Caller } from '@dengke/contract';
import { stampIn } from '@dengke/print';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ManyActsService } from '../acts/many-acts.service';
import { paperFound } from '../acts/scanned-paper';
import { SubmissionsService } from '../submissions/submissions.service';
import { VersionsService } from '../versions/versions.service';
import type { EachPaper, PaperCheck, ReceiveManyDto } from './counter.dto';

/** The counter, where paper forms are handed in: each is compared with what was submitted before it is taken (P27). */
@Injectable()
export class CounterService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
    private readonly versions: VersionsService,
    private readonly acts: ManyActsService,
  ) {}

  /** Whoever sees the submission may compare its paper. @throws DomainError INVALID_INPUT for what is no code of a form, NOT_FOUND */
  async check(me: Caller, scanned: string): Promise<PaperCheck> {
    const stamp = stampIn(scanned);
    if (stamp === null) {
      throw new DomainError('INVALID_INPUT', { fields: [{ field: 'scanned', reason: 'matches' }] });
    }
    const { serial, version } = stamp;
    await this.submissions.readWhole(me, serial);
    const { verdict, of, newest } = await paperFound(this.database.manager, stamp);
    const { form } = await this.versions.version(serial, newest);
    const nothing = { fields: [], files: [] };
    const { fields, files } = of === null || of === newest ? nothing : await this.versions.changes(me, serial, { from: of, to: newest });
    const read = { name: form.name, firstUnit: form.units[0]?.name ?? '', firstCompleter: form.completers[0]?.name ?? '' };
    return { serial, verdict, version, newest, of, ...read, fields, files };
  }

  async receive(me: Caller, key: string, { submissions }: ReceiveManyDto): Promise<EachPaper> {
    const inputs = new Map(submissions.map(({ serial, scanned }) => [serial, scanned === undefined ? {} : { scanned }]));
    const many = { act: 'receivePaper', serials: [...inputs.keys()], input: (serial: string) => inputs.get(serial) ?? {} } as const;
    return { items: await this.acts.byPerson(me, key, many) };
  }
}
