import type { ActInput, Caller, Door, Instant, Progress, ReviewRoute } from '@dengke/contract';
import { actIdOf, BusinessClock, canonical, DomainError, inTransaction, isDuplicate, once, sm3 } from '@dengke/service-kit';
import type { Writes } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import type { ActContext, Change } from '../acts/act-context';
import { ActsService, personActor } from '../acts/acts.service';
import { progressOf } from '../acts/facts';
import { answered } from '../acts/mending';
import { SubmissionLeg } from '../acts/submission-leg.entity';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import { DraftsService } from '../drafts/drafts.service';
import type { LockedDraft } from '../drafts/drafts.service';
import { fingerprintOf } from '../drafts/fingerprint';
import { achievedOnOf, refusalsOf } from '../drafts/submit-checks';
import { writeEntries } from '../entries/named-entries';
import { rewriteMarks, writeMarks } from '../likenesses/mark-rows';
import { FormEditions } from '../forms/form-editions';
import { refuseClosed } from '../organisations/route-check';
import { refuseRegisteredBefore, refuseRenamedTo } from '../register-imports/registered-before';
import { nextSerial } from '../registrations/number-series';
import { IntakeService } from '../windows/intake.service';
import { refuseWhilePaused } from '../windows/intake-pause';
import { RefusalsService } from '../windows/refusals.service';

/** 提交 and 再次提交: locks the form as a version, checks it against every rule, and opens the first stage or the one that returned it. */
@Injectable()
export class SubmittingService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly accounts: AccountsClient,
    private readonly acts: ActsService,
    private readonly drafts: DraftsService,
    private readonly intake: IntakeService,
    private readonly refusals: RefusalsService,
    private readonly editions: FormEditions,
  ) {}

  /** @throws DomainError naming the first rule that is not met; nothing of the submission is stored then, only that one was refused and why */
  async submit(me: Caller, key: string, draftId: string, door?: Door): Promise<Progress> {
    const at = this.clock.now();
    const route = await this.accounts.routeOf(me.position.organisationId, door);
    try {
      return await inTransaction(this.database, (manager) =>
        once(manager, { personId: me.personId, key, body: { act: 'submit', draftId, door }, at }, (writes) =>
          this.enter(writes, me, key, draftId, route),
        ),
      );
    } catch (error) {
      const refusal = isDuplicate(error, 'submission_one_live') ? alreadyRegistered() : error;
      if (refusal instanceof DomainError && refusal.details?.rule !== undefined) {
        await this.refusals.count(refusal.code, route.unit.id, at, actIdOf(me.personId, key));
      }
      throw refusal;
    }
  }

  /** Mended after a return: keeps year, route and serial, and resumes at the stage that returned it (P15, P26). */
  async resubmit(me: Caller, key: string, serial: string, input: Pick<ActInput, 'seen' | 'answers'>): Promise<Progress> {
    const known = await this.database.manager.findOneBy(Submission, { serial, unitId: me.position.organisationId });
    if (known === null) {
      throw new DomainError('NOT_FOUND');
    }
    const route = await this.accounts.routeOf(known.unitId, known.legs.some((leg) => leg.kind === 'municipal') ? 'municipal' : 'organiser');
    try {
      return await this.acts.byPerson(me, key, serial, 'resubmit', input, (context) => this.mended(context, route));
    } catch (error) {
      throw isDuplicate(error, 'submission_one_live') ? alreadyRegistered() : error;
    }
  }

  private async enter(writes: Writes, me: Caller, key: string, draftId: string, route: ReviewRoute): Promise<Progress> {
    const { manager } = writes;
    const at = this.clock.now();
    await refuseWhilePaused(manager);
    const locked = await this.drafts.lockForSubmit(manager, draftId, me.position.organisationId);
    if (locked.liveSerial !== null) {
      throw alreadyRegistered();
    }
    const achievedOn = achievedOnOf(locked.form, locked.evidence);
    const { organiserId, areaCode } = route.unit;
    const entry = await this.intake.intakeFor(manager, { achievedOn, at, organiserId, legs: route.legs, areaCode });
    refuseFirst(locked, route, { registrationYear: entry.registrationYear, schemaYear: this.editions.yearFor(entry.registrationYear), at });
    const { form } = locked;
    const submission = manager.create(Submission, {
      serial: await nextSerial(manager, entry.registrationYear),
      draftId,
      name: form.name,
      category: form.category,
      ground: form.ground,
      achievedOn: achievedOn ?? '',
      formSchema: locked.schema.id,
      registrationYear: entry.registrationYear,
      mode: entry.mode,
      windowId: entry.windowId,
      cutOffAt: entry.cutOffAt,
      windowOutcome: null,
      unitId: route.unit.id,
      organiserId,
      areaCode,
      submitterId: me.personId,
      unitOfOne: route.unit.ofOne,
      routeId: route.routeId,
      routeVersion: route.version,
      legs: route.legs,
      paperRequired: route.paperRequired,
      state: 'in-review',
      position: null,
      stage: null,
      deskId: null,
      round: 1,
      returnedFrom: null,
      dueAt: null,
      dueProvisional: false,
      escalatedAt: null,
      publicityEndsAt: null,
      heldAt: null,
      withdrawalAsked: false,
      daysLeft: null,
      excluded: false,
      disposedAt: null,
      registrationNumber: null,
      approvedOn: null,
      firstSubmittedAt: at,
      fingerprint: fingerprintOf(form.name, route.unit.uscc),
      lastFact: 0,
      version: 1,
    });
    await refuseRegisteredBefore(manager, submission.fingerprint);
    await refuseClosed(manager, route.legs);
    await manager.insert(Submission, submission);
    await manager.insert(
      SubmissionLeg,
      route.legs.map(({ organisationId }, position) => ({ serial: submission.serial, position, organisationId })),
    );
    await this.lockVersion(manager, { serial: submission.serial, round: 1, lockedAt: at }, locked);
    await writeMarks(manager, { serial: submission.serial, ...locked });
    const asked = await writeEntries(manager, submission.serial, locked.form);
    const command = {
      act: 'submit',
      serial: submission.serial,
      actor: personActor(me),
      input: {},
      at,
      actId: actIdOf(me.personId, key),
    } as const;
    return progressOf(await this.acts.begin(writes, submission, command, { asked }));
  }

  private async mended(context: ActContext, route: ReviewRoute): Promise<Change> {
    const { manager, submission, at } = context;
    const answers = await answered(context);
    const locked = await this.drafts.lockForSubmit(manager, submission.draftId, submission.unitId);
    const { registrationYear, formSchema } = submission;
    refuseFirst(locked, route, { registrationYear, schemaYear: this.editions.byId(formSchema).year, at });
    const round = submission.round + 1;
    await this.lockVersion(manager, { serial: submission.serial, round, lockedAt: at }, locked);
    await rewriteMarks(manager, { serial: submission.serial, ...locked }, submission.name);
    const asked = await writeEntries(manager, submission.serial, locked.form);
    const { name, category, ground } = locked.form;
    const fingerprint = fingerprintOf(name, route.unit.uscc);
    await refuseRenamedTo(manager, submission, fingerprint);
    const achievedOn = achievedOnOf(locked.form, locked.evidence) ?? submission.achievedOn;
    return {
      ...answers,
      detail: { ...answers.detail, asked },
      submission: { name, category, ground, achievedOn, formSchema: locked.schema.id, fingerprint, returnedFrom: null },
      wait: { for: 'desk', position: submission.returnedFrom ?? 0, round, since: at },
    };
  }

  /** The submitted version, locked with its digest; the printed form comes from it alone (P27). */
  private async lockVersion(
    manager: EntityManager,
    version: Pick<SubmissionVersion, 'serial' | 'round' | 'lockedAt'>,
    { form, schema, evidence }: LockedDraft,
  ): Promise<void> {
    await manager.insert(SubmissionVersion, {
      ...version,
      form,
      formSchema: schema.id,
      evidence,
      digest: sm3(canonical({ form, evidence })),
    });
  }
}

/** The unique index has the last word, also under simultaneous submits. */
const alreadyRegistered = (): DomainError => new DomainError('ALREADY_REGISTERED', { rule: 'P19 S8 S50' });

type Under = { registrationYear: number; schemaYear: number; at: Instant };

function refuseFirst({ schema, form, evidence, extraRequired, unscanned }: LockedDraft, { unit }: ReviewRoute, under: Under): void {
  const [first] = refusalsOf({ schema, form, evidence, extraRequired, unscanned, callerUnitId: unit.id, routeUnit: unit, ...under });
  if (first !== undefined) {
    throw DomainError.passedOn(first.code, first.details);
  }
}
