import { errorSentences } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { ServiceWorld } from '../../testing/a-service';
import { atCity } from '../../testing/a-submission';
import { actAt, atDesk, completer, inOrder } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import { seedAchievements } from '../seed';
import type { TimelineLine } from '../submissions/submissions.dto';
import type { EachOfMany } from './many.dto';

const august = '2023-08-10T02:00:00.000Z';
const clerk = atDesk('municipal', 'clerk');

describe('decisions on many at once', () => {
  let world: ServiceWorld;
  let names = 0;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const post = async (path: string, body: object, key: string, me: Caller = clerk) =>
    (await world.as(me).post<EachOfMany>(path, body, { key })).body.items;
  const acts = async (serial: string) =>
    (await world.as(completer).get<TimelineLine[]>(`/submissions/${serial}/timeline`)).body.map(({ act }) => act);

  it('are recommended each for itself: one that is refused stops no other [P24 P29]', async () => {
    const [whole, unanswered, elsewhere] = [await atCity(world, august), await atCity(world, august), await atCity(world, august)];
    await actAt(world, august, clerk, elsewhere, 'recommend');
    const submissions = [
      { serial: unanswered, findings: inOrder.slice(1) },
      { serial: elsewhere, findings: inOrder },
      { serial: '2023-999999', findings: inOrder },
      { serial: whole, findings: inOrder, seen: { stage: 'municipal', round: 1 } },
    ];
    const items = await post('/submissions/recommend', { submissions, opinion: '同意推荐' }, 'recommend-many');

    expect(items.map(({ serial, outcome, code, progress }) => [serial, outcome, code, progress?.stage])).toEqual([
      [unanswered, 'refused', 'CHECK_INCOMPLETE', undefined],
      [elsewhere, 'refused', 'STAGE_ALREADY_DECIDED', undefined],
      ['2023-999999', 'refused', 'NOT_FOUND', undefined],
      [whole, 'done', null, 'organiser'],
    ]);
    expect(items.map(({ code, sentence }) => sentence === (code && errorSentences[code]))).toEqual([true, true, true, true]);
  });

  it('are returned with one reason and the same items, and once each however often the request comes [P25 P29]', async () => {
    const serials = [await atCity(world, august), await atCity(world, august)];
    const body = {
      submissions: serials.map((serial) => ({ serial })),
      reason: '附件不清',
      items: [{ field: 'evidence', remark: '请重新扫描' }],
    };
    const first = await post('/submissions/return', body, 'return-many');
    expect(first.map(({ outcome, progress }) => [outcome, progress?.state])).toEqual([
      ['done', 'returned'],
      ['done', 'returned'],
    ]);
    expect(await post('/submissions/return', body, 'return-many')).toEqual(first);
    for (const serial of serials) {
      expect((await acts(serial)).filter((act) => act === 'return')).toHaveLength(1);
    }
  });

  it('name no submission twice, and not too many', async () => {
    const serial = await atCity(world, august);
    const many = Array.from({ length: 51 }, (_, index) => ({ serial: `2023-${String(index).padStart(6, '0')}`, findings: inOrder }));
    for (const submissions of [
      [],
      [
        { serial, findings: inOrder },
        { serial, findings: inOrder },
      ],
      many,
    ]) {
      const { status } = await world.as(clerk).post('/submissions/recommend', { submissions }, { key: `wrong-${(names += 1)}-many` });
      expect(status).toBe(422);
    }
  });
});
