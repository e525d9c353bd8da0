import type { Caller } from '@dengke/contract';
import { at, DeskWorld, submitter } from '../../testing/a-desk-world';
import { PaperOfAVersion20270125000000 } from '../migrations/20270125-paper-of-a-version';
import { PaperLeg } from './paper-leg.entity';

const monday = '2023-08-07T02:00:00.000Z';
const [city, province, department] = [at('org-city'), at('org-province'), at('org-department')];
const refused = { code: 'ACT_NOT_PERMITTED' };

describe('the paper of a version', () => {
  let world: DeskWorld;
  beforeAll(async () => {
    world = await DeskWorld.begin();
  });
  afterAll(() => world.end());

  const reaches = (place: 'org-city' | 'org-province' | 'org-department') => world.reaches(place, monday, { paperRequired: true });
  const handedIn = (serial: string, by: Caller, direct?: true) => world.act(by, serial, 'handInPaper', monday, direct && { direct });
  const received = (serial: string, by: Caller) => world.act(by, serial, 'receivePaper', monday);
  /** From one to the next. */
  const travels = async (serial: string, ...who: Caller[]): Promise<void> => {
    for (const [index, to] of who.slice(1).entries()) {
      await handedIn(serial, who[index] ?? submitter);
      await received(serial, to);
    }
  };
  const mended = async (serial: string, returning: Caller): Promise<void> => {
    await world.act(returning, serial, 'return', monday);
    await world.clock.at(monday, () =>
      world.acts.byPerson(submitter, `again-${serial}-${returning.personId}`, serial, 'resubmit', {}, ({ submission }) => ({
        submission: { returnedFrom: null },
        wait: { for: 'desk', position: submission.returnedFrom ?? 0, round: submission.round + 1, since: monday },
      })),
    );
  };
  const approve = (serial: string) => world.act(department, serial, 'approve', monday);

  it('lets the department approve that version and no later one, whose paper comes to it directly [P22 P26 P27 P28]', async () => {
    const serial = await reaches('org-department');
    await travels(serial, submitter, city, province, department);
    await mended(serial, department);
    await expect(approve(serial)).rejects.toMatchObject({ code: 'PAPER_NOT_RECEIVED' });

    await travels(serial, submitter, department);
    expect(await approve(serial)).toMatchObject({ state: 'registered' });
    const kept = await world.database.manager.find(PaperLeg, { where: { serial }, order: { position: 'ASC', version: 'ASC' } });
    expect(kept.map(({ position, version }) => [position, version])).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
      [3, 2],
    ]);
  });

  it('goes from the unit to the desk that returned it and on from there; that desk recommends without it, those below are not asked [P26 P28]', async () => {
    const serial = await reaches('org-province');
    await travels(serial, submitter, city);
    await mended(serial, province);
    await world.act(province, serial, 'recommend', monday);
    await expect(handedIn(serial, city)).rejects.toMatchObject(refused);

    await handedIn(serial, submitter);
    await expect(received(serial, city)).rejects.toMatchObject(refused);
    await expect(received(serial, department)).rejects.toMatchObject(refused);
    await received(serial, province);
    await travels(serial, province, department);
    expect(await approve(serial)).toMatchObject({ state: 'registered' });
  });

  it('may be handed in directly to the desk that holds it by then, also instead of the one before; the first version goes to each [P26 P28]', async () => {
    const first = await reaches('org-department');
    await expect(handedIn(first, submitter, true)).rejects.toMatchObject(refused);

    const serial = await reaches('org-city');
    await mended(serial, city);
    await world.act(city, serial, 'recommend', monday);
    await world.act(province, serial, 'recommend', monday);
    await handedIn(serial, submitter);
    await handedIn(serial, submitter, true);
    await expect(received(serial, city)).rejects.toMatchObject(refused);
    await received(serial, department);
    expect(await approve(serial)).toMatchObject({ state: 'registered' });
    const told = (await world.ledger.entriesAfter(`submission/${serial}`, 0)).filter(({ kind }) => kind === 'handInPaper');
    expect(told.map(({ detail }) => [detail['paperDeskId'], detail['round']])).toEqual([
      ['org-city', 2],
      ['org-department', 2],
    ]);
  });

  it('is not received when it was on its way and another version stands since [P27]', async () => {
    const serial = await reaches('org-city');
    await handedIn(serial, submitter);
    await mended(serial, city);
    await expect(received(serial, city)).rejects.toMatchObject(refused);
    await travels(serial, submitter, city);
    await expect(received(serial, city)).rejects.toMatchObject(refused);
  });

  it('is not wanted of any version on a route without paper [P28]', async () => {
    const serial = await world.reaches('org-department', monday);
    await mended(serial, department);
    expect(await approve(serial)).toMatchObject({ state: 'registered' });
  });

  it('that came before it was kept which one is the one that the unit handed in', async () => {
    const [once, twice] = [await reaches('org-city'), await reaches('org-city')];
    await travels(once, submitter, city);
    await mended(once, city);
    await mended(twice, city);
    await travels(twice, submitter, city, province);
    const runner = world.database.createQueryRunner();
    const migration = new PaperOfAVersion20270125000000();
    await migration.down(runner);
    await migration.up(runner);
    await runner.release();

    const versions = async (serial: string) =>
      (await world.database.manager.find(PaperLeg, { where: { serial }, order: { position: 'ASC' } })).map(({ version }) => version);
    expect([await versions(once), await versions(twice)]).toEqual([[1], [2, 2]]);
  });
});
