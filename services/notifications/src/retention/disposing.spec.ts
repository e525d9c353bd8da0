import { existsSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { feedbackForms } from '@dengke/contract';
import { BusinessClock, Disposing, inTransaction, Ledger } from '@dengke/service-kit';
import { aLiaisonForm, asked, cascadeOf, letterA, of, withCascade } from '../../testing/a-cascade';
import { aHouse } from '../../testing/a-house';
import type { House } from '../../testing/a-house';
import { InboxService } from '../inbox/inbox.service';
import { Message } from '../inbox/message.entity';
import { Mail } from '../mail/mail.entity';
import { NoticeAnswer } from '../notices/notice-answer.entity';
import { NoticeCopy } from '../notices/notice-copy.entity';
import { NoticeFile } from '../notices/notice-file.entity';

const august = '2023-08-14T02:00:00.000Z';

describe('what notifications keeps of people no longer than its term', () => {
  let house: House;
  let down: ReturnType<typeof cascadeOf>;
  beforeAll(async () => {
    house = await aHouse();
    await withCascade(house);
    down = cascadeOf(house);
  });
  afterAll(() => house.close());

  const at = <T>(instant: string, what: () => Promise<T>): Promise<T> => house.app.get(BusinessClock).at(instant, what);
  const disposing = () => house.app.get(Disposing, { strict: false });
  const dueOn = async (instant: string, kind: string) =>
    (await at(instant, () => disposing().due())).filter((due) => due.kind === kind).map(({ id }) => id);
  const dispose = (instant: string) => at(instant, () => disposing().dispose());
  const blobOf = (sha256: string): string => join(house.config.filesDir, 'blobs', sha256.slice(0, 2), sha256);

  it('the words of a message go two years after its month, out of the inbox too; told again by the same event it is told nothing', async () => {
    const inbox = house.app.get(InboxService, { strict: false });
    const told = (eventKey: string, instant: string) => ({
      ...{
        eventKey,
        recipientId: 'person-a',
        kind: 'submission.return',
        subject: '“某成果”已退回',
        at: instant,
        about: { serial: '2023-000001' },
      },
    });
    const { manager } = house.database;
    const deliver = (...messages: ReturnType<typeof told>[]) => inTransaction(house.database, (within) => inbox.deliver(within, messages));
    await deliver(told('old/1', august), told('new/1', '2023-09-01T02:00:00.000Z'));

    expect(await dueOn('2025-08-31T15:59:59.000Z', 'message')).toEqual([]);
    expect(await dueOn('2025-08-31T16:00:00.000Z', 'message')).toEqual(['2023-08']);
    await dispose('2025-08-31T16:00:00.000Z');
    await deliver(told('old/1', august));

    expect(await manager.findOneByOrFail(Message, { eventKey: 'old/1' })).toMatchObject({ subject: '', about: {}, readAt: august });
    const { items } = await inbox.page('person-a', { unread: false, cursor: null, limit: 10 });
    expect([items.map(({ eventKey }) => eventKey), await inbox.unread('person-a')]).toEqual([['new/1'], 1]);
    expect(await house.app.get(Ledger).timeline('disposal/message/2023-08')).toMatchObject([{ kind: 'dispose', detail: { years: 2 } }]);
  });

  it('the text of a mail goes a year after its month once it is sent or given up, a later one of that month by a later disposal', async () => {
    const { manager } = house.database;
    const mail = (eventKey: string, state: 'sent' | 'waiting') => ({
      ...{
        eventKey,
        recipientId: 'person-a',
        subject: '已退回',
        body: '您的成果已退回。',
        linkId: null,
        issuedBy: null,
        topic: null,
        at: august,
        state,
      },
      ...{ attempts: 0, unanswered: 0, nextAttemptAt: '2099-01-01T00:00:00.000Z', notBefore: null, settledAt: null, lastAnswer: null },
    });
    await manager.insert(Mail, [mail('sent/1', 'sent'), mail('waiting/1', 'waiting')]);
    await dispose('2024-08-31T16:00:00.000Z');
    const bodyOf = async (eventKey: string) => (await manager.findOneByOrFail(Mail, { eventKey })).body;
    expect([await bodyOf('sent/1'), await bodyOf('waiting/1')]).toEqual(['', '您的成果已退回。']);

    await manager.update(Mail, { eventKey: 'waiting/1' }, { state: 'dead' });
    await dispose('2024-08-31T16:00:00.000Z');
    expect([await bodyOf('waiting/1'), await dueOn('2024-08-31T16:00:00.000Z', 'mail')]).toEqual(['', []]);
    expect(await house.app.get(Ledger).timeline('disposal/mail/2023-08')).toHaveLength(2);
  });

  it('the people of a feedback form go after five years with its scan; that it was answered stays', async () => {
    const { manager } = house.database;
    const { id } = await down.issue('changzhi', { ...letterA, ...asked });
    await down.sign('county-01', id);
    const { declaration } = feedbackForms.liaison;
    await down.answer('county-01', id, { filledIn: aLiaisonForm(), declaration, sealId: await down.upload('county-01') });
    const copy = await manager.findOneByOrFail(NoticeCopy, { noticeId: id, organisationId: 'county-01' });
    await manager.update(NoticeAnswer, { copyId: copy.id }, { answeredAt: august });
    const { sha256 } = await manager.findOneByOrFail(NoticeFile, { copyId: copy.id });
    await utimes(blobOf(sha256), 0, 0);

    expect(await dueOn('2028-08-14T15:59:59.000Z', 'notice-answer')).toEqual([]);
    await dispose('2028-08-14T16:00:00.000Z');

    expect([await manager.count(NoticeAnswer), existsSync(blobOf(sha256))]).toEqual([0, false]);
    expect((await manager.findOneByOrFail(NoticeCopy, { id: copy.id })).answeredAt).not.toBeNull();
    const own = await house.http.as(of('county-01')).get<{ code: string }>(`/api/v1/notices/${id}/answer`);
    expect([own.status, own.body.code]).toEqual([410, 'RETENTION_OVER']);
  });

  it('what was uploaded and sent with nothing goes after a year', async () => {
    const id = await down.upload('county-02');
    await house.database.manager.update(NoticeFile, { id }, { uploadedAt: august });
    await dispose('2024-08-14T16:00:00.000Z');
    expect(await house.database.manager.countBy(NoticeFile, { id })).toBe(0);
  });
});
