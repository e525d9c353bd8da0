import { uuidv7 } from 'uuidv7';
import { aCaller, unsaidInRefusal } from '@dengke/test-kit';
import { inTransaction } from '@dengke/service-kit';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import type { InboxPageDto, MessageDto, UnreadDto } from './inbox.dto';
import { InboxService } from './inbox.service';

const AT = '2023-08-10T02:00:00.000Z';
const inbox = '/api/v1/inbox';

describe('the inbox', () => {
  let house: House;

  beforeAll(async () => {
    house = await aHouse();
  });
  afterAll(() => house.close());
  beforeEach(() => house.database.query('DELETE FROM message'));

  const as = (personId: string) => house.http.as(aCaller({}, personId));
  const deliver = (eventKey: string, ...people: string[]): Promise<void> =>
    inTransaction(house.database, (manager) =>
      house.app.get(InboxService).deliver(
        manager,
        people.map((recipientId) => ({
          eventKey,
          recipientId,
          kind: 'submission.return',
          subject: eventKey,
          at: AT,
          about: { serial: 'CG-1', fact: 3 },
        })),
      ),
    );
  const page = async (personId: string, query = ''): Promise<InboxPageDto> =>
    (await as(personId).get<InboxPageDto>(`${inbox}${query}`)).body;

  it('shows one’s own messages, newest first, page by page', async () => {
    for (const eventKey of ['a', 'b', 'c']) {
      await deliver(eventKey, 'liu', 'cai');
    }
    const first = await page('liu', '?limit=2');
    const rest = await page('liu', `?limit=2&cursor=${first.next}`);

    expect(first.items.map(({ subject }) => subject)).toEqual(['c', 'b']);
    expect(rest).toEqual({
      items: [expect.objectContaining({ subject: 'a', at: AT, about: { serial: 'CG-1', fact: 3 }, readAt: null })],
      next: null,
    });
  });

  it('and all beside it refuse with the field and the reason in Chinese', async () => {
    const manager = house.http.as(aCaller({ organisationKind: 'department', role: 'manager' }, 'chen'));
    const refused = [
      await as('liu').get(`${inbox}?limit=0&unread=perhaps`),
      await as('liu').put('/api/v1/channels', { topics: [{ topic: 'deadline', mail: false, sms: 7 }], quiet: { beginAt: '25:00' } }),
      await manager.post('/api/v1/notices', { title: '', dueOn: '2023-02-30', reach: 'all' }, { key: 'bad-input-1' }),
      await manager.get('/api/v1/notices?box=none'),
      await house.http.anonymous.post('/api/v1/unsubscriptions', {}),
    ];

    expect(refused.flatMap(({ body }) => unsaidInRefusal(body))).toEqual([]);
    expect(refused.slice(0, 4).map(({ body }) => body.code)).toEqual(Array(4).fill('INVALID_INPUT'));
  });

  it('holds a message once however often it is told', async () => {
    await Promise.all([deliver('a', 'liu'), deliver('a', 'liu'), deliver('a', 'cai', 'liu')]);

    expect((await page('liu')).items).toHaveLength(1);
  });

  it('marks a message as read, once, and counts the unread', async () => {
    await deliver('a', 'liu');
    await deliver('b', 'liu');
    const [message] = (await page('liu')).items;
    const read = await as('liu').post<MessageDto>(`${inbox}/${message?.id}/read`);
    const again = await as('liu').post<MessageDto>(`${inbox}/${message?.id}/read`);

    expect(read.status).toBe(200);
    expect(read.body.readAt).not.toBeNull();
    expect(again.body).toEqual(read.body);
    expect((await as('liu').get<UnreadDto>(`${inbox}/count`)).body).toEqual({ unread: 1 });
    expect((await page('liu', '?unread=true')).items.map(({ subject }) => subject)).toEqual(['a']);
  });

  it('answers the same for another person’s message as for one that never was, and leaves it unread', async () => {
    await deliver('a', 'liu');
    const [message] = (await page('liu')).items;
    const another = await as('cai').post(`${inbox}/${message?.id}/read`);
    const none = await as('cai').post(`${inbox}/${uuidv7()}/read`);

    expect(another.status).toBe(404);
    expect({ ...another.body, traceId: '' }).toEqual({ ...none.body, traceId: '' });
    expect((await page('liu')).items[0]?.readAt).toBeNull();
    expect((await page('cai')).items).toEqual([]);
  });

  it.each(['?limit=0', '?limit=101', '?unread=perhaps', '?cursor=none', '?everybody=true'])('refuses %s', async (query) => {
    const answer = await as('liu').get(`${inbox}${query}`);

    expect([answer.status, answer.body.code]).toEqual([422, 'INVALID_INPUT']);
  });

  it('is closed to those who are not signed in', async () => {
    expect((await house.http.anonymous.get(inbox)).status).toBe(401);
  });
});
