import type { Instant, Right } from '@dengke/contract';
import { instantColumn } from '@dengke/service-kit';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { PositionRow } from '../people/position.entity';

/**
 * One right of one position that is otherwise than its role says (P7, S58): given beyond it, or taken away. Written by the act of a super
 * administrator, all of a position's rows together; what is as the role says has no row.
 */
@Entity('position_right')
export class PositionRight {
  @PrimaryColumn({ type: 'varchar', length: 64, charset: 'ascii', collation: 'ascii_bin' })
  positionId!: string;

  @ManyToOne(() => PositionRow)
  @JoinColumn({ name: 'positionId', foreignKeyConstraintName: 'position_right_position' })
  position!: PositionRow;

  @PrimaryColumn({ type: 'varchar', length: 40, charset: 'ascii', collation: 'ascii_bin' })
  name!: Right;

  /** Otherwise it was taken away. */
  @Column({ type: 'boolean' })
  granted!: boolean;

  /** Business instant of the act that set it. */
  @Column(instantColumn())
  since!: Instant;
}
