import type { Role } from '@dengke/contract';
import { DomainError } from '@dengke/service-kit';
import type { AccountsClient } from '../accounts-client';
import { at, DeskWorld } from '../../testing/a-desk-world';
import { ManyActsService } from '../acts/many-acts.service';
import { ReviewService } from './review.service';

const monday = '2023-08-07T02:00:00.000Z';
const seats: [personId: string, role: Role][] = [
  ['org-city-one', 'manager'],
  ['org-city-two', 'manager'],
  ['org-city-liaison', 'liaison'],
];

/** Who sits at a desk as accounts answers it, to those who may see them. */
class Accounts implements Pick<AccountsClient, 'peopleOf'> {
  asked = 0;
  meanwhile: () => Promise<unknown> = () => Promise.resolve();

  async peopleOf(organisationId: string) {
    this.asked += 1;
    await this.meanwhile();
    if (organisationId !== 'org-city') {
      throw new DomainError('NOT_FOUND');
    }
    return seats.map(([personId, role]) => ({ personId, name: '某某', mobile: null, positionId: `${personId}-position`, role }));
  }
}

describe('handing a stage over', () => {
  let world: DeskWorld;
  let accounts: Accounts;
  let review: ReviewService;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  beforeEach(() => {
    accounts = new Accounts();
    review = new ReviewService(
      world.database,
      accounts as unknown as AccountsClient,
      world.acts,
      new ManyActsService(world.acts, world.ledger),
    );
  });
  afterAll(() => world.end());

  const reassign = (serial: string, toPersonId: string, me = at('org-city', 'head', 'superAdmin'), key = `to-${toPersonId}-${serial}`) =>
    world.clock.at(monday, () => review.reassign(me, key, serial, { toPersonId }));

  it('goes to somebody who may decide at the desk, and to nobody else [P31]', async () => {
    const serial = await world.reaches('org-city', monday);
    await expect(reassign(serial, 'somebody-else')).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'toPersonId' } });
    await expect(reassign(serial, 'org-city-liaison')).rejects.toMatchObject({ code: 'NOT_FOUND', details: { field: 'toPersonId' } });

    await reassign(serial, 'org-city-two');
    expect(await world.act(at('org-city', 'two'), serial, 'recommend', monday)).toMatchObject({ stage: 'organiser' });
  });

  it('gives the first answer to a repeated key also when the stage has gone on [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    const first = await reassign(serial, 'org-city-two');
    await world.act(at('org-city', 'two'), serial, 'recommend', monday);

    expect(await reassign(serial, 'org-city-two')).toEqual(first);
  });

  it('is a conflict when the stage was decided while accounts was asked who sits there [P29]', async () => {
    const serial = await world.reaches('org-city', monday);
    await world.byTime('escalate', serial, '2023-08-25T16:00:00.000Z');
    accounts.meanwhile = () => world.act(at('org-city'), serial, 'recommend', monday);

    await expect(reassign(serial, 'org-city-two', at('org-province', 'head', 'superAdmin'))).rejects.toMatchObject({
      code: 'STAGE_ALREADY_DECIDED',
    });
    expect((await world.story(serial)).at(-1)).toBe('recommend');
  });

  it('tells those outside nothing: not that it exists, nor who sits at its desk', async () => {
    const serial = await world.reaches('org-city', monday);
    const outside = at('org-elsewhere', 'one', 'superAdmin');
    await expect(reassign(serial, 'somebody-else', outside)).rejects.toMatchObject({ code: 'NOT_FOUND', details: undefined });
    await expect(reassign('2023-999999', 'somebody-else', outside)).rejects.toMatchObject({ code: 'NOT_FOUND', details: undefined });
    expect(accounts.asked).toBe(0);
  });
});
