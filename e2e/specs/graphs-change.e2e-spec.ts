import type { GraphChange, GraphEffects, Progress } from '@dengke/contract';
import { ApiClient } from '../src/client';
import { demonstrationPeople, somebodyAt } from '../src/demonstration-people';
import type { DemonstrationPeople } from '../src/demonstration-people';
import { pollUntil } from '../src/poll';
import { achievedLately, sampleEvidence, sampleForm } from '../src/sample-achievement';
import { aStack } from '../testing/a-stack';
import type { StackForSpecs } from '../testing/a-stack';
import { Watcher } from '../testing/watcher';

interface Preview {
  version: string;
  effects: GraphEffects;
  faults: unknown[];
  open: { submissions: { serial: string }[]; submissionCount: number };
}
interface Page {
  progress: Progress;
}

/** A reorganisation over the public API: units and bureaus that the other walkthroughs leave alone. */
describe('when the graphs change', () => {
  let stack: StackForSpecs;
  let watcher: Watcher;
  let people: DemonstrationPeople;
  let energy: ApiClient;
  const clients: ApiClient[] = [];

  beforeAll(async () => {
    stack = await aStack();
    watcher = await Watcher.at(stack.addresses);
    people = await demonstrationPeople();
    energy = await signIn('sx-energy-admin');
  }, 120_000);
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await watcher.close();
    await stack.release();
  }, 60_000);

  const signIn = async (login: string): Promise<ApiClient> => {
    const client = await ApiClient.signIn(stack.addresses.publicUrl, login, people.password);
    clients.push(client);
    return client;
  };
  const preview = (change: GraphChange) => energy.write<Preview>('POST', '/graph-changes/preview', { change });
  const change = async (wanted: GraphChange): Promise<void> => {
    const { version } = await preview(wanted);
    await energy.act('/graph-changes', { change: wanted, version, reason: '机构改革' });
  };
  /** Submitted by a unit through its municipal bureau, and released: it waits there. */
  const atItsBureau = async (unitId: string): Promise<string> => {
    const unit = people.units.find(({ id }) => id === unitId);
    const [person, admin] = [somebodyAt(people, unitId, 'completer'), somebodyAt(people, unitId, 'unitAdmin')];
    const [completer, releasing] = [await signIn(person.login), await signIn(admin.login)];
    const achieved = achievedLately(new Date());
    const mark = `${process.pid}${Math.floor(Math.random() * 1e6)}`;
    const form = sampleForm(
      `机构调整期间的成果 ${mark}`,
      unit ?? { id: unitId, name: '', uscc: '', areaCode: '' },
      person,
      Number(achieved.slice(0, 4)),
    );
    const draft = await completer.write<{ id: string }>('POST', '/drafts', { form });
    const { fields, file } = sampleEvidence(`GC${mark}`, achieved);
    await completer.upload(`/drafts/${draft.id}/evidence`, fields, file);
    const { serial } = await completer.act<Progress>(`/drafts/${draft.id}/submit`, { door: 'municipal' });
    await releasing.act(`/submissions/${serial}/release`);
    return serial;
  };
  /** By its own account; while Temporal is away, by none. */
  const followed = (serial: string, number: number) =>
    pollUntil(
      `the workflow has followed fact ${number}`,
      () =>
        watcher.followed(serial).then(
          ({ lastFact }) => lastFact,
          () => null,
        ),
      (lastFact) => lastFact === number,
    );

  it('a transferred unit’s submission keeps its desk until it is re-routed, and its workflow follows [P1]', async () => {
    const serial = await atItsBureau('unit-ruiling-gas');
    const transfer: GraphChange = {
      kind: 'transfer',
      organisationId: 'unit-ruiling-gas',
      to: { credentialParentId: 'org-taiyuan-energy', noticeParentId: 'org-taiyuan-energy', areaCode: '140105' },
    };
    const seen = await preview(transfer);
    expect(seen.faults).toEqual([]);
    expect(seen.open.submissions.map((open) => open.serial)).toContain(serial);
    await energy.act('/graph-changes', { change: transfer, version: seen.version, reason: '机构改革' });
    expect((await energy.read<Page>(`/submissions/${serial}`)).progress.deskId).toBe('org-changzhi-energy');

    const { items } = await energy.act<{ items: { outcome: string; progress: Progress }[] }>('/submissions/reroute', {
      unitId: 'unit-ruiling-gas',
      serials: [serial],
      reason: '随单位划转',
    });
    expect(items).toMatchObject([{ outcome: 'done', progress: { stage: 'municipal', deskId: 'org-taiyuan-energy', lastFact: 3 } }]);
    await followed(serial, 3);
    const clerk = await signIn(somebodyAt(people, 'org-taiyuan-energy', 'manager').login);
    await pollUntil(
      'the new desk is told',
      () => clerk.read<{ items: { about: { serial?: string } }[] }>('/inbox'),
      (inbox) => inbox.items.some(({ about }) => about.serial === serial),
    );
  }, 120_000);

  it('a merged bureau’s desk is its successor’s, and so are its people [P1]', async () => {
    const serial = await atItsBureau('unit-yunshuo-wind');
    await change({
      kind: 'merge',
      organisationId: 'org-datong-energy',
      intoId: 'org-shuozhou-energy',
      areas: [{ from: '1402', to: '1406' }],
    });
    const clerk = await signIn(somebodyAt(people, 'org-datong-energy', 'manager').login);
    const { position } = await clerk.read<{ position: { organisationId: string } }>('/me');
    expect(position.organisationId).toBe('org-shuozhou-energy');

    await pollUntil(
      'the successor has it',
      () => clerk.read<{ items: { serial: string }[] }>('/submissions/queue'),
      (queue) => queue.items.some((line) => line.serial === serial),
    );
    await followed(serial, 3);
    expect(await clerk.act<Progress>(`/submissions/${serial}/claim`)).toMatchObject({ deskId: 'org-shuozhou-energy' });
    await followed(serial, 4);
  }, 120_000);

  it('the graphs are whole afterwards, and whoever may see what was done finds it recorded', async () => {
    const [system, audit] = [await signIn('sx-kjt-system'), await signIn('sx-kjt-audit')];
    expect(await system.read('/graphs/lint')).toEqual([]);
    const { entries, fault } = await audit.read<{ entries: { kind: string }[]; fault: unknown }>('/audit?subject=graph/changes');
    expect(entries.map(({ kind }) => kind)).toEqual(['transfer', 'merge']);
    expect(fault).toBeNull();
  }, 60_000);
});
