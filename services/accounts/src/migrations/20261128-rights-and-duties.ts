import type { MigrationInterface, QueryRunner } from 'typeorm';

const ascii = 'character set ascii collate ascii_bin';

/**
 * Rights set otherwise than the role says, and the separation of the platform's administrators: nobody has two of their positions at a time
 * (`position_one_separated`).
 */
export class RightsAndDuties2026112800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table position_right (
         positionId varchar(64) ${ascii} not null, name varchar(40) ${ascii} not null, granted tinyint not null, since datetime(3) not null,
         primary key (positionId, name),
         constraint position_right_position foreign key (positionId) references held_position (id) on delete no action on update no action
       ) engine=InnoDB default charset=utf8mb4 collate=utf8mb4_unicode_ci`,
    );
    await runner.query(
      `alter table held_position add column separatedOf varchar(64) ${ascii}
         generated always as (if(role in ('systemAdmin', 'securityAdmin', 'auditAdmin') and endedAt is null, personId, null)) stored,
       add unique index position_one_separated (separatedOf)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table held_position drop index position_one_separated, drop column separatedOf');
    await runner.query('drop table position_right');
  }
}
