import type { Caller, OrganisationKind } from '@dengke/contract';
import { BusinessClock, Ledger } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { ServiceWorld } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import { CollectionWindowRow } from './collection-window.entity';
import type { PublicWindowView } from './information.dto';
import { InformationService } from './information.service';
import { WindowsService } from './windows.service';

jest.setTimeout(60_000);

const by = (organisationKind: OrganisationKind): Caller =>
  aCaller({ organisationId: `org-${organisationKind}`, organisationKind, role: 'manager' }, `${organisationKind}-1`);
const h1 = {
  ...{ id: 'h1-2023', name: '2023年上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30' },
  ...{ opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
};
const contact = { office: '成果转化处', phone: '0351-0000001', address: '太原市某街1号' };
const manual = { title: '用户操作手册', url: 'https://dengke.example/manual.pdf' };

describe('what everybody reads of the windows', () => {
  let world: ServiceWorld;
  const on = <T>(instant: string, fn: () => T): T => world.app.get(BusinessClock).at(instant, fn);
  const open = (instant: string) => on(instant, () => world.app.get(InformationService).open());
  const inform = (caller: Caller, body: object, key: string) => world.as(caller).put('/windows/h1-2023/information', body, { key });

  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    const announced = { ...h1, earlierCutOffs: [{ areaCode: '1402', cutOffOn: '2023-08-18' }] };
    await on('2023-08-01T02:00:00.000Z', () => world.app.get(WindowsService).announce(by('department'), 'announce-h1', announced));
  });
  afterAll(() => world.end());

  it('is dates, whom to ask and what to read first, without an account [S75 S76 S77 S78 S79 S80]', async () => {
    expect((await inform(by('department'), { contacts: [contact], manuals: [manual] }, 'inform-key-1')).status).toBe(200);
    const { status, body } = await world.anonymous.get<PublicWindowView[]>('/windows/public');

    expect([status, body]).toEqual([
      200,
      [
        {
          ...h1,
          cutOffAt: '2023-08-25T16:00:00.000Z',
          earlierCutOffs: [{ of: '行政区划1402', cutOffOn: '2023-08-18' }],
          ...{ state: 'announced', takesSubmissions: false, contacts: [contact], manuals: [manual] },
        },
      ],
    ]);
  });

  it('says whether a submission can enter, to the instant [P12]', async () => {
    const instants = ['2023-08-06T15:59:59.999Z', '2023-08-06T16:00:00.000Z', '2023-08-25T15:59:59.999Z', '2023-08-25T16:00:00.000Z'];
    const said = await Promise.all(instants.map(async (instant) => (await open(instant))[0]?.takesSubmissions));
    expect(said).toEqual([false, true, true, false]);
  });

  it('is said by a registrar alone, replaced as a whole, and recorded', async () => {
    const refused = await inform(by('organiser'), { contacts: [], manuals: [] }, 'inform-key-2');
    const again = await inform(by('department'), { contacts: [contact, { ...contact, office: '计划处' }], manuals: [] }, 'inform-key-3');
    const wrong = await inform(
      by('department'),
      { contacts: [contact], manuals: [{ ...manual, url: 'javascript:alert(1)' }] },
      'inform-key-4',
    );

    expect([refused.status, again.status, wrong.status]).toEqual([403, 200, 422]);
    expect((await open('2023-08-10T00:00:00.000Z'))[0]).toMatchObject({ contacts: [{}, { office: '计划处' }], manuals: [] });
    const entries = await world.app.get(Ledger).timeline('windowInformation/h1-2023');
    expect(entries.map(({ kind, by: who, detail }) => [kind, who, detail])).toEqual([
      ['inform', 'department-1', { contacts: 1, manuals: 1 }],
      ['inform', 'department-1', { contacts: 2, manuals: 0 }],
    ]);
  });

  it('leaves out windows that are over', async () => {
    await world.database.manager.update(CollectionWindowRow, 'h1-2023', { state: 'closed' });
    expect(await open('2023-09-01T00:00:00.000Z')).toEqual([]);
  });
});
