import type { RoleAppliedFor, UnitField } from '@dengke/contract';
import { Column, Entity, Index } from 'typeorm';
import { ApplicationStanding } from '../applications/application-standing';

const id = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;

/**
 * One application for a login (S27, S61, P6). Created by the applicant, who has no account; changed by the judge alone. What was applied for
 * never changes; mobile and mail are sealed, leave this table masked, and whole only by a recorded act.
 */
@Entity('credential_application')
@Index('credential_application_desk', ['deskId', 'state'])
@Index('credential_application_uscc', ['uscc'])
@Index('credential_application_credential', ['credentialId'])
@Index('credential_application_by_mobile', ['mobileIndex'])
export class CredentialApplication extends ApplicationStanding {
  @Column({ type: 'varchar', length: 60 })
  name!: string;

  /** Sealed; so is the mail. */
  @Column({ type: 'varchar', length: 160 })
  mobile!: string;

  /** By which the mobile is found. */
  @Column({ type: 'char', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  mobileIndex!: string;

  @Column({ type: 'varchar', length: 1000 })
  mail!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  role!: RoleAppliedFor;

  /** 统一社会信用代码 of the unit, well formed (P43, P44). */
  @Column({ type: 'char', length: 18, charset: 'ascii', collation: 'ascii_bin' })
  uscc!: string;

  @Column({ type: 'varchar', length: 200 })
  unitName!: string;

  @Column({ type: 'varchar', length: 6, charset: 'ascii', collation: 'ascii_bin' })
  areaCode!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  field!: UnitField;

  /** The unit with this code, once accounts knows one. */
  @Column({ ...id, nullable: true })
  unitId!: string | null;

  /** To whom the login was issued. */
  @Column({ ...id, nullable: true })
  personId!: string | null;

  @Column({ ...id, nullable: true })
  credentialId!: string | null;
}
