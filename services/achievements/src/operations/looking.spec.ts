import type { Problem, SubmissionExplained } from '@dengke/contract';
import { Ledger, TemporalClient } from '@dengke/service-kit';
import { aCaller, TemporalStandIn } from '@dengke/test-kit';
import { someoneOf, ServiceWorld } from '../../testing/a-service';
import { aSubmission } from '../../testing/a-submission';
import { aUnit } from '../../testing/a-form';
import { AchievementsModule } from '../achievements.module';
import { seedAchievements } from '../seed';
import type { StandingCountDto, StandingStill } from './operations.dto';

const operator = aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'systemAdmin' }, 'operator-1');

describe('the verbs of operations for a person', () => {
  let world: ServiceWorld;
  let serial: string;
  const looks = async (subject: string) =>
    (await world.app.get(Ledger).entriesAfter(`operations/${subject}`, 0)).map(({ kind, by, organisationId, detail }) => ({
      ...{ kind, by, organisationId, detail },
    }));
  const look = (verb: string) => ({ kind: 'look', by: 'operator-1', organisationId: 'org-sx-kjt', detail: { verb } });

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
    world.app.get(TemporalClient).call = new TemporalStandIn().call as TemporalClient['call'];
    ({ serial } = await aSubmission(world, someoneOf(aUnit.id), '煤层气抽采新技术', '2023-08-14T02:00:00.000Z'));
  });
  afterAll(() => world.end());

  it('say where the open submissions stand, and write down who looked', async () => {
    const { status, body } = await world.as(operator).post<StandingCountDto[]>('/operations/overview');

    expect([status, body]).toEqual([200, [{ state: 'in-review', stage: 'unit', open: 1, late: 1, escalated: 0, onHold: 0 }]]);
    expect(await looks('house')).toEqual([look('overview')]);
  });

  it('say what does not go on, and write down who looked', async () => {
    const { status, body } = await world.as(operator).post<StandingStill>('/operations/stuck');

    expect(status).toBe(200);
    expect(body).toMatchObject({ submissions: [{ serial, reasons: ['late'] }], workflows: { looked: 0, stuck: [] } });
    expect(body.untold.map(({ subject, facts }) => [subject, facts])).toContainEqual([`submission/${serial}`, 1]);
    expect((await looks('house')).at(-1)).toEqual(look('stuck'));
  });

  it('explain one submission without a word of it, and write that down beside the orders to its workflow', async () => {
    const { status, body } = await world.as(operator).post<SubmissionExplained>('/operations/explain', { serial });

    expect([status, body.progress.serial, body.untold, body.workflow]).toEqual([200, serial, [1], null]);
    expect(JSON.stringify(body)).not.toContain('煤');
    expect(await looks(`submission/${serial}`)).toEqual([look('explain')]);
  });

  it('are for nobody else, and leave no entry where nothing was told', async () => {
    const before = await looks('house');
    const strangers = [
      someoneOf(aUnit.id),
      aCaller({ organisationId: 'org-sx-kjt', organisationKind: 'department', role: 'superAdmin' }, 'super'),
    ];
    for (const caller of strangers) {
      for (const verb of ['overview', 'stuck', 'explain']) {
        const { status, body } = await world.as(caller).post<Problem>(`/operations/${verb}`, { serial });
        expect([status, body.code]).toEqual([403, 'NOT_ALLOWED']);
      }
    }
    const unknown = await world.as(operator).post<Problem>('/operations/explain', { serial: '2023-999999' });

    expect(unknown.body).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect([await looks('house'), await looks('submission/2023-999999'), (await looks(`submission/${serial}`)).length]).toEqual([
      before,
      [],
      1,
    ]);
  });
});
