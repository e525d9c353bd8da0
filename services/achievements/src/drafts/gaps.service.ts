import { errorSentences } from '@dengke/contract';
import type { Caller, Door, Instant, ReviewRoute } from '@dengke/contract';
import { BusinessClock } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { goesOn, settlementOf } from '../acts/settlement';
import type { Submission } from '../acts/submission.entity';
import { AchievementsConfig } from '../config';
import { unscannedOf } from '../evidence/evidence-rows';
import { DraftLikenessesService } from '../likenesses/draft-likenesses.service';
import type { DraftLikenesses } from '../likenesses/likenesses.dto';
import { FormEditions } from '../forms/form-editions';
import { IntakeService } from '../windows/intake.service';
import { doubtsAbout, doubtsOfLikenesses } from './doubts';
import type { DraftView, Gaps, Intake } from './drafts.dto';
import { DraftsService } from './drafts.service';
import { fingerprintOf } from './fingerprint';
import { achievedOnOf, refusalsOf } from './submit-checks';
import type { RuleRefusal } from './submit-checks';
import { isTaken, liveSubmissionOf } from './submitted-drafts';

/** Tells a completer beforehand what submit would refuse, in the words of the same rules. */
@Injectable()
export class GapsService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly accounts: AccountsClient,
    private readonly drafts: DraftsService,
    private readonly intake: IntakeService,
    private readonly editions: FormEditions,
    private readonly config: AchievementsConfig,
    private readonly draftLikenesses: DraftLikenessesService,
  ) {}

  /** @throws DomainError NOT_FOUND outside the caller's unit, NO_ROUTE, UNAVAILABLE */
  async gaps(me: Caller, id: string, door?: Door): Promise<Gaps> {
    const draft = await this.drafts.view(me, id);
    const { form, evidence } = draft;
    const { extraRequired, clamdAddress } = this.config;
    const unscanned = clamdAddress === undefined ? [] : await unscannedOf(this.database.manager, id);
    const route = await this.accounts.routeOf(me.position.organisationId, door);
    const at = this.clock.now();
    const { organiserId, areaCode } = route.unit;
    const achievedOn = achievedOnOf(form, evidence);
    const intake = await this.intake.intakeFor(this.database.manager, { achievedOn, at, organiserId, legs: route.legs, areaCode });
    const likenesses = await this.likenessesOf(me, draft);
    const schema = this.editions.byId(draft.formSchema);
    const live = await liveSubmissionOf(this.database.manager, id);
    const registrationYear = live?.registrationYear ?? intake.registrationYear;
    const schemaYear = live === null ? this.editions.yearFor(registrationYear) : this.editions.byId(live.formSchema).year;
    const refusals = [
      ...refusalsOf({
        schema,
        schemaYear,
        form,
        evidence,
        callerUnitId: me.position.organisationId,
        routeUnit: route.unit,
        registrationYear,
        extraRequired,
        unscanned,
        at,
      }),
      ...(await this.duplicates(draft, route)),
    ];
    return {
      missing: refusals.map(({ code, details: { rule, field } }) => ({
        ...{ code, sentence: errorSentences[code], field: field ?? null, rule },
      })),
      doubtful: [...doubtsAbout(schema, form, evidence, extraRequired), ...doubtsOfLikenesses(likenesses)],
      namesCompared: likenesses.namesCompared,
      intake:
        live !== null ? kept(live, at) : achievedOn === null ? null : { mode: intake.mode, windowId: intake.windowId, why: intake.why },
    };
  }

  /** @throws DomainError NOT_FOUND outside the caller's unit */
  async likenesses(me: Caller, id: string): Promise<DraftLikenesses> {
    return this.likenessesOf(me, await this.drafts.view(me, id));
  }

  private likenessesOf({ position }: Caller, { id, form, evidence }: DraftView): Promise<DraftLikenesses> {
    return this.draftLikenesses.of({ draftId: id, unitId: position.organisationId, form, evidence });
  }

  private async duplicates({ id, form }: DraftView, { unit }: ReviewRoute): Promise<RuleRefusal[]> {
    const taken = form.name !== undefined && (await isTaken(this.database.manager, fingerprintOf(form.name, unit.uscc), id));
    return taken ? [{ code: 'ALREADY_REGISTERED', details: { rule: 'P19 S8 S50', field: 'name' } }] : [];
  }
}

/** A resubmission keeps the intake of its first submission; once a cut-off has passed that was not kept, it goes on as rolling (P13, P26). */
function kept(live: Submission, at: Instant): Intake {
  const settlement = settlementOf(live, at);
  const mode = settlement !== null && goesOn(settlement, live) ? 'rolling' : live.mode;
  return { mode, windowId: mode === 'window' ? live.windowId : null, why: 'as-submitted' };
}
