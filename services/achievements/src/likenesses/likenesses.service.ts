import { stageRules } from '@dengke/contract';
import type { Caller, RegistrationForm } from '@dengke/contract';
import { DomainError, Ledger } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { subjectOf } from '../acts/facts';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import { RegisterEntry } from '../register/register-entry.entity';
import { ImportedRegistration } from '../register-imports/imported-registration.entity';
import { sealedAmong } from '../submissions/sealed';
import { SubmissionsService } from '../submissions/submissions.service';
import { likenessesOf, warns } from './likeness-rows';
import type { Likeness } from './likeness-rows';
import type { Likenesses, LikenessJudgementView, LikenessSide, LikenessView } from './likenesses.dto';
import { reasonsOf } from './reasons';
import { SubmissionMark } from './submission-mark.entity';
import { TitleLook } from './title-look.entity';

/** Two submissions side by side, for the desks that review one of them (P19). */
@Injectable()
export class LikenessesService {
  constructor(
    private readonly database: DataSource,
    private readonly ledger: Ledger,
    private readonly submissions: SubmissionsService,
  ) {}

  /** @throws DomainError NOT_FOUND for everybody but the desks that review it and that it has reached */
  async of(me: Caller, serial: string): Promise<Likenesses> {
    const { submission } = await this.submissions.readWhole(me, serial);
    const reviews = submission.legs.some((leg) => leg.organisationId === me.position.organisationId && stageRules[leg.kind].checked);
    if (!reviews) {
      throw new DomainError('NOT_FOUND');
    }
    const { manager } = this.database;
    const alike = await likenessesOf(manager, serial);
    const sides = await this.sides([serial, ...alike.map(({ other }) => other)]);
    const own = sides.get(serial);
    if (own === undefined) {
      throw new DomainError('NOT_FOUND');
    }
    const views = alike.map((one) => this.view(own, one, sides.get(one.other)));
    return {
      namesCompared: await manager.existsBy(TitleLook, { serial, round: submission.round }),
      own,
      items: (await Promise.all(views)).filter((view) => view !== null),
    };
  }

  private async view(own: LikenessSide, likeness: Likeness, other: LikenessSide | undefined): Promise<LikenessView | null> {
    if (other === undefined) {
      return null;
    }
    const { score } = likeness;
    const same = likeness.sameNumber ? await this.sameMarks(own.serial, other.serial) : [];
    return {
      ...{ other, score, warns: warns(likeness) },
      reasons: other.name === '' ? [] : reasonsOf(own.name, other.name, score, same),
      judgement: await this.judgement(likeness),
    };
  }

  private async sameMarks(serial: string, other: string): Promise<SubmissionMark[]> {
    const marks = await this.database.manager.findBy(SubmissionMark, { serial });
    const others = await this.database.manager.findBy(SubmissionMark, { serial: other });
    return marks.filter(({ kind, value }) => others.some((one) => one.kind === kind && one.value === value));
  }

  /** Who said it, when and why stands in the ledger of the one it was said of; there the reason can be erased. */
  private async judgement({ judged, verdict, fact }: Likeness): Promise<LikenessJudgementView | null> {
    if (judged === null || verdict === null) {
      return null;
    }
    const entry = (await this.ledger.timeline(subjectOf(judged))).find(({ number }) => number === fact);
    if (entry === undefined) {
      return null;
    }
    const { by, organisationId, at, text } = entry;
    const reason = entry.kind === 'judgeLikeness' ? text?.['reason'] : text?.['likenesses'];
    return { serial: judged, verdict, by, organisationId, at, reason: typeof reason === 'string' ? reason : null };
  }

  /** Of each its newest locked version (P27); of what somebody suspects to be classified only that it is there (P17). */
  private async sides(serials: readonly string[]): Promise<Map<string, LikenessSide>> {
    const { manager } = this.database;
    const submissions = await manager.findBy(Submission, { serial: In([...serials]) });
    const versions = await manager.find(SubmissionVersion, {
      select: { serial: true, round: true, form: true },
      where: submissions.map(({ serial, round }) => ({ serial, round })),
    });
    const sealed = await sealedAmong(manager, serials);
    const forms = new Map(versions.map(({ serial, form }) => [serial, form]));
    const own = submissions.map((row): [string, LikenessSide] => [
      row.serial,
      sealed.has(row.serial) ? sideOf({ ...row, name: '' }, {}) : sideOf(row, forms.get(row.serial) ?? {}),
    ]);
    return new Map([...own, ...(await importedSides(manager, serials))]);
  }
}

function sideOf(submission: Submission, { units = [], completers = [] }: Partial<RegistrationForm>): LikenessSide {
  const { serial, name, category, registrationYear, state, registrationNumber } = submission;
  const named = (rows: readonly { name: string }[]): string[] => rows.map((row) => row.name);
  return {
    serial,
    name,
    units: named(units),
    completers: named(completers),
    category,
    registrationYear,
    state,
    registrationNumber,
    imported: false,
  };
}

/** What was registered before, as its public entry has it. */
async function importedSides(manager: EntityManager, serials: readonly string[]): Promise<[string, LikenessSide][]> {
  const found = await manager.findBy(ImportedRegistration, { serial: In([...serials]) });
  const entries = await manager.findBy(RegisterEntry, { number: In(found.map(({ number }) => number)) });
  return found.flatMap(({ serial, number }): [string, LikenessSide][] => {
    const entry = entries.find((one) => one.number === number);
    if (entry === undefined) {
      return [];
    }
    const { name, units, completers, category, registrationYear } = entry;
    const side = { serial, name, units, completers, category, registrationYear, state: 'registered' as const, registrationNumber: number };
    return [[serial, { ...side, imported: true }]];
  });
}
