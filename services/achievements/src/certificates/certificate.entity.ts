import type { Category, CertificateStanding, Instant, PlainDate, RegisteredContent, RegisteredUnit } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One version of a registration's certificate 登记证书 (P35), and with it what is registered. Version 1 is issued in the transaction that gives
 * the number (P34), each further one in that of an approved correction (P36). Never changed, but that it is superseded or cancelled; a generated
 * column lets one version of a number be valid.
 */
@Entity('certificate')
export class Certificate implements RegisteredContent {
  @PrimaryColumn('varchar', { length: 12 }) number!: string;
  @PrimaryColumn('int') version!: number;
  @Column('varchar', { length: 20 }) serial!: string;

  @Column('varchar', { length: 200 }) name!: string;
  @Column('varchar', { length: 8 }) category!: Category;
  /** In their order, as all that is printed. */
  @Column('json') units!: RegisteredUnit[];
  @Column('json') completers!: string[];
  @Column('varchar', { length: 7 }) studyFrom!: string;
  @Column('varchar', { length: 7 }) studyTo!: string;
  /** 批准登记日期: of the number, so the same in every version. */
  @Column('date') approvedOn!: PlainDate;
  @Column('varchar', { length: 120 }) registrar!: string;

  @Column(instantColumn()) issuedAt!: Instant;
  /** SM3 over all of the above that is registered. */
  @Column('char', { length: 64 }) digest!: string;
  /** `<key>.<text>.<signature>`: a `CertificateSeal`, as the QR code carries it. */
  @Column('text') sealed!: string;
  @Column('varchar', { length: 12 }) standing!: CertificateStanding;
  /** When it was superseded or cancelled. */
  @Column(instantColumn({ nullable: true })) endedAt!: Instant | null;
}
