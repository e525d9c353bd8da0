import { randomUUID } from 'node:crypto';
import type { ActInput, Evidence, Finding, Progress, RegistrationForm, RouteLeg } from '@dengke/contract';
import { allInOrder, kebab, pdfWith, Refused, sampleForm } from '@dengke/e2e';
import { atOnce } from './at-once';
import type { Cast } from './cast';
import { Letters } from './letters';
import { Organisers } from './organisers';
import { transferred } from './reorganisation';
import type { Planned, Scenario, Step } from './scenario';

/** What an act needs beside itself, where the scenario says nothing else. */
const inputFor = (form: RegistrationForm): Record<string, ActInput> => ({
  recommend: { findings: allInOrder(form), opinion: '材料真实、完整、规范，同意推荐。' },
  approve: { findings: allInOrder(form), opinion: '审核通过。' },
  return: { reason: '附件与登记表不一致', items: [{ field: 'evidence', remark: '请补充清晰扫描件' }] },
  reject: { reason: '不属于登记范围', findings: allInOrder(form).map(outOfScope) },
  returnReport: { reason: '上报信息缺页，请补正后重报' },
  urge: { reason: '请尽快办理' },
  close: { reason: '逾期未补正' },
  recall: { reason: '意见有误，取回重办' },
});

/** Of the form’s other dates, which lie before it. */
const yearOf = (evidence: Planned['evidence']): number => Number((evidence[0]?.[1] ?? '2023').slice(0, 4));

/** Why it was refused. @throws what is no refusal */
function codeOf(error: unknown): string {
  if (error instanceof Refused) {
    return error.problem.code;
  }
  throw error;
}

const outOfScope = (finding: Finding): Finding =>
  finding.item === 'inScope' ? { item: 'inScope', answer: 'not', remark: '不属于登记范围' } : finding;

/**
 * What a refusal means that the scenario does not name: `strict` ends the season, `patient` puts the step off and tries again, `recording` takes it
 * down for whoever judges afterwards.
 */
export type Manner = 'strict' | 'patient' | 'recording';

/** What one reads of the paper: the route, and where it goes next. */
interface OnPaper {
  legs: RouteLeg[];
  paperWay: { from: number; to: number; direct: number | null } | null;
}

/** Plays the steps of a scenario through the public API, and remembers who got which serial and who was refused what. */
export class Play {
  readonly serials = new Map<string, string>();
  readonly refused: string[] = [];
  readonly organisers: Organisers;
  readonly letters: Letters;
  /** What was refused and is tried again; only who is patient puts off. */
  readonly waiting: Step[] = [];
  /** Acts on submissions that were answered, by the ids under which the ledger keeps them. */
  readonly acknowledged: string[] = [];
  /** Windows by their ids. */
  readonly announced: string[] = [];
  private readonly drafts = new Map<string, string>();

  constructor(
    private readonly scenario: Scenario,
    private readonly cast: Cast,
    address: string,
    private readonly manner: Manner = 'strict',
  ) {
    this.organisers = new Organisers(scenario.organisers, address, cast);
    this.letters = new Letters(scenario.letters, cast);
  }

  refOf(serial: string): string {
    return [...this.serials].find(([, known]) => known === serial)?.[0] ?? serial;
  }

  /** All steps of one instant. Who only records what comes of them lets them happen side by side. @throws as `step` */
  async all(steps: readonly Step[], told: (step: Step) => void): Promise<void> {
    if (this.manner === 'recording') {
      await atOnce(steps, (step) => this.step(step));
      steps.forEach(told);
      return;
    }
    for (const step of steps) {
      await this.step(step);
      told(step);
    }
  }

  /** @throws Error when something is refused that should not be, or not refused that should be */
  async step([time, who, what, refs, refusal]: Step): Promise<void> {
    if (what === 'daysOff') {
      await this.daysOff(who, refs);
      return;
    }
    if (what === 'announce') {
      await this.announce(who, refs);
      return;
    }
    if (what === 'transfer') {
      await transferred(await this.cast.as(who), refs);
      return;
    }
    for (const ref of refs.filter((one) => this.organisers.knows(one))) {
      await this.organisers.act(who, what, ref);
    }
    for (const ref of refs.filter((one) => !this.organisers.knows(one) && !this.neverCame(what, one))) {
      const logins = this.loginsFor(who, ref);
      const outcomes = await Promise.all(logins.map((login) => this.attempt(() => this.act(login, what, ref))));
      const codes = outcomes.filter((code) => code !== null);
      if (this.manner === 'patient' && codes.join() !== (refusal ?? '')) {
        this.waiting.push(refusal === undefined ? [time, who, what, [ref]] : [time, who, what, [ref], refusal]);
        continue;
      }
      this.refused.push(...codes.map((code) => `${ref} ${code}`));
      if (this.manner !== 'recording' && codes.join() !== (refusal ?? '')) {
        throw new Error(
          `${ref}: ${what} by ${logins.join(' and ')} was refused with ${codes.join() || 'nothing'}, not ${refusal ?? 'nothing'}`,
        );
      }
    }
  }

  /** Of what was refused when it was submitted there is nothing that anybody could do something with. */
  private neverCame(what: string, ref: string): boolean {
    return this.manner === 'recording' && what !== 'submit' && ref in this.scenario.submissions && !this.serials.has(ref);
  }

  private async announce(who: string, ids: readonly string[]): Promise<void> {
    for (const window of this.scenario.windows.filter(({ id }) => ids.includes(id))) {
      await (await this.cast.as(who)).act('/windows', window);
      this.announced.push(window.id);
    }
  }

  private async daysOff(who: string, dates: readonly string[]): Promise<void> {
    const client = await this.cast.as(who);
    const { version, coveredTo } = await client.read<{ version: number; coveredTo: string }>(`/calendar?year=${dates[0]?.slice(0, 4)}`);
    const days = dates.map((date) => ({ date, kind: 'off', name: '临时放假' }));
    await client.act('/calendar/editions', {
      seenVersion: version,
      coveredTo,
      sourceNotice: '临时放假安排',
      days,
    });
  }

  private async attempt(act: () => Promise<unknown>): Promise<string | null> {
    try {
      await act();
      return null;
    } catch (error) {
      return codeOf(error);
    }
  }

  private loginsFor(who: string, ref: string): string[] {
    if (this.letters.knows(ref)) {
      return who.split(' ');
    }
    const { unit, completer } = this.planned(ref);
    if (who === 'completer' || who === 'everybody') {
      return [completer];
    }
    return who === 'admin' ? [this.cast.clerkOf(unit)] : who.split(' ');
  }

  private async act(login: string, what: string, ref: string): Promise<void> {
    if (this.letters.knows(ref)) {
      return this.letters.act(login, what, ref);
    }
    switch (what) {
      case 'submit':
        return this.submit(login, ref);
      case 'resubmit':
        return this.resubmit(login, ref);
      case 'paper':
        return this.paper(login, ref);
      default:
        await this.send(login, ref, what, `/submissions/${this.serial(ref)}/${kebab(what)}`, inputFor(this.form(ref))[what] ?? {});
    }
  }

  /** One act with one key; a double click sends it twice. @throws Error when the two are answered differently */
  private async send<T extends object>(login: string, ref: string, what: string, path: string, body: object = {}): Promise<T> {
    const client = await this.cast.as(login);
    const key = randomUUID();
    const clicks = this.planned(ref).twice?.includes(what) === true ? 2 : 1;
    const answers = await Promise.allSettled(Array.from({ length: clicks }, () => client.act<T>(path, body, key)));
    const said = new Set(answers.map((one) => (one.status === 'fulfilled' ? JSON.stringify(one.value) : codeOf(one.reason))));
    const [first] = answers;
    if (said.size !== 1 || first === undefined) {
      throw new Error(`${ref}: ${what} sent twice with one key was answered ${[...said].join(' and ')}`);
    }
    if (first.status === 'rejected') {
      throw first.reason;
    }
    this.acknowledged.push(`${this.cast.person(login).id}:${key}`);
    return first.value;
  }

  private async submit(login: string, ref: string): Promise<void> {
    const client = await this.cast.as(login);
    const { evidence, door } = this.planned(ref);
    const draft = await client.write<{ id: string }>('POST', '/drafts', { form: this.form(ref) });
    this.drafts.set(ref, draft.id);
    for (const [index, [kind, issuedOn]] of evidence.entries()) {
      const number = `${ref}-${index + 1}`;
      const file = { name: `${number}.pdf`, mediaType: 'application/pdf', content: pdfWith(`Evidence ${number}`) };
      await client.upload<Evidence>(`/drafts/${draft.id}/evidence`, { kind, number, issuedOn }, file);
    }
    const { serial } = await this.send<Progress>(login, ref, 'submit', `/drafts/${draft.id}/submit`, door === undefined ? {} : { door });
    this.serials.set(ref, serial);
  }

  /** Mends the summary, says so to each item of the return, and submits again. */
  private async resubmit(login: string, ref: string): Promise<void> {
    const client = await this.cast.as(login);
    const { version, form } = await client.read<{ version: number; form: RegistrationForm }>(`/drafts/${this.drafts.get(ref)}`);
    await client.write('PUT', `/drafts/${this.drafts.get(ref)}`, { version, form: { ...form, summary: `${form.summary}（已补正）` } });
    const page = `/submissions/${this.serial(ref)}`;
    const items = await client.read<{ id: string; answer: unknown }[]>(`${page}/mending`);
    const open = items.filter(({ answer }) => answer === null);
    await this.send(login, ref, 'resubmit', `${page}/resubmit`, {
      answers: open.map(({ id }) => ({ item: id, outcome: 'mended', words: '已按要求补正' })),
    });
  }

  /** The rest of the way of the newest version's paper: handed in by each side and received by the next desk (P28), of what was mended directly by whoever holds it. */
  private async paper(login: string, ref: string): Promise<void> {
    const page = `/submissions/${this.serial(ref)}`;
    const { legs, paperWay } = await (await this.cast.as(login)).read<OnPaper>(page);
    const { from, to, direct } = paperWay ?? { from: 0, to: 1, direct: null };
    let holder = from === 0 ? login : this.cast.clerkOf(legs[from]!.organisationId);
    for (const { organisationId } of legs.slice(direct ?? to).filter(({ kind }) => kind !== 'ministry')) {
      const desk = this.cast.clerkOf(organisationId);
      const isDirect = from === 0 && direct !== null && holder === login;
      await this.send(holder, ref, 'handInPaper', `${page}/hand-in-paper`, isDirect ? { direct: true } : {});
      await this.send(desk, ref, 'receivePaper', `${page}/receive-paper`);
      holder = desk;
    }
  }

  private form(ref: string): RegistrationForm {
    const { unit: unitId, completer, category, ground, name, classified, evidence } = this.planned(ref);
    const unit = this.cast.people.units.find(({ id }) => id === unitId);
    if (unit === undefined) {
      throw new Error(`The seed has no unit ${unitId}`);
    }
    const person = this.cast.person(completer);
    return {
      ...sampleForm(name, unit, person, yearOf(evidence), category),
      ground,
      secrecy: classified === true ? 'classified' : 'public',
      ...(ground === 'must'
        ? {
            ...{ projectSource: '03', projectProgramme: '山西省重点研发计划', projectNumber: `2020-${ref}`, projectName: name },
            ...{ sponsor: '山西省科学技术厅', acceptedOn: evidence[0]?.[1] ?? '', acceptedBySponsor: true },
          }
        : {}),
      summary: `${name}：立项背景、主要内容、创新点与推广前景。`,
    };
  }

  private planned(ref: string): Planned {
    const planned = this.scenario.submissions[ref];
    if (planned === undefined) {
      throw new Error(`The scenario has no submission ${ref}`);
    }
    return planned;
  }

  serial(ref: string): string {
    const serial = this.serials.get(ref);
    if (serial === undefined) {
      throw new Error(`${ref} has not been submitted`);
    }
    return serial;
  }
}
