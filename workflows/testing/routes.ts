import type { RouteLeg } from '@dengke/contract';

const unit: RouteLeg = { kind: 'unit', organisationId: 'unit-1' };
const municipal: RouteLeg = { kind: 'municipal', organisationId: 'bureau-changzhi' };
const organiser: RouteLeg = { kind: 'organiser', organisationId: 'organiser-1' };
const department: RouteLeg = { kind: 'department', organisationId: 'department' };
const ministry: RouteLeg = { kind: 'ministry', organisationId: 'ministry' };

/** R-city and R-bureau (docs/journey.md). */
export const rCity: readonly RouteLeg[] = [unit, municipal, organiser, department, ministry];
export const rBureau: readonly RouteLeg[] = [unit, organiser, department, ministry];
