import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { BusinessClock, DomainError, isSecretOf, PersonalData, secretDigestOf, toDatabase } from '@dengke/service-kit';
import { Credential } from '../credentials/credential.entity';
import { FirstPasswordLink } from './first-password-link.entity';
import type { LinkToMailDto } from './links.dto';

/** `<id>.<secret>`, as we write it. */
const written = /^([0-9a-f-]{36})\.([\w-]{43})$/;
/** Compared with where there is no link, so that all that opens nothing takes the same time. */
const nobodys = secretDigestOf('');

/** One-time links: what is stored of one opens nothing. */
@Injectable()
export class LinksService {
  constructor(
    private readonly database: DataSource,
    private readonly personal: PersonalData,
    private readonly clock: BusinessClock,
  ) {}

  /** The former link opens nothing from now on. @returns the id of the new one */
  async issue(manager: EntityManager, credentialId: string): Promise<string> {
    await this.end(manager, credentialId);
    const id = uuidv7();
    const { keyId, secret } = this.secretOf(id);
    await manager.insert(FirstPasswordLink, { id, credentialId, keyId, digest: secretDigestOf(secret) });
    return id;
  }

  async end(manager: EntityManager, credentialId: string): Promise<void> {
    await manager.delete(FirstPasswordLink, { credentialId });
  }

  /** For the mail, at the moment it is sent. @throws DomainError NOT_FOUND for a link that opens nothing any more */
  async toMail(id: string): Promise<LinkToMailDto> {
    const found = await this.living(id);
    if (found === null) {
      throw new DomainError('NOT_FOUND');
    }
    const { login, firstPasswordExpiresAt } = found.credential;
    return { login, link: `${id}.${this.secretOf(id, found.keyId).secret}`, expiresAt: firstPasswordExpiresAt ?? '' };
  }

  /** Whose password the link sets; null for one that was never there, is over, or was used. */
  async opens(link: string): Promise<Credential | null> {
    const [, id = '', secret = ''] = written.exec(link) ?? [];
    const found = await this.living(id);
    const isRight = isSecretOf(secret, found?.digest ?? nobodys);
    return isRight && found !== null ? found.credential : null;
  }

  /** It opens once: of two at the same time, or beside another issue, one is too late. @throws DomainError LINK_VOID */
  async use(manager: EntityManager, link: string): Promise<void> {
    const { affected } = await manager.delete(FirstPasswordLink, { id: link.split('.')[0] ?? '' });
    if (affected !== 1) {
      throw new DomainError('LINK_VOID');
    }
  }

  private living(id: string): Promise<FirstPasswordLink | null> {
    return this.database.manager
      .createQueryBuilder(FirstPasswordLink, 'link')
      .innerJoinAndSelect('link.credential', 'credential')
      .where('link.id = :id and credential.mustChange = 1 and credential.disabled = 0 and credential.revokedAt is null', { id })
      .andWhere('credential.firstPasswordExpiresAt > :now', { now: toDatabase(this.clock.now()) })
      .getOne();
  }

  private secretOf(id: string, keyId?: string): { keyId: string; secret: string } {
    return this.personal.derive(`first-password-link/${id}`, keyId);
  }
}
