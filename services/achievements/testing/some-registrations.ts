import type { Category, RegistrationForm, RouteLeg, SubmissionState } from '@dengke/contract';
import type { DataSource } from 'typeorm';
import { SubmissionLeg } from '../src/acts/submission-leg.entity';
import { SubmissionVersion } from '../src/acts/submission-version.entity';
import { Submission } from '../src/acts/submission.entity';
import { RegisterEntry } from '../src/register/register-entry.entity';
import { aCompleter, aFirstUnit, aForm, aSecondUnit } from './a-form';

const instant = '2023-08-10T02:00:00.000Z';
const way = (unit: string, ...desks: [RouteLeg['kind'], string][]): RouteLeg[] =>
  [['unit', unit] as const, ...desks, ['department', 'kjt'] as const, ['ministry', 'most'] as const].map(([kind, organisationId]) => ({
    kind,
    organisationId,
  }));
const ways = [
  way('unit-a', ['municipal', 'city-one'], ['organiser', 'org-one']),
  way('unit-b', ['municipal', 'city-two'], ['organiser', 'org-one']),
  way('unit-c', ['organiser', 'org-two']),
];
const states: SubmissionState[] = ['registered', 'reported', 'registered', 'cancelled', 'reported', 'in-review', 'rejected'];
const areas = ['140403', '140106', '140400', '140423'];

/** The same numbers each time: `of(n)` is one of 0 … n − 1. */
function dice(): (of: number) => number {
  let seed = 20_231_226;
  return (of) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * of);
  };
}

/** Submissions of all kinds, ends and answers, with their versions, legs and entries of the register: rows, as if their journeys had been. */
export async function someRegistrations({ manager }: DataSource, count: number): Promise<void> {
  const roll = dice();
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
  const month = (): string => `${1950 + roll(53)}-${String(1 + roll(12)).padStart(2, '0')}`;
  const formOf = (name: string, category: Category): RegistrationForm => {
    const industrySection = pick(['A', 'B', 'C', 'F', 'M']);
    const form = aForm({
      ...{ name, category, industrySection, industryDivision: pick(['01', '05', '06', '11', '13', '43', '51']) },
      ...{
        projectSource: pick(['01', '03', '09']),
        evaluationMethod: pick(['01', '02', '05', '08']),
        studyTo: pick(['2022-11', '2023-04']),
      },
      units: [aFirstUnit({ kind: pick(['enterprise', 'university', 'hospital']) }), aSecondUnit()],
      completers: Array.from({ length: 1 + roll(4) }, () =>
        aCompleter({
          bornIn: month(),
          education: pick(['1', '2', '3', '9']),
          workUnit: pick([aFirstUnit().name, aSecondUnit().name, '某不在列的单位']),
        }),
      ),
    });
    return category === 'applied' ? { ...form, achievementLevel: pick(['1', '3', '9']), highTechField: pick(['03', '08']) } : form;
  };
  for (let index = 1; index <= count; index += 1) {
    const serial = `2023-9${String(index).padStart(5, '0')}`;
    const legs = pick(ways);
    const category = pick<Category>(['applied', 'basic', 'soft']);
    const state = pick(states);
    const round = 1 + roll(2);
    const [name, registrationYear, windowId, areaCode] = [`某项成果${index}`, pick([2022, 2023]), pick(['h1-2023', null]), pick(areas)];
    const number = ['registered', 'reported', 'cancelled'].includes(state)
      ? `999${registrationYear}Y${String(index).padStart(4, '0')}`
      : null;
    await manager.insert(Submission, {
      ...{
        serial,
        draftId: `draft-${index}`,
        name,
        category,
        ground: 'voluntary',
        achievedOn: '2023-03-01',
        formSchema: `${category}-2023`,
      },
      ...{ registrationYear, mode: windowId === null ? 'rolling' : 'window', windowId, cutOffAt: null, windowOutcome: null, areaCode },
      ...{ unitId: legs[0]!.organisationId, organiserId: legs.at(-3)!.organisationId, submitterId: 'somebody', unitOfOne: false },
      ...{ routeId: 'R', routeVersion: 1, legs, paperRequired: false, state, position: null, stage: null, deskId: null, round },
      ...{ returnedFrom: null, dueAt: null, dueProvisional: false, escalatedAt: null, publicityEndsAt: null, heldAt: null, daysLeft: null },
      ...{
        withdrawalAsked: false,
        excluded: false,
        disposedAt: null,
        registrationNumber: number,
        approvedOn: number && '2023-10-09',
        firstSubmittedAt: instant,
      },
      ...{ fingerprint: String(index).padStart(64, '0'), lastFact: 1, version: 1 },
    });
    await manager.insert(
      SubmissionLeg,
      legs.map(({ organisationId }, position) => ({ serial, position, organisationId })),
    );
    for (let version = 1; version <= round; version += 1) {
      const form = formOf(name, category);
      const locked = { formSchema: `${category}-2023`, evidence: [], digest: ''.padEnd(64, '0'), lockedAt: instant };
      await manager.insert(SubmissionVersion, { serial, round: version, form, ...locked });
    }
    if (number !== null) {
      const cancelledOn = state === 'cancelled' ? '2023-12-01' : null;
      const shown = { name, category, units: ['某'], completers: ['甲某'], summary: '一', unitKind: null, approvedOn: '2023-10-09' };
      await manager.insert(RegisterEntry, { number, ...shown, registrationYear, areaCode, windowId, cancelledOn, importedOn: null });
    }
  }
}
