import type { StageKind } from '@dengke/contract';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { ReviewRouteRow } from './route.entity';

/** One leg of a route, in order: the kind of stage and who holds its desk. Created with the route. */
@Entity('route_leg')
export class RouteLegRow {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  routeId!: string;

  @ManyToOne(() => ReviewRouteRow)
  @JoinColumn({ name: 'routeId', foreignKeyConstraintName: 'route_leg_route' })
  route!: ReviewRouteRow;

  /** From 1. */
  @PrimaryColumn({ type: 'tinyint', unsigned: true })
  number!: number;

  @Column({ type: 'varchar', length: 20, charset: 'ascii', collation: 'ascii_bin' })
  kind!: StageKind;

  /** An organisation's id, or who it is for the unit at hand: `own-unit`, `municipal-of-area`, `organiser-of-unit`. */
  @Column({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  holder!: string;
}
