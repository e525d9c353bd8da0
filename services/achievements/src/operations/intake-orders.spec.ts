import { Ledger } from '@dengke/service-kit';
import { aForm, aUnit } from '../../testing/a-form';
import { ServiceWorld, someoneOf } from '../../testing/a-service';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import type { IntakeStandingDto } from './operations.dto';

const me = someoneOf(aUnit.id);

describe('intake', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  const path = '/internal/operations/intake';
  const order = (paused: boolean) => world.house.post<IntakeStandingDto>(path, { paused, operator: 'op', reason: 'the disk is full' });
  const submit = async (draftId: string, key: string) =>
    (await world.as(me).post<{ code: string }>(`/drafts/${draftId}/submit`, {}, { key })).body.code;

  it('is paused and resumed by operators, each in the ledger; what is refused meanwhile may be sent again with the same key', async () => {
    const { body: draft } = await world.as(me).post<DraftView>('/drafts', { form: aForm({ name: '暂停期间的成果' }) });
    expect((await world.house.get<IntakeStandingDto>(path)).body).toEqual({ paused: false });

    expect((await order(true)).body).toEqual({ paused: true });
    expect(await submit(draft.id, 'submit-once-only')).toBe('INTAKE_PAUSED');
    expect((await order(true)).body).toMatchObject({ code: 'ACT_NOT_PERMITTED' });
    expect((await order(false)).body).toEqual({ paused: false });

    expect(await submit(draft.id, 'submit-once-only')).toBe('EVIDENCE_MISSING');
    const entries = await world.app.get(Ledger).timeline('operations/intake');
    expect(entries.map(({ kind, text }) => [kind, text])).toEqual([
      ['pauseIntake', { operator: 'op', reason: 'the disk is full' }],
      ['resumeIntake', { operator: 'op', reason: 'the disk is full' }],
    ]);
  });
});
