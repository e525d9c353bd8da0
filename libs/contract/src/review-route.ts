import type { SubmissionAct } from './submission-acts';

/**
 * What a submission travels (graph 1, P1, P2). This file holds only the kinds of stage and what may be done at each; length, desks,
 * limits and order are rows in accounts, fixed for a submission when it is submitted. A route without a stage skips it.
 */
export const stageKinds = ['unit', 'municipal', 'organiser', 'department', 'ministry'] as const;
export type StageKind = (typeof stageKinds)[number];
/** Whose desk judges a submission before it is registered; the ministry's only takes in what was. */
export type JudgingStage = Exclude<StageKind, 'ministry'>;

interface StageRule<Passing extends SubmissionAct> {
  /** 中文, for documents; the portal has its own catalogue. */
  label: string;
  /** Who sits at the desk. */
  desk: string;
  /** The act that ends the stage forwards; the others end it otherwise. */
  passes: Passing;
  /** All that the desk may decide. */
  decides: readonly SubmissionAct[];
  /** Whether the check list (真实性 完整性 规范性, P24) is part of deciding. */
  checked: boolean;
  provisions: string;
}

type StageRules = Record<JudgingStage, StageRule<'release' | 'recommend' | 'approve'>> & Record<'ministry', StageRule<'acknowledge'>>;

export const stageRules: StageRules = {
  unit: {
    label: '完成单位',
    desk: 'the unit’s administrator, another person than the submitter except in a unit of one',
    passes: 'release',
    decides: ['release', 'return', 'reject'],
    checked: false,
    provisions: 'S28 S62 P18 P30',
  },
  municipal: {
    label: '市能源局',
    desk: 'the municipal energy bureau of the unit’s area',
    passes: 'recommend',
    decides: ['recommend', 'return', 'reject'],
    checked: true,
    provisions: 'S30 S31 P24 P25',
  },
  organiser: {
    label: '组织管理部门',
    desk: 'the organiser, e.g. the provincial energy bureau',
    passes: 'recommend',
    decides: ['recommend', 'return', 'reject'],
    checked: true,
    provisions: 'S32 S64 S65 P24 P25',
  },
  department: {
    label: '省科技厅',
    desk: 'the registrar at the provincial department of science and technology',
    passes: 'approve',
    decides: ['approve', 'return', 'reject'],
    checked: true,
    provisions: 'S33 S66 P24 P25 P34',
  },
  ministry: {
    label: '国家科技成果网',
    desk: 'the ministry’s desk',
    passes: 'acknowledge',
    decides: ['acknowledge', 'returnReport'],
    checked: false,
    provisions: 'S34 S67 P37',
  },
};

/** One leg of a route: the kind of stage and the organisation (or unit) whose people hold the desk. */
export interface RouteLeg {
  kind: StageKind;
  organisationId: string;
}

/** A route as accounts answers it for one unit and door; fixed with its version when a submission is submitted (P1). */
export interface ReviewRoute {
  routeId: string;
  version: number;
  name: string;
  /** Whether the department's approval waits for paper (P28). */
  paperRequired: boolean;
  legs: RouteLeg[];
  /** The first unit as accounts knows it (P18, P19). */
  unit: RouteUnit;
}

export interface RouteUnit {
  id: string;
  name: string;
  uscc: string;
  areaCode: string;
  organiserId: string;
  /** One person alone: the release by the submitter is then allowed, and recorded as such (P30). */
  ofOne: boolean;
}

/** The two doors of S25: through the municipal bureau or straight through the organiser. Units with one door ignore it. */
export const doors = ['municipal', 'organiser'] as const;
export type Door = (typeof doors)[number];
