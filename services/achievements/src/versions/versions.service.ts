import { fieldLabel } from '@dengke/contract/forms';
import type { Caller } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { withoutContacts, withoutContactsAt } from '../submissions/sight';
import { SubmissionsService } from '../submissions/submissions.service';
import { changesBetween } from './changes';
import type { Change } from './changes';
import { fileChanges } from './file-changes';
import type { Changes, ChangesQuery, FieldChangeDto, VersionLine, VersionPage } from './versions.dto';

/** What was submitted, round by round: locked, readable by whoever has the whole submission before him (P27). */
@Injectable()
export class VersionsService {
  constructor(
    private readonly database: DataSource,
    private readonly submissions: SubmissionsService,
  ) {}

  async list(me: Caller, serial: string): Promise<VersionLine[]> {
    await this.submissions.readWhole(me, serial);
    const select = { round: true, digest: true, lockedAt: true };
    const versions = await this.database.manager.find(SubmissionVersion, { select, where: { serial }, order: { round: 'ASC' } });
    return versions.map(({ round, digest, lockedAt }) => ({ round, digest, lockedAt }));
  }

  /** @throws DomainError NOT_FOUND for a round that there was not */
  async page(me: Caller, serial: string, round: number): Promise<VersionPage> {
    const { contact } = await this.submissions.readWhole(me, serial);
    const { form, evidence, digest, lockedAt } = await this.version(serial, round);
    return { round, digest, lockedAt, form: contact ? form : withoutContacts(form), evidence };
  }

  /** @throws DomainError NOT_FOUND for a round that there was not */
  async changes(me: Caller, serial: string, { from, to }: ChangesQuery): Promise<Changes> {
    const { contact } = await this.submissions.readWhole(me, serial);
    const newest = to ?? (await this.database.manager.countBy(SubmissionVersion, { serial }));
    const earlier = from ?? Math.max(1, newest - 1);
    const [before, after] = await Promise.all([this.version(serial, earlier), this.version(serial, newest)]);
    return {
      from: earlier,
      to: newest,
      fields: changesBetween(before.form, after.form).map((change) => toldChange(change, contact)),
      files: fileChanges(before.evidence, after.evidence),
    };
  }

  /** @throws DomainError NOT_FOUND for a piece that no round of it held */
  async requirePiece(me: Caller, serial: string, evidenceId: string): Promise<void> {
    await this.submissions.readWhole(me, serial);
    const versions = await this.database.manager.find(SubmissionVersion, { select: { round: true, evidence: true }, where: { serial } });
    if (!versions.some(({ evidence }) => evidence.some(({ id }) => id === evidenceId))) {
      throw new DomainError('NOT_FOUND');
    }
  }

  /** One round, whoever asks. @throws DomainError NOT_FOUND for a round that there was not */
  async version(serial: string, round: number): Promise<SubmissionVersion> {
    const version = await this.database.manager.findOneBy(SubmissionVersion, { serial, round });
    if (version === null) {
      throw new DomainError('NOT_FOUND');
    }
    return version;
  }
}

/** As a reader gets it: path and name of the box, what it held and holds, telephones only to those whose they are to know. */
export function toldChange(change: Change, contact: boolean): FieldChangeDto {
  const field = change.path.join('.');
  const shown = (held: unknown): unknown => (contact ? held : withoutContactsAt(String(change.path.at(-1)), held));
  return {
    kind: change.kind,
    field,
    label: fieldLabel(field),
    before: 'before' in change ? shown(change.before) : null,
    after: 'after' in change ? shown(change.after) : null,
    order: change.kind === 'moved' ? change.order : null,
  };
}
