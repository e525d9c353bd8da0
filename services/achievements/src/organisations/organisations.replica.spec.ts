import { Services } from '@dengke/service-kit';
import type { FeedEntry } from '@dengke/contract';
import { ServiceWorld } from '../../testing/a-service';
import { Organisation } from './organisation.entity';
import { OrganisationsModule } from './organisations.module';
import { OrganisationsReplica } from './organisations.replica';

describe('the replica of organisations', () => {
  let world: ServiceWorld;
  let asked: string[];
  let there: Partial<Organisation>;
  const entry = (more: Partial<FeedEntry>): FeedEntry => ({
    ...{ feedNumber: 1, subject: 'organisation/changzhi', number: 1, kind: 'organisationSeeded', at: '2023-08-10T02:00:00.000Z' },
    ...{ by: null, organisationId: null, detail: {} },
    ...more,
  });
  const read = (more: Partial<FeedEntry> = {}) => world.app.get(OrganisationsReplica).apply(world.database.manager, entry(more));

  beforeAll(async () => {
    world = await ServiceWorld.begin(OrganisationsModule);
    jest.spyOn(world.app.get(Services).accounts, 'get').mockImplementation((path) => {
      asked.push(path);
      return Promise.resolve(there as never);
    });
  });
  beforeEach(() => {
    asked = [];
    there = { name: '长治市能源局', kind: 'municipal', areaCode: '1404', path: '/most/kjt/sx-energy/changzhi/', version: 1 };
  });
  afterAll(() => world.end());
  const known = () => world.database.manager.findOneBy(Organisation, { id: 'changzhi' });

  it('takes what accounts says of an organisation that changed, and no older version of it', async () => {
    await read();
    there = { ...there, name: '长治市能源和科技局', version: 2 };
    await read();
    there = { ...there, name: '长治市能源局', version: 1 };
    await read();

    expect(await known()).toMatchObject({ name: '长治市能源和科技局', version: 2 });
  });

  it('follows a transfer, and that it has closed', async () => {
    there = { ...there, path: '/most/kjt/sx-energy/jincheng/changzhi/', version: 3 };
    await read({ kind: 'organisationChanged' });
    expect(await known()).toMatchObject({ path: '/most/kjt/sx-energy/jincheng/changzhi/', closed: false });
    there = { ...there, closed: true, successorId: 'jincheng', version: 4 };
    await read({ kind: 'organisationClosed' });
    expect(await known()).toMatchObject({ closed: true, successorId: 'jincheng' });
  });

  it('asks nothing when it was one of its people, or something else', async () => {
    await read({ kind: 'passwordChanged', detail: { personId: 'p1' } });
    await read({ subject: 'credentialApplication/1' });

    expect(asked).toEqual([]);
  });
});
