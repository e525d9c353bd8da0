import { randomUUID } from 'node:crypto';
import type { Caller, Problem } from '@dengke/contract';
import { BusinessClock, Ledger, routesOf } from '@dengke/service-kit';
import { aCaller } from '@dengke/test-kit';
import { aCompleter, aFirstUnit, aSecondUnit, aUnit } from '../../testing/a-form';
import { jointSubmission } from '../../testing/a-joint-submission';
import { route, ServiceWorld, someoneOf } from '../../testing/a-service';
import { actAt, atDesk } from '../../testing/desks';
import { AchievementsModule } from '../achievements.module';
import type { DraftView } from '../drafts/drafts.dto';
import { seedAchievements } from '../seed';
import { SubmittingService } from '../submitting/submitting.service';
import type { EntryView, OwnEntry, OwnEntryPage } from './entries.dto';

const august = '2023-08-10T02:00:00.000Z';
const me = someoneOf(aUnit.id);
const admin = atDesk('unit', 'admin');
const unitAdmin = (unitId: string, name: string) => aCaller({ organisationId: unitId, organisationKind: 'unit', role: 'unitAdmin' }, name);
const partner = unitAdmin('unit-partner', 'partner-admin');
const [worker, colleague] = [someoneOf('unit-partner', 'worker'), someoneOf('unit-partner', 'colleague')];

const second = aSecondUnit({ unitId: 'unit-partner' });
const theirs = aCompleter({ name: '丁某', workUnit: second.name, bornIn: '1981-09' });
const named = { units: [aFirstUnit(), second], completers: [aCompleter(), theirs] };

describe('a completer of a second unit', () => {
  let world: ServiceWorld;
  beforeAll(async () => {
    world = await ServiceWorld.begin(AchievementsModule);
    await seedAchievements(world.database, 'season');
    world.accountsKnows('/api/v1/routes', { ...route, paperRequired: false });
    world.accountsKnows(`/api/v1/organisations/${aUnit.id}/people`, [{ personId: me.personId }]);
    const people = [partner, worker, colleague].map(({ personId }) => ({ personId }));
    world.accountsKnows('/api/v1/organisations/unit-partner/people', people);
  }, 60_000);
  afterAll(() => world.end());

  const submitted = async (): Promise<{ serial: string; draftId: string; entry: string }> => {
    const { serial, draftId } = await jointSubmission(world, me, august, named);
    const { body } = await world.as(admin).get<EntryView[]>(`/submissions/${serial}/entries`);
    return { serial, draftId, entry: body.find(({ as }) => as === 'completer')?.party ?? '' };
  };
  const seenBy = async (who: Caller, serial: string) => (await world.as(who).get<OwnEntryPage[]>(`/entries/${serial}`)).body;
  const post = (who: Caller, path: string, body: object, key: string = randomUUID()) =>
    world.as(who).post<OwnEntryPage[] & Problem>(path, body, { key });
  const identify = (who: Caller, serial: string, entry: string, { personId }: Caller, key?: string) =>
    post(who, `/entries/${serial}/identify`, { entry, personId }, key);
  const say = (who: Caller, act: 'confirm' | 'dispute', serial: string, entry: string) =>
    post(who, `/entries/${serial}/${act}`, { entry, ...(act === 'dispute' && { reason: '不是本单位人员' }) });

  it('is shown to its administrator, as much as tells who he is; to nobody else of it, nor of another [P18]', async () => {
    const { serial, entry } = await submitted();
    const [found] = (await seenBy(partner, serial)).filter(({ as }) => as === 'colleague');

    expect(found).toMatchObject({ party: entry, rank: 2, standing: 'unanswered', personId: null });
    const { name, gender, title, workUnit, contribution } = theirs;
    expect(found?.entry).toEqual({ name, gender, title, workUnit, contribution });
    expect((await seenBy(worker, serial)).map(({ as }) => as)).toEqual(['unit']);
    expect((await say(worker, 'confirm', serial, entry)).status).toBe(404);
    expect((await say(unitAdmin('unit-other', 'other-admin'), 'dispute', serial, entry)).status).toBe(404);
  });

  it('sees his whole entry once his unit has said who he is, and disputes it: the first unit does not release it then [P22 P23]', async () => {
    const { serial, entry } = await submitted();
    expect((await identify(worker, serial, entry, worker)).status).toBe(403);
    expect((await identify(partner, serial, entry, me)).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', details: { fields: [{ field: 'personId', reason: 'personOfUnit' }] } },
    });
    expect((await identify(partner, serial, 'unit/unit-partner', worker)).body.code).toBe('ACT_NOT_PERMITTED');
    const said = await identify(partner, serial, entry, worker, 'identify-once');
    expect((await identify(partner, serial, entry, worker, 'identify-once')).body).toEqual(said.body);

    expect((await seenBy(worker, serial)).find(({ as }) => as === 'completer')).toMatchObject({ party: entry, entry: theirs, rank: 2 });
    expect((await world.as(worker).get<OwnEntry[]>('/entries')).body).toContainEqual(expect.objectContaining({ serial, party: entry }));
    expect((await seenBy(colleague, serial)).map(({ as }) => as)).toEqual(['unit']);
    expect((await say(partner, 'confirm', serial, entry)).body.code).toBe('NOT_ALLOWED');
    expect((await say(worker, 'dispute', serial, entry)).status).toBe(200);
    await expect(actAt(world, august, admin, serial, 'release')).rejects.toMatchObject({
      ...{ code: 'DISPUTE_OPEN', details: { fields: [{ field: 'completers.1', reason: 'disputed' }] } },
    });
    expect((await say(partner, 'confirm', serial, entry)).body.code).toBe('NOT_ALLOWED');
    expect((await identify(partner, serial, entry, colleague)).body.code).toBe('ACT_NOT_PERMITTED');
    const entries = await world.app.get(Ledger).timeline(`named/${serial}/unit-partner`);
    expect(entries.map(({ kind, by, detail }) => [kind, by, detail])).toEqual([
      ['identify', partner.personId, { serial, entry, personId: worker.personId }],
    ]);
    expect(await world.app.get(Ledger).verify(`named/${serial}/unit-partner`)).toBeNull();
  });

  it('stays who he is through a resubmission that changes his entry, and is asked about it himself then', async () => {
    const { serial, draftId, entry } = await submitted();
    await identify(partner, serial, entry, worker);
    await say(worker, 'confirm', serial, entry);
    await actAt(world, august, admin, serial, 'return');
    const { version, form } = (await world.as(me).get<DraftView>(`/drafts/${draftId}`)).body;
    const completers = [aCompleter(), { ...theirs, contribution: '现场试验' }];
    await world.as(me).put(`/drafts/${draftId}`, { version, form: { ...form, completers } });
    const answers = [{ item: '1-1', outcome: 'mended' as const, words: '已改' }];
    const submitting = world.app.get(SubmittingService, { strict: false });
    await world.app.get(BusinessClock).at(august, () => submitting.resubmit(me, randomUUID(), serial, { answers }));

    expect((await seenBy(worker, serial)).find(({ as }) => as === 'completer')).toMatchObject({
      ...{ party: entry, standing: 'unanswered', entry: { contribution: '现场试验' } },
    });
    const facts = await world.app.get(Ledger).timeline(`submission/${serial}`);
    expect(facts.at(-1)).toMatchObject({ kind: 'resubmit', detail: { asked: [`person/${worker.personId}`] } });
  });

  it('reviews it at no desk, from whichever position [P30]', async () => {
    const { serial, entry } = await submitted();
    await identify(partner, serial, entry, worker);
    await actAt(world, august, admin, serial, 'release');
    const clerk = { ...atDesk('municipal'), personId: worker.personId };

    await expect(actAt(world, august, clerk, serial, 'recommend')).rejects.toMatchObject({ code: 'OWN_SUBMISSION' });
  });

  it.each(['confirm', 'dispute', 'nothing'] as const)(
    'may have a login or none: the first unit cannot tell by anything that it sees or is answered, whether he or his administrator came to %s [P18]',
    async (act) => {
      const [known, unknown] = [await submitted(), await submitted()];
      await identify(partner, known.serial, known.entry, worker);
      if (act !== 'nothing') {
        await say(worker, act, known.serial, known.entry);
        await say(partner, act, unknown.serial, unknown.entry);
      }
      const reads = routesOf(world.app).flatMap(({ route }) => {
        const [, tail] =
          /^GET \/submissions\/:serial((?:\/(?!form$|workbook$|certificate$|document$)(?:[\w-]+|:round))*)$/.exec(route) ?? [];
        return tail === undefined ? [] : [tail.replace(':round', '1')];
      });
      const settled = { entry: known.entry, reason: '按合同第三条排列' };
      const told = async (who: Caller, { serial }: { serial: string }) => {
        const answers = await Promise.all(reads.map((path) => world.as(who).get<unknown>(`/submissions/${serial}${path}`)));
        const lists = await Promise.all(
          ['/submissions', '/submissions/queue'].map((path) => world.as(who).get<{ items?: { serial: string }[] }>(path)),
        );
        const lines = lists.map(({ status, body }) => [status, body.items?.filter((line) => line.serial === serial)]);
        return withoutItself([...answers.map(({ status, body }) => [status, body]), lines], serial);
      };
      const answered = async (who: Caller, { serial }: { serial: string }) => {
        const { status, body } = await post(who, `/submissions/${serial}/settle-dispute`, settled);
        return withoutItself([status, body], serial);
      };

      expect(reads.length).toBeGreaterThan(10);
      for (const who of [me, admin]) {
        const seen = await told(who, known);
        expect(await told(who, unknown)).toEqual(seen);
        expect(JSON.stringify(seen)).toContain({ confirm: 'confirmEntry', dispute: '不是本单位人员', nothing: 'unanswered' }[act]);
        expect(JSON.stringify(seen)).not.toMatch(/worker|partner-admin|personId":"unit-partner/);
      }
      expect(await answered(admin, unknown)).toEqual(await answered(admin, known));
      expect(await told(admin, unknown)).toEqual(await told(admin, known));
      expect((await world.as(admin).get(`/entries/${known.serial}`)).status).toBe(404);
      expect((await identify(admin, known.serial, known.entry, me)).body).toEqual({
        ...(await identify(admin, unknown.serial, unknown.entry, me)).body,
        ...{ traceId: expect.any(String) as string },
      });
    },
  );
});

/** What is told of one submission, without what every submission has of its own. */
const withoutItself = (told: unknown, serial: string): unknown =>
  JSON.parse(
    JSON.stringify(told)
      .replaceAll(serial, 'serial')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'instant')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'uuid')
      .replace(/[0-9a-f]{64}|[0-9a-f]{32}/g, 'digest')
      .replace(/联合完成的第\d+项成果/g, 'name')
      .replace(/ZL2021\d+/g, 'patent'),
  ) as unknown;
