import { dateOf } from './calendar';
import type { Submission } from './submission';
import type { Time, World } from './plain';

/** Why somebody may not do this now, or null when it is done. */
export type Act = (of: Submission, login: string, at: Time, world: World) => string | null;

const sits = (world: World, desk: string, login: string): boolean => {
  const { people, superAdmins } = world.desks[desk]!;
  return people.includes(login) || superAdmins.includes(login);
};

/** Somebody of the desk that has it, not twice the same person for two stages (P30). */
function decision(of: Submission, login: string, world: World, kinds: readonly string[]): string | null {
  if (of.state !== 'in-review' || !sits(world, of.leg.desk, login) || !kinds.includes(of.leg.kind)) {
    return 'STAGE_ALREADY_DECIDED';
  }
  if (of.leg.kind === 'unit' && login === of.submitter && !world.units[of.planned.unit]!.alone) {
    return 'SAME_PERSON_RELEASE';
  }
  return null;
}

const pass =
  (kinds: readonly string[]): Act =>
  (of, login, at, world) => {
    const refusal = decision(of, login, world, kinds);
    if (refusal === null) {
      of.pass(login, at);
    }
    return refusal;
  };

const approve: Act = (of, login, at, world) => {
  const refusal = decision(of, login, world, ['department']) ?? (of.paperOf === of.round ? null : 'PAPER_NOT_RECEIVED');
  if (refusal === null) {
    of.approvedOn = dateOf(at);
    of.state = 'registered';
    of.goTo(of.position + 1, at);
  }
  return refusal;
};

const giveBack: Act = (of, login, at, world) => {
  const refusal = decision(of, login, world, ['unit', 'municipal', 'organiser', 'department']);
  if (refusal === null) {
    of.giveBack(at);
  }
  return refusal;
};

const reject: Act = (of, login, _at, world) => {
  const refusal = decision(of, login, world, ['municipal', 'organiser', 'department']);
  if (refusal === null) {
    of.ends('rejected');
  }
  return refusal;
};

const withdraw: Act = (of) => {
  if (of.state !== 'in-review' && of.state !== 'returned') {
    return 'ACT_NOT_PERMITTED';
  }
  if (of.state === 'in-review' && of.isOpened) {
    return 'ALREADY_OPENED';
  }
  of.ends('withdrawn');
  return null;
};

const resubmit: Act = (of, _login, at) => {
  if (of.state !== 'returned') {
    return 'ACT_NOT_PERMITTED';
  }
  of.resubmit(at);
  return null;
};

/** By hand, by the desk that returned it, when the completer has been late. */
const close: Act = (of, login, _at, world) => {
  if (of.state !== 'returned' || !sits(world, of.leg.desk, login)) {
    return 'ACT_NOT_PERMITTED';
  }
  if (of.openWait?.late !== true) {
    return 'NOT_YET_DUE';
  }
  of.ends('closed');
  return null;
};

/** By whoever decided, or the super administrator of his desk, until the next desk has looked at it. */
const recall: Act = (of, login, _at, world) => {
  const last = of.passedLast;
  const desk = of.legs[of.position - 1]?.desk;
  if (last === undefined || (last.by !== login && world.desks[desk!]?.superAdmins.includes(login) !== true)) {
    return 'ACT_NOT_PERMITTED';
  }
  if (of.isOpened) {
    return 'ALREADY_OPENED';
  }
  of.takeBack(last);
  return null;
};

const open: Act = (of, login, _at, world) => {
  if (of.state !== 'in-review') {
    return 'ACT_NOT_PERMITTED';
  }
  if (!sits(world, of.leg.desk, login)) {
    return 'STAGE_ALREADY_DECIDED';
  }
  of.isOpened = true;
  return null;
};

const atMinistry = (of: Submission, login: string, world: World): string | null =>
  of.state !== 'registered' || of.leg.kind !== 'ministry' || !sits(world, of.leg.desk, login) ? 'STAGE_ALREADY_DECIDED' : null;

const acknowledge: Act = (of, login, _at, world) => {
  const refusal = atMinistry(of, login, world);
  if (refusal === null) {
    of.ends('reported');
  }
  return refusal;
};

/** Only the report is open again: number and approval stay (P37). */
const returnReport: Act = (of, login, at, world) => {
  const refusal = atMinistry(of, login, world);
  if (refusal === null) {
    of.goTo(of.position - 1, at);
  }
  return refusal;
};

const reportAgain: Act = (of, login, at, world) => {
  if (of.state !== 'registered' || of.leg.kind !== 'department' || !sits(world, of.leg.desk, login)) {
    return 'ACT_NOT_PERMITTED';
  }
  of.goTo(of.position + 1, at);
  return null;
};

/** All its way up to the department: of what was released and is not being mended, once of each round; what came of an earlier one is another's paper (P27). */
const paper: Act = (of) => {
  const isOnItsWay = (of.state === 'in-review' && of.position > 0) || of.state === 'registered';
  if (!isOnItsWay || of.paperOf === of.round) {
    return 'ACT_NOT_PERMITTED';
  }
  of.paperOf = of.round;
  return null;
};

export const acts: Record<string, Act> = {
  ...{ release: pass(['unit']), recommend: pass(['municipal', 'organiser']), approve, return: giveBack, reject, withdraw, resubmit },
  ...{ recall, close, open, acknowledge, returnReport, reportAgain, paper },
};
