import type { Instant } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfficialDocument } from '../documents/official-documents.service';
import type { RegisterEntry } from '../register/register-entry.entity';

export const correctableImported = ['name', 'units', 'completers', 'summary', 'areaCode', 'unitKind', 'approvedOn', 'cancelledOn'] as const;
type Correctable = (typeof correctableImported)[number];

/** One field of an imported entry, as it came and as it is since. */
export interface ImportedChange {
  field: Correctable;
  from: RegisterEntry[Correctable];
  to: RegisterEntry[Correctable];
}

/**
 * A correction of what was registered before (P36), with old and new values and its document. Created by a registrar's act together with the row of
 * `imported_registration` that finds duplicates from then on; nothing changes or removes it. The reason is in the ledger.
 */
@Entity('imported_correction')
export class ImportedCorrection {
  /** Of that new row. */
  @PrimaryColumn('varchar', { length: 20 }) serial!: string;
  @Column('char', { length: 12 }) number!: string;
  @Column('json') changes!: ImportedChange[];
  @Column('json') document!: OfficialDocument;
  @Column('varchar', { length: 64 }) correctedBy!: string;
  @Column(instantColumn()) correctedAt!: Instant;
}
