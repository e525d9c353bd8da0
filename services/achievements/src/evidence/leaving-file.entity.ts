import { Entity, PrimaryColumn } from 'typeorm';

/**
 * Content that something has given up and that is to leave the disk. Created in the transaction that gives it up, so that no crash forgets it; never changed;
 * removed when the content is gone, or turns out to be held by something else.
 */
@Entity('leaving_file')
export class LeavingFile {
  @PrimaryColumn('char', { length: 64 }) sha256!: string;
}
