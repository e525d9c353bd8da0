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

  queue(): string {
    return `${this.base}/queue`;
  }
}
