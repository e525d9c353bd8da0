import { shanghaiDateOf } from '@dengke/calendar';
import { certificateSentence } from '@dengke/contract';
import type { CertificateKey } from '@dengke/contract';
import { SigningKeys } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RegisterEntry } from '../register/register-entry.entity';
import { Certificate } from './certificate.entity';
import { printed } from './certificate-views';
import type { VerificationDto, VerificationQuery } from './certificates.dto';

/** Whether a certificate is what it says, for anybody who holds one (P35, P36). */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: DataSource,
    private readonly keys: SigningKeys,
  ) {}

  async verify(number: string, { version, sealed }: VerificationQuery): Promise<VerificationDto> {
    const versions = await this.database.manager.find(Certificate, { where: { number }, order: { version: 'ASC' } });
    const newest = versions.at(-1);
    const asked = version === undefined ? newest : versions.find((one) => one.version === version);
    const none = {
      number,
      version: version ?? null,
      supersededBy: null,
      cancelledOn: null,
      certificate: null,
      sentence: certificateSentence,
    };
    if (newest === undefined || asked === undefined) {
      return { ...none, outcome: 'unknown' };
    }
    const cancelledOn = newest.standing === 'cancelled' && newest.endedAt !== null ? shanghaiDateOf(newest.endedAt) : null;
    return {
      ...none,
      version: asked.version,
      outcome: sealed !== undefined && sealed !== asked.sealed ? 'altered' : cancelledOn === null ? asked.standing : 'cancelled',
      supersededBy: asked === newest ? null : newest.version,
      cancelledOn,
      certificate: (await this.isWithheld(number)) ? null : printed(asked),
    };
  }

  /** Somebody suspects that it is classified: whether it stands is told, what it says is not (P17). */
  private isWithheld(number: string): Promise<boolean> {
    return this.database.manager.existsBy(RegisterEntry, { number, withheld: true });
  }

  publicKeys(): CertificateKey[] {
    const { signer, publicKeys } = this.keys;
    return Object.entries(publicKeys).map(([id, publicKey]) => ({ id, publicKey, current: id === signer.id }));
  }
}
