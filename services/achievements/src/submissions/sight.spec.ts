import type { Caller, RegistrationForm } from '@dengke/contract';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld } from '../../testing/a-service';
import { atCity } from '../../testing/a-submission';
import { actAt, atDesk, completer } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import { takenOver } from '../acts/graph-change';
import { ActsService } from '../acts/acts.service';
import { seedAchievements } from '../seed';
import type { SubmissionPage, TimelineLine } from './submissions.dto';

const august = '2023-08-10T02:00:00.000Z';
const phone = aForm().contactPhone;
const [clerk, colleague] = [atDesk('municipal', 'clerk'), atDesk('municipal', 'colleague')];

describe('who sees a submission', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const act = (me: Caller, serial: string, kind: Parameters<typeof actAt>[4], input?: Parameters<typeof actAt>[5]) =>
    actAt(world, august, me, serial, kind, input);
  const page = async (me: Caller, serial: string) => (await world.as(me).get<SubmissionPage>(`/submissions/${serial}`)).body;
  /** The statuses of everything that tells what stands in it. */
  const statuses = async (me: Caller, serial: string): Promise<number[]> => {
    const { evidence } = await page(completer, serial);
    const paths = ['/versions', '/versions/1', '/changes', '/mending', '/check-list', `/evidence/${evidence[0]?.id}/file`];
    return Promise.all(paths.map(async (path) => (await world.download(me, `/submissions/${serial}${path}`)).status));
  };
  const expectWhole = async (me: Caller, serial: string) => {
    expect((await page(me, serial)).form?.name).toBeDefined();
    expect(new Set(await statuses(me, serial))).toEqual(new Set([200]));
  };
  const expectHead = async (me: Caller, serial: string) => {
    expect(await page(me, serial)).toMatchObject({ form: null, evidence: [], digest: null, unitId: aUnit.id, category: 'applied' });
    expect(new Set(await statuses(me, serial))).toEqual(new Set([404]));
    const timeline = (await world.as(me).get<TimelineLine[]>(`/submissions/${serial}/timeline`)).body;
    expect(timeline.every(({ text }) => text === null)).toBe(true);
  };
  const expectOut = async (me: Caller, serial: string) => {
    expect((await world.as(me).get(`/submissions/${serial}`)).status).toBe(401);
    expect(new Set(await statuses(me, serial))).toEqual(new Set([401]));
  };

  it('a desk that it has not reached sees its head alone: name, unit, category, where it stands [P25]', async () => {
    const serial = await atCity(world, august);
    await expectHead(atDesk('organiser'), serial);
    await expectHead(atDesk('ministry'), serial);
    await expectWhole(clerk, serial);
    await act(clerk, serial, 'recommend');
    await expectWhole(atDesk('organiser'), serial);
    await expectWhole(clerk, serial);
  });

  it('a reviewer from whom it was reassigned sees it no more, and who has it in hand now does (pkp-lib#2481)', async () => {
    const serial = await atCity(world, august);
    await act(clerk, serial, 'claim');
    await expectWhole(clerk, serial);
    world.accountsKnows(`/api/v1/organisations/${clerk.position.organisationId}/people`, [
      { personId: colleague.personId, role: 'manager' },
    ]);
    const handed = await world
      .as(clerk)
      .post(`/submissions/${serial}/reassign`, { toPersonId: colleague.personId }, { key: `hand-${serial}` });
    expect(handed.status).toBe(200);
    await expectHead(clerk, serial);
    await expectWhole(colleague, serial);
  });

  it('the desk to which a recommendation led that was taken back sees it no more', async () => {
    const serial = await atCity(world, august);
    await act(clerk, serial, 'recommend');
    await expectWhole(atDesk('organiser'), serial);
    await act(clerk, serial, 'recall');
    await expectHead(atDesk('organiser'), serial);
  });

  it('a desk whose organisation has handed over its work does not know it any more, its successor does', async () => {
    const serial = await atCity(world, august);
    const gone = clerk.position.organisationId;
    const handler = takenOver(gone, 'org-next-energy');
    await world.app.get(ActsService).byFeed('takeOver', serial, august, `take-over-${serial}`, handler);
    const successor: Caller = { ...colleague, position: { ...colleague.position, organisationId: 'org-next-energy' } };
    expect(new Set(await statuses(clerk, serial))).toEqual(new Set([404]));
    expect((await world.as(clerk).get(`/submissions/${serial}`)).status).toBe(404);
    await expectWhole(successor, serial);
  });

  it.each([
    ['whose position was withdrawn', atDesk('municipal', 'withdrawn')],
    ['who was transferred', atDesk('municipal', 'transferred')],
    [
      'whose time as a deputy is over',
      { ...atDesk('municipal', 'deputy'), position: { ...atDesk('municipal', 'deputy').position, deputyFor: clerk.personId } },
    ],
  ])('a reviewer %s sees nothing from that moment, though his token is still good', async (_, reviewer) => {
    const serial = await atCity(world, august);
    await expectWhole(reviewer, serial);
    world.revoke(reviewer);
    await expectOut(reviewer, serial);
  });

  it('the applicant’s telephone is whole for the unit and the desk that holds it, masked for every other [P38]', async () => {
    const serial = await atCity(world, august);
    await act(clerk, serial, 'recommend');
    const told = async (me: Caller) => {
      const forms = [
        (await page(me, serial)).form,
        (await world.as(me).get<{ form: RegistrationForm }>(`/submissions/${serial}/versions/1`)).body.form,
      ];
      return forms.map((form) => form?.contactPhone);
    };
    expect(await told(completer)).toEqual([phone, phone]);
    expect(await told(atDesk('organiser'))).toEqual([phone, phone]);
    expect(await told(clerk)).toEqual(['035****01', '035****01']);
  });
});
