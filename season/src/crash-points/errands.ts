import { randomUUID } from 'node:crypto';
import { noticeWorkflowId } from '@dengke/contract';
import type { NoticeOutcome } from '@dengke/contract';
import { ApiClient, somebodyAt } from '@dengke/e2e';
import type { DemonstrationPeople, DemonstrationPerson } from '@dengke/e2e';
import type { Client } from '@temporalio/client';
import type { Connection } from 'mysql2/promise';
import type { Verdict } from '../kills/judgements';
import { notEnded, rows, waiting } from '../kills/verdict';

const unhurried = { patienceMillis: 120_000 };
const issuer = 'org-sx-kjt';

/** Completers sign in, one after the other: the walks share their sessions, and few of them begin. */
export class SignIns {
  private readonly strangers: readonly DemonstrationPerson[];
  private begun = 0;

  constructor(
    private readonly address: string,
    private readonly people: DemonstrationPeople,
  ) {
    this.strangers = people.people.filter(
      ({ totpSecret, positions }) => totpSecret === undefined && positions.every(({ role }) => role === 'completer'),
    );
  }

  async signIn(): Promise<void> {
    const stranger = this.strangers[this.begun % this.strangers.length];
    this.begun += 1;
    await (await ApiClient.signIn(this.address, stranger?.login ?? '', this.people.password, unhurried)).close();
  }
}

/** The department’s letters to those below it: activities and mails of notifications come of them. */
export class Letters {
  private readonly issued: { id: string; key: string }[] = [];
  private begun = 0;

  constructor(
    private readonly address: string,
    private readonly people: DemonstrationPeople,
  ) {}

  get count(): number {
    return this.issued.length;
  }

  /** Issues one, and waits until everybody has been told. */
  async issue(temporal: Client): Promise<void> {
    const { login } = somebodyAt(this.people, issuer, 'manager');
    const client = await ApiClient.signIn(this.address, login, this.people.password, unhurried);
    this.begun += 1;
    const documentNumber = `晋科函〔${new Date().getFullYear()}〕${this.begun}号`;
    const key = randomUUID();
    try {
      const { id } = await client.act<{ id: string }>(
        '/notices',
        { documentNumber, title: '关于做好登记工作的通知', body: '请遵照执行。' },
        key,
      );
      this.issued.push({ id, key });
      await notEnded(temporal, [endOf(id)]);
    } finally {
      await client.close();
    }
  }

  /** Each was issued once, its workflow has ended, and everybody it goes to was told of it once. */
  async judge(notifications: Connection, temporal: Client, { lost, doubled, wrong, stuck }: Verdict): Promise<void> {
    const ends = this.issued.map(({ id }) => endOf(id));
    stuck.push(...(await notEnded(temporal, ends)), ...(await waiting(notifications)));
    const stored = await rows<{ subject: string; actId: string }>(
      notifications,
      "SELECT subject, actId FROM ledger_entry WHERE subject LIKE 'notice/%'",
    );
    for (const { id, key } of this.issued) {
      const times = stored.filter(({ subject, actId }) => subject === noticeWorkflowId(id) && actId.endsWith(`:${key}`)).length;
      (times === 0 ? lost : times > 1 ? doubled : []).push(`the letter ${id}: issued ${times} times`);
    }
    if (stored.length !== this.issued.length) {
      wrong.push(`${this.issued.length} letters were issued, and their ledgers have ${stored.length} entries`);
    }
    await this.judgeTold(notifications, { lost, doubled });
  }

  private async judgeTold(notifications: Connection, { lost, doubled }: Pick<Verdict, 'lost' | 'doubled'>): Promise<void> {
    const told = await rows<{ id: string; people: number; messages: number }>(
      notifications,
      `SELECT JSON_VALUE(about, '$.noticeId') AS id, COUNT(DISTINCT recipientId) AS people, COUNT(*) AS messages
       FROM message WHERE kind = 'notice.issue' GROUP BY id`,
    );
    const everybody = Math.max(1, ...told.map(({ people }) => people));
    for (const { id } of this.issued) {
      const { people = 0, messages = 0 } = told.find((one) => one.id === id) ?? {};
      (people < everybody ? lost : messages > people ? doubled : []).push(
        `the letter ${id}: ${people} of ${everybody} people were told, by ${messages} messages`,
      );
    }
  }
}

const endOf = (id: string): [string, NoticeOutcome] => [noticeWorkflowId(id), { id, state: 'issued', lastFact: 1 }];
