import type { OrganisationKind } from '@dengke/contract';
import { aCaller } from '@dengke/test-kit';
import { ServiceWorld } from '../../testing/a-service';
import { someRegistrations } from '../../testing/some-registrations';
import { AchievementsModule } from '../achievements.module';
import { SubmissionStage } from '../acts/submission-stage.entity';
import { Submission } from '../acts/submission.entity';
import { spreadOf } from './days';
import type { PassageDto } from './statistics.dto';

const at = (organisationId: string, organisationKind: OrganisationKind) =>
  aCaller({ organisationId, organisationKind, role: organisationKind === 'unit' ? 'completer' : 'manager' }, `${organisationId}-one`);
const kjt = at('kjt', 'department');
const startedAt = '2023-08-10T02:00:00.000Z';
const daysAfter = (days: number): string => new Date(Date.parse(startedAt) + days * 86_400_000 + 3_600_000).toISOString();

describe('the passage of submissions', () => {
  let world: ServiceWorld;
  let rows: Submission[];
  /** Each takes as many days at its unit as its place in the list says, by five; every fourth was returned there first, every third still waits. */
  const daysOf = (index: number): number => index % 5;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await someRegistrations(world.database, 60);
    rows = await world.database.manager.find(Submission, { order: { serial: 'ASC' } });
    for (const [index, { serial, legs }] of rows.entries()) {
      const place = { serial, position: 0, kind: 'unit' as const, deskId: legs[0]!.organisationId, startedAt };
      const nobody = { openedAt: null, openedBy: null, claimedBy: null, decidedBy: null, decidedFor: null };
      if (index % 4 === 0) {
        await world.database.manager.insert(SubmissionStage, {
          ...place,
          ...nobody,
          round: 1,
          decision: 'return',
          decidedAt: daysAfter(1),
        });
      }
      const isWaiting = index % 3 === 0;
      const decided = isWaiting
        ? { decision: null, decidedAt: null }
        : { decision: 'release' as const, decidedAt: daysAfter(daysOf(index)) };
      await world.database.manager.insert(SubmissionStage, { ...place, ...nobody, round: 2, ...decided });
      await world.database.manager.update(Submission, { serial }, { round: 2, ...(isWaiting && { position: 0 }) });
    }
  }, 60_000);
  afterAll(() => world.end());

  const passage = async (me: typeof kjt, query = ''): Promise<PassageDto> =>
    (await world.as(me).get<PassageDto>(`/statistics/passage?${query}`)).body;

  it.each<[string, typeof kjt, string, (row: Submission) => boolean]>([
    ['the department', kjt, '', () => true],
    ['the department, of a window', kjt, 'window=h1-2023', ({ windowId }) => windowId === 'h1-2023'],
    ['an organiser', at('org-one', 'organiser'), '', ({ organiserId }) => organiserId === 'org-one'],
    ['a unit', at('unit-a', 'unit'), '', ({ unitId }) => unitId === 'unit-a'],
  ])('is counted for %s from what lies within its part of the graphs', async (_, me, query, isMeant) => {
    const meant = rows.map((row, index) => ({ row, index })).filter(({ row }) => isMeant(row));
    const { submitted, registered, ended, stages, months } = await passage(me, query);
    const hasNumber = meant.filter(({ row }) => row.registrationNumber !== null).length;

    expect(meant.length).toBeGreaterThan(3);
    expect([submitted, registered, ended]).toEqual([meant.length, hasNumber, meant.filter(({ row }) => row.state === 'rejected').length]);
    expect(stages).toHaveLength(1);
    expect(stages[0]).toMatchObject({
      ...{ kind: 'unit', reached: meant.length },
      passed: meant.filter(({ index }) => index % 3 !== 0).length,
      returned: meant.filter(({ index }) => index % 4 === 0).length,
      waiting: meant.filter(({ index }) => index % 3 === 0).length,
    });
    const taken = meant.flatMap(({ index }) => [...(index % 4 === 0 ? [1] : []), ...(index % 3 === 0 ? [] : [daysOf(index)])]);
    expect(stages[0]?.days).toEqual(
      [...new Set(taken)].sort().map((days) => ({ days, count: taken.filter((one) => one === days).length })),
    );
    expect(months).toEqual([
      { month: '2023-08', submitted: meant.length, registered: 0 },
      { month: '2023-10', submitted: 0, registered: hasNumber },
    ]);
  });

  it('leaves out what is suspected to be classified', async () => {
    const { submitted } = await passage(kjt);
    const { serial, state } = rows.find((row) => row.state === 'registered')!;
    await world.database.manager.update(Submission, { serial }, { state: 'suspected' });
    expect((await passage(kjt)).submitted).toBe(submitted - 1);
    await world.database.manager.update(Submission, { serial }, { state });
  });

  it('has for days the least, the quartiles and the most, and of nothing none', () => {
    const taken = [0, 1, 2, 3].map((days) => ({ days, count: 25 }));

    expect(spreadOf([...taken, { days: 90, count: 1 }])).toEqual({ least: 0, lower: 1, median: 2, upper: 3, most: 90 });
    expect(spreadOf([{ days: 7, count: 1 }])).toEqual({ least: 7, lower: 7, median: 7, upper: 7, most: 7 });
    expect(spreadOf([])).toBeNull();
  });
});
