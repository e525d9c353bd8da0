import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { FeedEntry, FeedPage, MessageTold } from '@dengke/contract';
import { apart, databaseOptions, FeedFollower, FeedFollowers, inTransaction, Log } from '@dengke/service-kit';
import { eventually } from '@dengke/test-kit';
import { aHouse, hasOrganisation, hasPerson, standingAt, withPeople } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { RecipientPosition } from '../recipients/recipient-position.entity';
import { RecipientsService } from '../recipients/recipients.service';
import { entities } from '../schema';
import { SubmissionTeller } from './submission-teller';

describe('following achievements', () => {
  let house: House;

  beforeEach(async () => {
    house = await aHouse();
  });
  afterEach(() => house.close());

  const toldTo = async (personId: string): Promise<string[]> => (await house.messages(personId)).map(({ eventKey }) => eventKey);

  /** A second process of ours: its own connections, the same cursor. After the effect of an entry it `diesAt` it loses its connection. */
  async function aProcess(diesAt: (feedNumber: number) => boolean) {
    const database = await new DataSource(databaseOptions(house.config.databaseUrl, entities, [])).initialize();
    const teller = house.app.get(SubmissionTeller);
    const fetchAfter = async (after: number): Promise<FeedPage> =>
      (await (await fetch(`${house.achievements.url}/internal/feed?after=${after}`)).json()) as FeedPage;
    const reader = {
      apply: async (manager: EntityManager, entry: FeedEntry): Promise<void> => {
        await teller.apply(manager, entry);
        if (diesAt(entry.feedNumber)) {
          await manager.query('KILL CONNECTION_ID()');
        }
      },
    };
    const follower = new FeedFollower({ cursor: 'achievements', fetchAfter, reader, database, log: Log.of('spec', 'silent') });
    return { follower, end: async () => (await follower.stop(), database.destroy()) };
  }

  it('tells each fact once though its process is killed between effect and commit, and another takes over', async () => {
    await withPeople(house);
    const facts = Array.from({ length: 12 }, (_, i) => `submission/CG-${i}`);
    let deaths = 0;
    const [toDie, dying] = [new Set([3, 9]), await aProcess((feedNumber) => feedNumber === 6 && (deaths += 1) > 0)];
    const other = await aProcess((feedNumber) => toDie.delete(feedNumber));
    await house.app.get(FeedFollowers).beforeApplicationShutdown();

    facts.forEach((subject) => house.achievements.tells({ subject, kind: 'return', detail: standingAt(null) }));
    dying.follower.start();
    await eventually(() => deaths > 0);
    other.follower.start();
    await eventually(async () => (await toldTo('liu')).length === facts.length);
    await house.atRest();
    await Promise.all([dying.end(), other.end()]);

    expect(toDie).toEqual(new Set());
    expect((await toldTo('liu')).sort()).toEqual(facts.map((subject) => `${subject}#1`).sort());
    const mails = await house.database.query<{ mails: number }[]>("SELECT COUNT(*) AS mails FROM mail_outbox WHERE recipientId = 'liu'");
    expect(Number(mails[0]?.mails)).toBe(facts.length);
  });

  it('does not tell an empty desk while accounts may still name its people', async () => {
    hasOrganisation(house, 'changzhi', 'municipal', '长治市能源局');
    await house.atRest();

    house.accounts.holdsBack();
    hasPerson(house, 'changzhi-1', { changzhi: ['municipal', 'manager'] });
    house.achievements.tells({ subject: 'submission/CG-1', kind: 'release', detail: standingAt('municipal') });
    await eventually(() => house.accounts.asked('/internal/people/changzhi-1') > 1);
    expect(await toldTo('changzhi-1')).toEqual([]);
    house.accounts.givesOut();
    await house.atRest();

    expect(await toldTo('changzhi-1')).toEqual(['submission/CG-1#1']);
  });

  it('tells the desk whose people arrive between the look at it and the end of the feed of accounts', async () => {
    hasOrganisation(house, 'changzhi', 'municipal', '长治市能源局');
    await house.atRest();
    const place = {
      positionId: 'p',
      personId: 'late-1',
      organisationId: 'changzhi',
      organisationKind: 'municipal',
      role: 'manager',
    } as const;
    const followers = house.app.get(FeedFollowers);
    jest.spyOn(followers, 'unread').mockImplementationOnce(async () => {
      await apart(() => house.database.manager.insert(RecipientPosition, place));
      return { accounts: 0 };
    });

    const recipients = house.app.get(RecipientsService);
    const desks = await inTransaction(house.database, (manager) => recipients.atDesks(manager, ['changzhi'], '2023-08-10T02:00:00.000Z'));

    expect(desks.get('changzhi')).toEqual(['late-1']);
  });

  it('passes over a desk at which really nobody sits', async () => {
    house.achievements.tells({ subject: 'submission/CG-1', kind: 'release', detail: standingAt('municipal') });
    house.achievements.tells({ subject: 'submission/CG-1', kind: 'return', detail: standingAt(null) });
    await house.atRest();

    expect(await toldTo('liu')).toHaveLength(2);
  });

  it('shows operators what was told of a submission to whom, and no words of it', async () => {
    await withPeople(house);
    house.achievements.tells({ subject: 'submission/2023-000001', kind: 'return', detail: standingAt(null) });
    house.achievements.tells({ subject: 'submission/2023-0000011', kind: 'return', detail: standingAt(null) });
    await house.atRest();

    const { body } = await house.http.house(house.config.serviceSecret).get<MessageTold[]>('/internal/messages/of/2023-000001');

    expect(body.find(({ recipientId }) => recipientId === 'liu')).toEqual({
      ...{ at: expect.any(String) as string, kind: 'submission.return', recipientId: 'liu', readAt: null },
      mail: expect.stringMatching(/waiting|sent/) as string,
    });
    expect(body.filter(({ recipientId }) => recipientId === 'liu')).toHaveLength(1);
  });
});
