import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import { credentialApplicationWorkflowId, organiserApplicationWorkflowId } from '@dengke/contract';
import type { ApplicationAct, FeedEntry, Instant } from '@dengke/contract';
import { Follows } from '@dengke/service-kit';
import type { FeedReader } from '@dengke/service-kit';
import { InboxService } from '../inbox/inbox.service';
import { Links } from '../mail/links';
import { MailOutboxService } from '../mail/mail-outbox.service';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';

interface ApplicationTelling {
  /** Those who decide at the desk, or the super administrator of the level that an escalation informs. */
  to: 'deciders' | 'informed';
  /** `{what}` and `{desk}` are filled in. */
  sentence: string;
  /** `each`: a mail of its own; `daily`: at most one such mail per person and day; `none`: the inbox only. */
  mail: 'each' | 'daily' | 'none';
}

/**
 * What each fact of an application means to whom. Who applies has no account and is not told here: id and secret show where it stands.
 * Names are not in the feed and in no mail.
 */
export const applicationTellings: Partial<Record<ApplicationAct, ApplicationTelling>> = {
  apply: { to: 'deciders', sentence: '新的{what}已送达{desk}，请办理', mail: 'daily' },
  redirect: { to: 'deciders', sentence: '{what}已转至{desk}，请办理', mail: 'daily' },
  escalate: { to: 'informed', sentence: '{what}在{desk}逾期未办，请督促或转办', mail: 'each' },
  expire: { to: 'deciders', sentence: '{what}的初始密码逾期未用，可重新发放', mail: 'none' },
  withdraw: { to: 'deciders', sentence: '{what}已由申请人撤回', mail: 'none' },
};

const kinds = [
  { prefix: credentialApplicationWorkflowId(''), what: '账号申请' },
  { prefix: organiserApplicationWorkflowId(''), what: '组织管理部门申请' },
];

/** Which application a subject is, in words; null where it is none. */
export function applicationNamed(subject: string): { what: string; id: string } | null {
  const kind = kinds.find(({ prefix }) => subject.startsWith(prefix));
  return kind === undefined ? null : { what: kind.what, id: subject.slice(kind.prefix.length) };
}

/** Follows accounts and tells those who decide on applications; what it does not understand means nothing to anybody. */
@Follows('accounts', 'applications')
@Injectable()
export class ApplicationTeller implements FeedReader {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  async apply(manager: EntityManager, { subject, number, kind, at, detail }: FeedEntry): Promise<void> {
    const named = applicationNamed(subject);
    const telling = applicationTellings[kind as ApplicationAct];
    const { deskId, state, informedOrganisationId: informed } = detail;
    if (named === null || telling === undefined || typeof deskId !== 'string' || (kind === 'redirect' && state === 'issued')) {
      return;
    }
    const people = await this.audience(manager, telling.to === 'informed' && typeof informed === 'string' ? informed : deskId, at);
    const names = await this.recipients.namesOf(manager, [deskId]);
    const sentence = telling.sentence.replace('{what}', named.what).replace('{desk}', names.get(deskId) ?? '办理单位');
    const eventKey = `${subject}#${number}`;
    const message = { eventKey, kind: subject.replace(/\/.*/, `.${kind}`), subject: sentence, at, about: { id: named.id, fact: number } };
    await this.inbox.deliver(
      manager,
      people.map((recipientId) => ({ ...message, recipientId })),
    );
    const mailKey = telling.mail === 'daily' ? `applications/${shanghaiDateOf(at)}` : eventKey;
    const mail = {
      eventKey: mailKey,
      kind: message.kind,
      subject: sentence,
      body: `${sentence}。\n\n${this.links.application(subject)}`,
      at,
    };
    const mails = telling.mail === 'none' ? [] : people.map((recipientId) => ({ ...mail, recipientId }));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }

  /** The super administrator issues the logins at a desk; a municipal bureau has none, and there its managers do (S4, S27). */
  private async audience(manager: EntityManager, organisationId: string, at: Instant): Promise<string[]> {
    const admins = await this.recipients.withRoles(manager, organisationId, ['superAdmin'], at);
    return admins.length > 0 ? admins : ((await this.recipients.atDesks(manager, [organisationId], at)).get(organisationId) ?? []);
  }
}
