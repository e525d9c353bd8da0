import type { Door } from '@dengke/contract';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** To which units a route applies: the energy line (S25), units whose organiser is their own node (S54), or all others (S62). */
export const routeUnits = ['energy', 'own-organiser', 'other'] as const;
export type RouteUnits = (typeof routeUnits)[number];

/** One review route, graph 1: a row, not code (P1). A submission stores the version it was submitted under. Created by seeding. */
@Entity('review_route')
@Index('review_route_applies', ['units', 'door'], { unique: true })
export class ReviewRouteRow {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  id!: string;

  @Column({ type: 'int', unsigned: true })
  version!: number;

  @Column({ type: 'varchar', length: 100 })
  name!: string;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  units!: RouteUnits;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  door!: Door;

  /** Whether the department's approval waits for paper (P28). */
  @Column({ type: 'boolean' })
  paperRequired!: boolean;

  /** The provisions it comes from, for people. */
  @Column({ type: 'varchar', length: 100 })
  source!: string;
}
