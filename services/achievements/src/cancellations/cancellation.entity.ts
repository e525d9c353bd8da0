import type { CancellationGround, Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfficialDocument } from '../documents/official-documents.service';

/** A document that is not here: its 文号 alone. */
export interface NamedDocument {
  number: string;
}

/**
 * 注销 of a registration (P36): on which ground and document, when and by whom. Created by the act, never changed; the reason is in the timeline. What is
 * classified has the number of its document alone (decision 0031).
 */
@Entity('cancellation')
export class Cancellation {
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @Column('varchar', { length: 12 }) registrationNumber!: string;
  @Column('varchar', { length: 16 }) ground!: CancellationGround;
  @Column('json') document!: OfficialDocument | NamedDocument;
  @Column('varchar', { length: 64 }) cancelledBy!: string;
  @Column(instantColumn()) cancelledAt!: Instant;
}
