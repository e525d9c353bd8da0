import { Column, Entity, PrimaryColumn, VersionColumn } from 'typeorm';

export interface WindowContact {
  office: string;
  phone: string;
  address: string;
}

export interface WindowManual {
  title: string;
  url: string;
}

/**
 * Whom to ask about a window and what to read first, as its public page says it (S79, S80): offices, no person's name (P38). Written by a registrar
 * beside the window, whenever it changes; the window's dates know nothing of it.
 */
@Entity('window_information')
export class WindowInformation {
  @PrimaryColumn('varchar', { length: 40 }) windowId!: string;
  @Column('json') contacts!: WindowContact[];
  @Column('json') manuals!: WindowManual[];
  @VersionColumn() version!: number;
}
