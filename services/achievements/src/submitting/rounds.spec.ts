import type { Evidence, RegistrationForm, SubmissionAct } from '@dengke/contract';
import { BusinessClock, canonical, DomainError, sm3 } from '@dengke/service-kit';
import { aPdf } from '@dengke/test-kit';
import fc from 'fast-check';
import { aCompleter, aForm, aSecondUnit } from '../../testing/a-form';
import { ServiceWorld } from '../../testing/a-service';
import { actAt, atDesk, completer } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { NamedItem } from '../acts/mending';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { Submission } from '../acts/submission.entity';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import type { TimelineLine } from '../submissions/submissions.dto';
import { SubmittingService } from './submitting.service';

const august = '2023-08-10T02:00:00.000Z';
const passes = { unit: 'release', municipal: 'recommend', organiser: 'recommend', department: 'approve', ministry: 'acknowledge' } as const;

type Edit = (form: RegistrationForm) => Partial<RegistrationForm>;
const edits: Record<string, Edit> = {
  summary: () => ({ summary: `第${Math.abs(edited++)}稿` }),
  blank: () => ({ summary: ' ' }),
  completerBefore: ({ completers }) => ({ completers: [aCompleter({ name: `完成人${edited++}`, contribution: '试验' }), ...completers] }),
  completerGone: ({ completers }) => ({ completers: completers.slice(0, 1) }),
  turned: ({ completers }) => ({ completers: [...completers].reverse() }),
  unit: ({ units }) => ({ units: [...units.slice(0, 1), aSecondUnit({ name: `合作单位${edited++}`, uscc: '91110108551385082Q' })] }),
  keywords: () => ({ keywords: ['煤层气', `词${edited++}`] }),
};
let edited = 1;

type Step = { does: 'edit'; edit: string } | { does: 'submit' | 'pass' | 'return' | 'resubmit' | 'withdraw'; whole: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant('edit' as const), edit: fc.constantFrom(...Object.keys(edits)) }) },
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'submit' as const,
        'pass' as const,
        'return' as const,
        'return' as const,
        'resubmit' as const,
        'resubmit' as const,
        'withdraw' as const,
      ),
      whole: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    }),
  },
);

describe('whatever is edited, submitted, returned, mended and withdrawn in whatever order', () => {
  let world: ServiceWorld;
  let keys = 0;
  const happened = new Map<string, number>();
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'local');
  });
  afterAll(() => world.end());

  /** What should stand there: the draft, and of each submission what was sent in each round. */
  interface Model {
    draftId: string;
    form: RegistrationForm;
    serial: string | null;
    rounds: Map<string, RegistrationForm[]>;
  }

  async function aDraft(): Promise<Model> {
    const form = aForm({ name: `第${(keys += 1)}项成果` });
    const { body } = await world.as(completer).post<DraftView>('/drafts', { form });
    await world.upload<Evidence>(completer, `/drafts/${body.id}/evidence`, [
      { name: 'kind', value: 'evaluation-certificate' },
      { name: 'number', value: '第1号' },
      { name: 'issuedOn', value: '2023-05-16' },
      { name: 'file', value: aPdf(), fileName: '证书.pdf' },
    ]);
    return { draftId: body.id, form, serial: null, rounds: new Map() };
  }

  const clock = <T>(work: () => Promise<T>): Promise<T> => world.app.get(BusinessClock).at(august, work);
  const submitting = (): SubmittingService => world.app.get(SubmittingService);
  const rowOf = (serial: string | null) => world.database.manager.findOneBy(Submission, { serial: serial ?? 'none' });

  async function edit(model: Model, name: string): Promise<void> {
    const { version } = (await world.as(completer).get<DraftView>(`/drafts/${model.draftId}`)).body;
    const form = { ...model.form, ...edits[name]?.(model.form) };
    const { status } = await world.as(completer).put(`/drafts/${model.draftId}`, { version, form });
    model.form = status === 200 ? form : model.form;
  }

  async function submit(model: Model): Promise<void> {
    const { serial } = await clock(() => submitting().submit(completer, `submit-${(keys += 1)}`, model.draftId));
    model.serial = serial;
    model.rounds.set(serial, [structuredClone(model.form)]);
  }

  async function resubmit(model: Model, whole: boolean): Promise<void> {
    const serial = model.serial ?? '2023-999999';
    const timeline = await world.as(completer).get<TimelineLine[]>(`/submissions/${serial}/timeline`);
    const last = timeline.status === 200 ? timeline.body.filter(({ act }) => act === 'return').at(-1) : undefined;
    const items = ((last?.text?.['items'] ?? []) as NamedItem[]).slice(whole ? 0 : 1);
    const answers = items.map(({ id }) => ({ item: id, outcome: 'mended' as const, words: '已补正' }));
    await clock(() => submitting().resubmit(completer, `resubmit-${(keys += 1)}`, serial, { answers }));
    model.rounds.get(serial)?.push(structuredClone(model.form));
  }

  async function decide(model: Model, act: 'pass' | 'return' | 'withdraw'): Promise<void> {
    const stage = (await rowOf(model.serial))?.stage ?? 'unit';
    const me = act === 'withdraw' ? completer : atDesk(stage, 'admin');
    const kind: SubmissionAct = act === 'pass' ? passes[stage] : act;
    const input =
      act === 'return'
        ? { reason: '请补正', items: ['summary', 'completers.0.name'].map((field) => ({ field, remark: '请核对' })) }
        : undefined;
    await actAt(world, august, me, model.serial ?? '2023-999999', kind, input);
  }

  async function take(model: Model, one: Step): Promise<void> {
    const before = await rowOf(model.serial);
    try {
      await (one.does === 'edit'
        ? edit(model, one.edit)
        : one.does === 'submit'
          ? submit(model)
          : one.does === 'resubmit'
            ? resubmit(model, one.whole)
            : decide(model, one.does));
      happened.set(one.does, (happened.get(one.does) ?? 0) + 1);
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(await rowOf(model.serial)).toEqual(before);
    }
  }

  async function expectNothingLost({ draftId, form, rounds }: Model): Promise<void> {
    expect((await world.as(completer).get<DraftView>(`/drafts/${draftId}`)).body.form).toEqual(form);
    for (const [serial, forms] of rounds) {
      const versions = await world.database.manager.find(SubmissionVersion, { where: { serial }, order: { round: 'ASC' } });
      expect(versions.map((version) => version.form)).toEqual(forms);
      expect(versions.map(({ round }) => round)).toEqual(forms.map((_, index) => index + 1));
      expect(versions.every((version) => version.digest === sm3(canonical({ form: version.form, evidence: version.evidence })))).toBe(true);
      expect((await rowOf(serial))?.round).toBe(forms.length);
    }
  }

  it('every submitted version stays as it was sent, and the draft loses no field [P25 P26 P27]', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
        const model = await aDraft();
        await submit(model);
        for (const one of steps) {
          await take(model, one);
          await expectNothingLost(model);
        }
      }),
      { numRuns: 15, endOnFailure: true, seed: 20230810 },
    );
    expect([...happened.keys()].sort()).toEqual(['edit', 'pass', 'resubmit', 'return', 'submit', 'withdraw']);
  });
});
