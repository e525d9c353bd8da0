import { Injectable } from '@nestjs/common';
import { NotificationsConfig } from '../config';

/** Where a mail leads: addresses of the portal, below DENGKE_PUBLIC_URL. */
@Injectable()
export class Links {
  private readonly base: string;

  constructor(config: NotificationsConfig) {
    this.base = config.publicUrl.replace(/\/+$/, '');
  }

  submission(serial: string): string {
    return `${this.base}/submissions/${encodeURIComponent(serial)}`;
  }

  /** One's own entry in it. */
  entry(serial: string): string {
    return `${this.base}/entries/${encodeURIComponent(serial)}`;
  }

  /** Of a subject of accounts' ledger: `credentialApplication/<id>`. */
  application(subject: string): string {
    const [kind = '', id = ''] = subject.split('/');
    return `${this.base}/${kind.replace('Application', '-applications')}/${encodeURIComponent(id)}`;
  }

  /** Behind the `#`, which a browser sends to nobody: the page shows the form, and only the form sends the link. */
  firstPassword(link: string): string {
    return `${this.base}/first-password#${link}`;
  }

  correction(id: string): string {
    return `${this.base}/corrections/${encodeURIComponent(id)}`;
  }

  objection(receipt: string): string {
    return `${this.base}/objections/${encodeURIComponent(receipt)}`;
  }

  notice(id: string): string {
    return `${this.base}/notices/${encodeURIComponent(id)}`;
  }

  /** For the mail program’s own button, which sends one POST to it and shows nothing (RFC 8058). */
  unsubscribe(token: string): string {
    return `${this.base}/api/v1/channels/unsubscribe/${token}`;
  }

  /** For the reader: what comes how, and the way out of this topic, behind the `#`. */
  channels(token: string): string {
    return `${this.base}/channels#${token}`;
  }

  calendarFeed(token: string): string {
    return `${this.base}/api/v1/calendar-feed/${token}.ics`;
  }

  queue(): string {
    return `${this.base}/queue`;
  }
}
