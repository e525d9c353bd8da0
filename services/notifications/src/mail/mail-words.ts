import { Injectable } from '@nestjs/common';
import { shownInstant } from '@dengke/calendar';
import type { Instant } from '@dengke/contract';
import { DomainError, Services } from '@dengke/service-kit';
import { Links } from './links';
import type { Mail } from './mail.entity';
import type { Answer } from './mail-server';

/** As accounts gives it out, to mail it. */
interface OneTimeLink {
  login: string;
  link: string;
  expiresAt: Instant;
}

/** What a mail says at the moment it is sent: a one-time link is asked of accounts only then, and written down nowhere (P8). */
@Injectable()
export class MailWords {
  constructor(
    private readonly services: Services,
    private readonly links: Links,
  ) {}

  /** @returns the text, or what becomes of a mail without it: a void link is never sent, and one that accounts cannot give now waits */
  async of({ body, linkId }: Mail): Promise<string | Answer> {
    if (linkId === null) {
      return body;
    }
    try {
      const { login, link, expiresAt } = await this.services.accounts.get<OneTimeLink>(
        `/internal/first-password-links/${encodeURIComponent(linkId)}`,
      );
      const words: Record<string, string> = { login, link: this.links.firstPassword(link), until: shownInstant(expiresAt) };
      return body.replace(/\{(\w+)\}/g, (_, word: string) => words[word] ?? '');
    } catch (error) {
      if (!(error instanceof DomainError)) {
        throw error;
      }
      return error.code === 'NOT_FOUND' ? { kind: 'refused', forGood: true, word: 'link-void' } : { kind: 'not-ready' };
    }
  }
}
