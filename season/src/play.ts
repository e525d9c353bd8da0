import type { ActInput, Evidence, Finding, Progress, RegistrationForm, RouteLeg } from '@dengke/contract';
import { allInOrder, kebab, pdfWith, Refused, sampleForm } from '@dengke/e2e';
import type { Cast } from './cast';
import { Letters } from './letters';
import { Organisers } from './organisers';
import type { Planned, Scenario, Step } from './scenario';

/** What an act needs beside itself, where the scenario says nothing else. */
const inputFor = (form: RegistrationForm): Record<string, ActInput> => ({
  recommend: { findings: allInOrder(form), opinion: '材料真实、完整、规范，同意推荐。' },
  approve: { findings: allInOrder(form), opinion: '审核通过。' },
  return: { reason: '附件与登记表不一致', items: [{ field: 'evidence', remark: '请补充清晰扫描件' }] },
  reject: { reason: '不属于登记范围', findings: allInOrder(form).map(outOfScope) },
  returnReport: { reason: '上报信息缺页，请补正后重报' },
  urge: { reason: '请尽快办理' },
});

const outOfScope = (finding: Finding): Finding =>
  finding.item === 'inScope' ? { item: 'inScope', answer: 'not', remark: '不属于登记范围' } : finding;

/** Plays the steps of a scenario through the public API, and remembers who got which serial and who was refused what. */
export class Play {
  readonly serials = new Map<string, string>();
  readonly refused: string[] = [];
  readonly organisers: Organisers;
  readonly letters: Letters;
  /** What was refused and is tried again; only who is patient puts off. */
  readonly waiting: Step[] = [];
  /** Versions of the calendar that it loaded. */
  readonly editions: number[] = [];
  private readonly drafts = new Map<string, string>();

  constructor(
    private readonly scenario: Scenario,
    private readonly cast: Cast,
    address: string,
    private readonly patient = false,
  ) {
    this.organisers = new Organisers(scenario.organisers, address, cast);
    this.letters = new Letters(scenario.letters, cast);
  }

  refOf(serial: string): string {
    return [...this.serials].find(([, known]) => known === serial)?.[0] ?? serial;
  }

  /** @throws Error when something is refused that should not be, or not refused that should be */
  async step([time, who, what, refs, refusal]: Step): Promise<void> {
    if (what === 'daysOff') {
      await this.daysOff(who, refs);
      return;
    }
    if (what === 'announce') {
      await (await this.cast.as(who)).act('/windows', this.scenario.window);
    }
    for (const ref of refs.filter((one) => this.organisers.knows(one))) {
      await this.organisers.act(who, what, ref);
    }
    for (const ref of refs.filter((one) => !this.organisers.knows(one))) {
      const logins = this.loginsFor(who, ref);
      const outcomes = await Promise.all(logins.map((login) => this.attempt(() => this.act(login, what, ref))));
      const codes = outcomes.filter((code) => code !== null);
      if (this.patient && codes.join() !== (refusal ?? '')) {
        this.waiting.push(refusal === undefined ? [time, who, what, [ref]] : [time, who, what, [ref], refusal]);
        continue;
      }
      this.refused.push(...codes.map((code) => `${ref} ${code}`));
      if (codes.join() !== (refusal ?? '')) {
        throw new Error(
          `${ref}: ${what} by ${logins.join(' and ')} was refused with ${codes.join() || 'nothing'}, not ${refusal ?? 'nothing'}`,
        );
      }
    }
  }

  private async daysOff(who: string, dates: readonly string[]): Promise<void> {
    const client = await this.cast.as(who);
    const { version, coveredTo } = await client.read<{ version: number; coveredTo: string }>(`/calendar?year=${dates[0]?.slice(0, 4)}`);
    const days = dates.map((date) => ({ date, kind: 'off', name: '临时放假' }));
    const loaded = await client.act<{ version: number }>('/calendar/editions', {
      seenVersion: version,
      coveredTo,
      sourceNotice: '临时放假安排',
      days,
    });
    this.editions.push(loaded.version);
  }

  private async attempt(act: () => Promise<unknown>): Promise<string | null> {
    try {
      await act();
      return null;
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      return error.problem.code;
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
        await (await this.cast.as(login)).act(`/submissions/${this.serial(ref)}/${kebab(what)}`, inputFor(this.form(ref))[what] ?? {});
    }
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
    const { serial } = await client.act<Progress>(`/drafts/${draft.id}/submit`, door === undefined ? {} : { door });
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
    await client.act(`${page}/resubmit`, { answers: open.map(({ id }) => ({ item: id, outcome: 'mended', words: '已按要求补正' })) });
  }

  /** The paper's whole way: handed in by each side and received by the next desk (P28). */
  private async paper(login: string, ref: string): Promise<void> {
    const page = `/submissions/${this.serial(ref)}`;
    const { legs } = await (await this.cast.as(login)).read<{ legs: RouteLeg[] }>(page);
    let holder = login;
    for (const { organisationId } of legs.filter(({ kind }) => kind !== 'unit' && kind !== 'ministry')) {
      const desk = this.cast.clerkOf(organisationId);
      await (await this.cast.as(holder)).act(`${page}/hand-in-paper`, {});
      await (await this.cast.as(desk)).act(`${page}/receive-paper`, {});
      holder = desk;
    }
  }

  private form(ref: string): RegistrationForm {
    const { unit: unitId, completer, category, ground, name, classified } = this.planned(ref);
    const unit = this.cast.people.units.find(({ id }) => id === unitId);
    if (unit === undefined) {
      throw new Error(`The seed has no unit ${unitId}`);
    }
    const person = this.cast.person(completer);
    return {
      ...sampleForm(name, unit, person, 2023, category),
      ground,
      secrecy: classified === true ? 'classified' : 'public',
      ...(ground === 'must'
        ? {
            ...{ projectSource: '03', projectProgramme: '山西省重点研发计划', projectNumber: `2020-${ref}`, projectName: name },
            ...{ sponsor: '山西省科学技术厅', acceptedOn: '2023-06-20', acceptedBySponsor: true },
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
