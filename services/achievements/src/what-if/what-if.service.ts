import { explainDeadline, shanghaiDateOf } from '@dengke/calendar';
import type { WorkingCalendar } from '@dengke/calendar';
import { windowOutcomes } from '@dengke/contract';
import type { PlainDate } from '@dengke/contract';
import { BusinessClock, DomainError } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { editionOf } from '../calendar/edition';
import { WorkingDaysService } from '../deadlines/working-days.service';
import { movesOf, MovesService } from '../moves/moves.service';
import { Organisation } from '../organisations/organisation.entity';
import { CollectionWindowRow } from '../windows/collection-window.entity';
import { isSpan, projected } from './projection';
import type { Projected, Supposed, Underway } from './projection';
import { ShapeService } from './shape.service';
import type { ChangedSubmission, OutcomeCount, SuppositionDto, WhatIfAnswer } from './what-if.dto';

const SHOWN = 200;
const LONGEST_AWAY = 60;

/**
 * What would come of a running window otherwise (decision 0021): worked out from the ledger's tables by the calendar, the limits and the outcome that the
 * acts go by. Nothing is stored, and no time is played.
 */
@Injectable()
export class WhatIfService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: BusinessClock,
    private readonly workingDays: WorkingDaysService,
    private readonly moves: MovesService,
    private readonly shapes: ShapeService,
  ) {}

  /** @throws DomainError NOT_FOUND, WINDOW_CUT_OFF once it is cut off, INVALID_INPUT for nothing supposed or for days that have passed, UNAVAILABLE */
  async ask(id: string, dto: SuppositionDto): Promise<WhatIfAnswer> {
    const { manager } = this.database;
    const today = shanghaiDateOf(this.clock.now());
    const window = await this.open(id);
    await this.refuseNonsense(dto, today);
    const calendar = await this.workingDays.current(manager);
    const pace = dto.pace ?? 'as-until-now';
    const { underway, desks } = await this.shapes.of(manager, id, calendar, pace, today);
    const asItIs: Supposed = { today, calendar, cutOffOn: window.cutOffOn, away: null };
    const otherwise: Supposed = {
      today,
      calendar: dto.daysOff === undefined ? calendar : withDaysOff(calendar, dto.daysOff, today),
      cutOffOn: dto.cutOffOn ?? window.cutOffOn,
      away: dto.away ?? null,
    };
    return {
      ...{ pace, today, desks, ...difference(underway, window.cutOffOn, asItIs, otherwise) },
      deadlines: dto.daysOff === undefined ? [] : await this.movedBy(otherwise.calendar),
      lateMeanwhile: dto.away === undefined ? [] : await this.lateMeanwhile(dto.away),
    };
  }

  private async open(id: string): Promise<CollectionWindowRow> {
    const window = await this.database.manager.findOneBy(CollectionWindowRow, { id });
    if (window === null) {
      throw new DomainError('NOT_FOUND');
    }
    if ((window.state !== 'announced' && window.state !== 'open') || window.cutOffAt <= this.clock.now()) {
      throw new DomainError('WINDOW_CUT_OFF', { window: id });
    }
    return window;
  }

  private async refuseNonsense({ cutOffOn, daysOff, away }: SuppositionDto, today: PlainDate): Promise<void> {
    const nothing = cutOffOn === undefined && daysOff === undefined && away === undefined;
    const isKnown = away === undefined || (await this.database.manager.existsBy(Organisation, { id: away.organisationId }));
    const wrong = Object.entries({
      cutOffOn: !nothing && (cutOffOn === undefined || cutOffOn >= today),
      'away.organisationId': isKnown,
      'away.to': away === undefined || (isSpan(away, LONGEST_AWAY) && away.to >= today),
    }).filter(([, holds]) => !holds);
    if (wrong.length > 0) {
      throw new DomainError('INVALID_INPUT', { fields: wrong.map(([field]) => ({ field, reason: 'supposition' })) });
    }
  }

  private async movedBy(calendar: WorkingCalendar): Promise<WhatIfAnswer['deadlines']> {
    const waiting = await this.moves.waiting(this.database.manager);
    return movesOf(waiting, ({ rule, days, startOn }) => explainDeadline(calendar, { ...rule, value: days ?? rule.value }, startOn));
  }

  private async lateMeanwhile({ organisationId, from, to }: NonNullable<SuppositionDto['away']>): Promise<string[]> {
    const waiting = await this.moves.waiting(this.database.manager);
    return waiting
      .filter((these) => these.organisationId === organisationId && from <= these.dueOn && these.dueOn <= to)
      .flatMap(({ serials }) => serials)
      .sort();
  }
}

/** The edition in which these days are off too, made as one that is loaded would be. @throws DomainError INVALID_INPUT for days that have passed */
function withDaysOff(calendar: WorkingCalendar, daysOff: readonly PlainDate[], today: PlainDate): WorkingCalendar {
  const { version: seenVersion, coveredTo } = calendar;
  const days = daysOff.map((date) => ({ date, kind: 'off' as const, name: '假设' }));
  return editionOf(calendar, { seenVersion, coveredTo, sourceNotice: '假设', days }, today).calendar;
}

/** What each would come to as it is and as is supposed; a line's own earlier cut-off moves with nobody else's. */
function difference(underway: readonly Underway[], windowCutOffOn: PlainDate, asItIs: Supposed, otherwise: Supposed) {
  const both = underway.map((one) => {
    const own = { ...one, cutOffOn: one.cutOffOn === windowCutOffOn ? otherwise.cutOffOn : one.cutOffOn };
    return { serial: one.serial, deskId: one.deskId, before: projected(one, asItIs), after: projected(own, otherwise) };
  });
  const changed = both.filter(({ before, after }) => before.on !== after.on || before.outcome !== after.outcome);
  return {
    before: countsOf(both.map(({ before }) => before)),
    after: countsOf(both.map(({ after }) => after)),
    changed: changed.length,
    changes: [...changed].sort(byOutcome).slice(0, SHOWN),
  };
}

const isOtherwise = ({ before, after }: ChangedSubmission): number => (before.outcome === after.outcome ? 1 : 0);
const byOutcome = (one: ChangedSubmission, other: ChangedSubmission): number =>
  isOtherwise(one) - isOtherwise(other) || one.serial.localeCompare(other.serial);

const countsOf = (all: readonly Projected[]): OutcomeCount[] =>
  windowOutcomes
    .map((outcome) => ({ outcome, count: all.filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
