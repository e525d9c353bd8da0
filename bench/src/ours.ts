import { randomUUID } from 'node:crypto';
import type { ActInput, Evidence, Finding, Progress } from '@dengke/contract';
import { allInOrder, ApiClient, demonstrationPeople, hasFollowed, pdfWith, sampleForm, somebodyAt } from '@dengke/e2e';
import type { DemonstrationPeople, DemonstrationPerson, DemonstrationUnit } from '@dengke/e2e';
import type { Client } from '@temporalio/client';
import { load } from './measure';
import type { Decided } from './measure';

const unitId = 'unit-zhangling-coal';

/** Five acts of people on one submission, each a decision or of the same weight; the department's approval would wait for paper. */
const actsWith = (findings: Finding[]): [desk: Desk, act: string, input: ActInput][] => [
  ['unit', 'release', {}],
  ['completer', 'hand-in-paper', {}],
  ['municipal', 'recommend', { findings }],
  ['organiser', 'recommend', { findings }],
  ['department', 'return', { reason: '请补充证明', items: [{ field: 'evidence', remark: '扫描件不清' }] }],
];
export const actsPerSubmission = actsWith([]).length;

type Desk = 'completer' | 'unit' | 'municipal' | 'organiser' | 'department';

/** The whole system through its public API: gateway, accounts, achievements, MariaDB, and the workflows behind. */
export class Ours {
  private made = 0;

  private constructor(
    private readonly people: DemonstrationPeople,
    private readonly completer: DemonstrationPerson,
    private readonly desks: Record<Desk, ApiClient[]>,
    private readonly temporal: Client,
  ) {}

  static async signIn(address: string, temporal: Client): Promise<Ours> {
    const people = await demonstrationPeople();
    const at = async (organisationId: string, role: 'completer' | 'unitAdmin' | 'manager', count: number): Promise<ApiClient[]> =>
      Promise.all(
        Array.from({ length: count }, (_, which) =>
          ApiClient.signIn(
            address,
            somebodyAt(people, organisationId, role, which % (role === 'unitAdmin' ? 1 : 2)).login,
            people.password,
          ),
        ),
      );
    const desks = {
      completer: await at(unitId, 'completer', 2),
      unit: await at(unitId, 'unitAdmin', 2),
      municipal: await at('org-changzhi-energy', 'manager', 4),
      organiser: await at('org-sx-energy', 'manager', 4),
      department: await at('org-sx-kjt', 'manager', 4),
    };
    return new Ours(people, somebodyAt(people, unitId, 'completer'), desks, temporal);
  }

  /** Submissions that wait for the unit's release; not measured. */
  async prepare(count: number): Promise<string[]> {
    const serials: string[] = [];
    const jobs = Array.from({ length: count }, () => async () => {
      serials.push(await this.submit());
    });
    await load(4, jobs);
    await this.untilFollowed(serials, 1);
    return serials;
  }

  /** Three that stand at the unit, at the municipal bureau and at the department. */
  async standing(): Promise<string[]> {
    const serials = await this.prepare(3);
    const acts = actsWith(allInOrder({ category: 'applied', ground: 'voluntary', units: [this.unit()] }));
    const release = acts.filter(([, act]) => act === 'release');
    const recommend = acts.filter(([, act]) => act === 'recommend');
    for (const [which, way] of [[], release, [...release, ...recommend]].entries()) {
      for (const [desk, act, input] of way) {
        await this.desks[desk][0]?.act(`/submissions/${serials[which]}/${act}`, input);
      }
    }
    return serials;
  }

  /** @returns how the acts were acknowledged, and milliseconds until every workflow had followed the last of them */
  async decide(clients: number, serials: readonly string[]): Promise<Decided> {
    const acts = actsWith(allInOrder({ category: 'applied', ground: 'voluntary', units: [this.unit()] }));
    const started = performance.now();
    const jobs = serials.map((serial, index) => async (timed: <T>(call: () => Promise<T>) => Promise<T>) => {
      for (const [desk, act, input] of acts) {
        const clerks = this.desks[desk];
        const clerk = clerks[index % clerks.length];
        await timed(() => clerk?.act(`/submissions/${serial}/${act}`, input) ?? Promise.reject(new Error('no clerk')));
      }
    });
    const acknowledged = await load(clients, jobs);
    await this.untilFollowed(serials, 1 + acts.length);
    return { ...acknowledged, followed: performance.now() - started };
  }

  /** The unit's release of one that waits for it; sent again with the same key while the system does not answer. */
  async decideFirst(serial: string): Promise<void> {
    await this.desks.unit[0]?.act(`/submissions/${serial}/release`);
  }

  async leave(): Promise<void> {
    await Promise.all(
      Object.values(this.desks)
        .flat()
        .map((client) => client.close()),
    );
  }

  private async submit(): Promise<string> {
    const [client] = this.desks.completer;
    const unit = this.unit();
    if (client === undefined) {
      throw new Error('The benchmark has no completer');
    }
    const mark = `${Date.now().toString(36)}${(this.made += 1)}`;
    const year = new Date().getUTCFullYear();
    const draft = await client.write<{ id: string }>('POST', '/drafts', {
      form: sampleForm(`测速 ${randomUUID()}`, unit, this.completer, year),
    });
    const file = { name: `${mark}.pdf`, mediaType: 'application/pdf', content: pdfWith(mark) };
    await client.upload<Evidence>(
      `/drafts/${draft.id}/evidence`,
      { kind: 'intellectual-property', number: mark, issuedOn: `${year}-01-02` },
      file,
    );
    return (await client.act<Progress>(`/drafts/${draft.id}/submit`, { door: 'municipal' })).serial;
  }

  private unit(): DemonstrationUnit {
    const unit = this.people.units.find(({ id }) => id === unitId);
    if (unit === undefined) {
      throw new Error('The seed lacks the unit of the benchmark');
    }
    return unit;
  }

  /** Asks for each workflow, the behind ones again and again: `followed` means taken up, not sent. */
  private async untilFollowed(serials: readonly string[], lastFact: number): Promise<void> {
    let behind = [...serials];
    const deadline = performance.now() + 120_000;
    while (behind.length > 0) {
      if (performance.now() > deadline) {
        throw new Error(`${behind.length} workflows did not follow within 120 s, ${behind[0]} among them`);
      }
      const last = behind.at(-1) ?? '';
      const caughtUp = await hasFollowed(this.temporal, last, lastFact);
      behind = caughtUp ? behind.slice(0, -1) : behind;
    }
  }
}
