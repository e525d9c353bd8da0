import type { Instant, OrganiserKind, PlainDate } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, Index } from 'typeorm';
import { ApplicationStanding } from '../applications/application-standing';

const id = { type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' } as const;
const name = { type: 'varchar', length: 60 } as const;
/** Sealed. */
const mobile = { type: 'varchar', length: 160 } as const;
const mail = { type: 'varchar', length: 1000 } as const;

/**
 * One 组织管理部门申请表 (附件2, S82–S86). Created by the applicant, who has no account; changed by the judge alone. What the form says never
 * changes; mobiles and mails are sealed. `approvedName`, a generated column, lets one approved application stand for a name.
 */
@Entity('organiser_application')
@Index('organiser_application_desk', ['deskId', 'state'])
export class OrganiserApplication extends ApplicationStanding {
  @Column({ type: 'varchar', length: 200 })
  organiser!: string;

  /** The name without what people write differently. */
  @Column({ type: 'varchar', length: 200 })
  nameKey!: string;

  @Column({ type: 'varchar', length: 30, charset: 'ascii', collation: 'ascii_bin' })
  kind!: OrganiserKind;

  @Column({ type: 'varchar', length: 300 })
  address!: string;

  @Column({ type: 'char', length: 6 })
  postcode!: string;

  @Column(name)
  legalRepresentative!: string;

  @Column(name)
  leaderName!: string;

  @Column(mobile)
  leaderMobile!: string;

  @Column({ type: 'varchar', length: 100 })
  department!: string;

  @Column(name)
  headName!: string;

  @Column(mobile)
  headMobile!: string;

  @Column(mail)
  headMail!: string;

  @Column(name)
  staffName!: string;

  @Column(mobile)
  staffMobile!: string;

  @Column(mail)
  staffMail!: string;

  @Column({ type: 'date' })
  signedOn!: PlainDate;

  /** When the department first looked at it; the applicant takes it back no more. */
  @Column(instantColumn({ nullable: true }))
  openedAt!: Instant | null;

  /** The organiser's node, and the holder of its super administrator's login, once it is approved. */
  @Column({ ...id, nullable: true })
  organisationId!: string | null;

  @Column({ ...id, nullable: true })
  personId!: string | null;
}
