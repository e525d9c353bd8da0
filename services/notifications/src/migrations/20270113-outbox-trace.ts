import { addTraceToOutbox, dropTraceOfOutbox } from '@dengke/service-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A fact that waits knows of which trace it is a part. */
export class OutboxTrace20270113000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await addTraceToOutbox(queryRunner);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await dropTraceOfOutbox(queryRunner);
  }
}
