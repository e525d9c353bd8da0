import { randomUUID } from 'node:crypto';
import type { ActInput, Progress, RegistrationForm, StageKind, SubmissionAct, SubmissionState } from '@dengke/contract';
import type { ClientSettings } from './client';
import { ApiClient, Refused } from './client';
import type { DemonstrationPeople, DemonstrationPerson, DemonstrationUnit } from './demonstration-people';
import { somebodyAt } from './demonstration-people';
import { pollUntil } from './poll';
import { achievedLately, allInOrder, sampleEvidence, sampleForm } from './sample-achievement';

/** One line of the public timeline: GET /submissions/:serial/timeline. */
export interface TimelineEntry {
  number: number;
  act: SubmissionAct;
  at: string;
  by: string | null;
  organisationId: string | null;
  stage: StageKind | null;
  state: SubmissionState;
  round: number;
  /** Opinion, reason, items to mend; null where nothing was said. */
  text: Record<string, unknown> | null;
}

/** Who plays in the walk: one person at each desk of R-city (S28–S34). */
export type Part = 'completer' | 'unit' | 'municipal' | 'organiser' | 'department' | 'ministry';

export interface WalkSettings {
  address: string;
  people: DemonstrationPeople;
  client?: Partial<ClientSettings>;
  /** Who answers for the ministry: its people at their desk (as `npm start` has it), or its registry. */
  ministry?: 'desk' | 'endpoint';
  /** What the achievement is called, of a mark of its own. Default: much like that of any other walk, so that desks have to say why they are two (P19). */
  name?: (mark: string) => string;
  /** Waited for before each act is sent; a kill that is not waited for goes on beside the act. `serial` is null before the first. */
  before?: (act: SubmissionAct, part: Part, serial: string | null) => void | Promise<void>;
  /** Told of each act at a desk once it was answered, with all that is needed to send it again, and the answer. */
  onAnswered?: (sent: SentAct, answer: Progress) => void;
  onEntry?: (entry: TimelineEntry) => void;
}

/** An act as it was sent: sent again with its key, it is done once. */
export interface SentAct {
  part: Part;
  path: string;
  body: object;
  key: string;
}

export interface Walked {
  serial: string;
  progress: Progress;
  timeline: TimelineEntry[];
  /** Acts that people did, in order; the timeline has each of them once. */
  acts: SubmissionAct[];
}

const unitId = 'unit-zhangling-coal';
const desks = { municipal: 'org-changzhi-energy', organiser: 'org-sx-energy', department: 'org-sx-kjt', ministry: 'org-most' } as const;

/** The walk of the letters: an energy enterprise of 长治 submits through its municipal bureau, up to the ministry's acknowledgement. */
export class Walk {
  readonly cast: Record<Part, DemonstrationPerson>;
  private readonly clients = new Map<Part, ApiClient>();
  private readonly timeline: TimelineEntry[] = [];
  private readonly acts: SubmissionAct[] = [];
  private progress: Progress | null = null;

  constructor(private readonly settings: WalkSettings) {
    const { people } = settings;
    this.cast = {
      completer: somebodyAt(people, unitId, 'completer'),
      unit: somebodyAt(people, unitId, 'unitAdmin'),
      municipal: somebodyAt(people, desks.municipal, 'manager'),
      organiser: somebodyAt(people, desks.organiser, 'manager'),
      department: somebodyAt(people, desks.department, 'manager'),
      ministry: somebodyAt(people, desks.ministry, 'manager'),
    };
  }

  /** @throws Refused, GaveUp, or Error when a wait of the walk does not end in time */
  async toTheEnd(): Promise<Walked> {
    try {
      await this.throughTheDesks();
      if (this.settings.ministry !== 'endpoint') {
        await this.until('it is reported up', isReportedUp);
        await this.act('ministry', 'acknowledge', {});
      }
      const progress = await this.until('the acknowledgement is recorded', ({ state }) => state === 'reported');
      await this.look('completer');
      return { serial: progress.serial, progress, timeline: this.timeline, acts: this.acts };
    } finally {
      await this.over();
    }
  }

  /** As far as the department brings it: it is reported up, and waits for the ministry. */
  async toTheMinistry(): Promise<Progress> {
    try {
      await this.throughTheDesks();
      return await this.until('it is reported up', isReportedUp);
    } finally {
      await this.over();
    }
  }

  /** As far as it goes where there is publicity: the department has examined it, and everybody may see it. */
  async toPublicity(): Promise<string> {
    try {
      await this.throughTheDesks();
      return (await this.until('it is in publicity', ({ state }) => state === 'in-publicity')).serial;
    } finally {
      await this.over();
    }
  }

  private async throughTheDesks(): Promise<void> {
    const findings = allInOrder(await this.submit());
    await this.review('unit', 'release', {});
    await this.review('municipal', 'recommend', { findings, opinion: '材料真实、完整、规范，同意推荐。' }, 'completer');
    await this.review('organiser', 'recommend', { findings, opinion: '同意推荐。' }, 'municipal');
    await this.review('department', 'approve', { findings, opinion: '审核通过。' }, 'organiser');
  }

  private async over(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }

  /** Draft, evidence, submit: each run another achievement, since one is registered once (P19). */
  private async submit(): Promise<RegistrationForm> {
    const completer = await this.client('completer');
    const achieved = achievedLately(new Date());
    const mark = `${achieved.replaceAll('-', '')}-${process.pid}${Math.floor(Math.random() * 1e6)}`;
    const name = this.settings.name?.(mark) ?? `低浓度瓦斯抽采智能调控装置 ${mark}`;
    const form = sampleForm(name, this.unit(), this.cast.completer, Number(achieved.slice(0, 4)));
    const draft = await completer.write<{ id: string }>('POST', '/drafts', { form });
    const { fields, file } = sampleEvidence(`ZL${mark}`, achieved);
    await completer.upload(`/drafts/${draft.id}/evidence`, fields, file);
    await this.settings.before?.('submit', 'completer', null);
    this.progress = await completer.act<Progress>(`/drafts/${draft.id}/submit`, { door: 'municipal' });
    this.acts.push('submit');
    await this.look('completer');
    return form;
  }

  /** One desk: paper from the side before, open, claim, decide. */
  private async review(desk: Part, decides: SubmissionAct, input: ActInput, paperFrom?: Part): Promise<void> {
    await this.act(desk, 'open', {});
    await this.act(desk, 'claim', {});
    if (paperFrom !== undefined) {
      await this.act(paperFrom, 'handInPaper', {});
      await this.act(desk, 'receivePaper', {});
    }
    await this.pass(desk, decides, input);
  }

  /** Each walk registers what is much like that of another one: a desk that is asked says why they are two (P19). */
  private async pass(desk: Part, decides: SubmissionAct, input: ActInput): Promise<void> {
    try {
      await this.act(desk, decides, input);
    } catch (error) {
      if (!(error instanceof Refused) || error.problem.code !== 'LIKENESSES_UNJUDGED') {
        throw error;
      }
      const different = error.problem.details?.['others'] as string[];
      await this.act(desk, decides, { ...input, likenesses: { different, reason: '不同矿井的装置，编号各异。' } });
    }
  }

  private async act(part: Part, act: SubmissionAct, input: ActInput): Promise<void> {
    const client = await this.client(part);
    const { serial, stage, round } = this.sofar();
    await this.settings.before?.(act, part, serial);
    const sent: SentAct = {
      part,
      path: `/submissions/${serial}/${kebab(act)}`,
      body: { ...input, seen: { stage, round } },
      key: randomUUID(),
    };
    this.progress = await client.act<Progress>(sent.path, sent.body, sent.key);
    this.acts.push(act);
    this.settings.onAnswered?.(sent, this.progress);
    await this.look(part);
  }

  private async until(what: string, holds: (progress: Progress) => boolean): Promise<Progress> {
    const { serial } = this.sofar();
    const department = await this.client('department');
    const read = async (): Promise<Progress> => (await department.read<{ progress: Progress }>(`/submissions/${serial}`)).progress;
    this.progress = await pollUntil(what, read, holds, this.settings.client?.patienceMillis);
    await this.look('department');
    return this.progress;
  }

  /** Tells what is new in the timeline. */
  private async look(part: Part): Promise<void> {
    const client = await this.client(part);
    const all = await client.read<TimelineEntry[]>(`/submissions/${this.sofar().serial}/timeline`);
    for (const entry of all.slice(this.timeline.length)) {
      this.timeline.push(entry);
      this.settings.onEntry?.(entry);
    }
  }

  private async client(part: Part): Promise<ApiClient> {
    const known = this.clients.get(part);
    if (known !== undefined) {
      return known;
    }
    const { address, people, client } = this.settings;
    const made = await ApiClient.signIn(address, this.cast[part].login, people.password, client);
    this.clients.set(part, made);
    return made;
  }

  private unit(): DemonstrationUnit {
    const unit = this.settings.people.units.find(({ id }) => id === unitId);
    if (unit === undefined) {
      throw new Error(`The seed has no unit ${unitId}`);
    }
    return unit;
  }

  private sofar(): Progress {
    if (this.progress === null) {
      throw new Error('Nothing has been submitted yet');
    }
    return this.progress;
  }
}

const isReportedUp = ({ state, stage }: Progress): boolean => state === 'registered' && stage === 'ministry';

export const kebab = (act: string): string => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
