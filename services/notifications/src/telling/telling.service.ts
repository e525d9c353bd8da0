import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { shanghaiDateOf } from '@dengke/calendar';
import { InboxService } from '../inbox/inbox.service';
import type { NewMessage } from '../inbox/inbox.service';
import { MailOutboxService } from '../mail/mail-outbox.service';
import type { NewMail } from '../mail/mail-outbox.service';
import { Links } from '../mail/links';
import { RecipientsService } from '../recipients/recipients.service';
import { SmsOutboxService } from '../sms/sms-outbox.service';
import { AudienceService } from './audience.service';
import { sentenceOf } from './sentence';
import type { SubmissionNews } from './submission-news';
import { tellings } from './tellings';
import type { Telling } from './tellings';

/** Turns one fact into messages and mails, in the transaction that also moves the cursor of the feed. */
@Injectable()
export class TellingService {
  constructor(
    private readonly recipients: RecipientsService,
    private readonly audiences: AudienceService,
    private readonly inbox: InboxService,
    private readonly mails: MailOutboxService,
    private readonly sms: SmsOutboxService,
    private readonly links: Links,
  ) {}

  async tell(manager: EntityManager, news: SubmissionNews): Promise<void> {
    const names = await this.recipients.namesOf(manager, [news.deskId, news.byOrganisationId]);
    const reached = new Map<string, Telling>();
    for (const telling of tellings[news.act]) {
      if (telling.when?.(news) ?? true) {
        const people = await this.audiences.of(manager, telling.to, news);
        people.forEach((personId) => reached.set(personId, reached.get(personId) ?? telling));
      }
    }
    const told = [...reached].map(([personId, telling]) => ({ personId, telling, sentence: sentenceOf(telling, news, names) }));
    await this.inbox.deliver(
      manager,
      told.map(({ personId, telling, sentence }) => messageOf(news, personId, kindOf(news, telling), sentence)),
    );
    const mails = told
      .filter(({ telling }) => telling.mail !== 'none')
      .map(({ personId, telling, sentence }) => this.mailOf(news, personId, telling, sentence));
    await this.mails.add(manager, mails);
    await this.sms.add(manager, mails);
  }

  private mailOf(news: SubmissionNews, recipientId: string, telling: Telling, sentence: string): NewMail {
    const link = { queue: this.links.queue(), submission: this.links.submission(news.serial), entry: this.links.entry(news.serial) };
    const daily = telling.mail === 'daily';
    return {
      eventKey: daily ? `arrivals/${shanghaiDateOf(news.at)}` : news.eventKey,
      recipientId,
      kind: kindOf(news, telling),
      subject: sentence,
      body: [`${sentence}。`, ...(daily ? ['今天再有申报送达时不另发邮件，请到待办列表查看。'] : []), '', link[telling.leadsTo]].join('\n'),
      at: news.at,
    };
  }
}

const kindOf = ({ act }: SubmissionNews, { kind }: Telling): string => `submission.${kind ?? act}`;

function messageOf(news: SubmissionNews, recipientId: string, kind: string, subject: string): NewMessage {
  const { eventKey, at, serial, number } = news;
  return { eventKey, recipientId, kind, subject, at, about: { serial, fact: number } };
}
