import type { MigrationInterface, QueryRunner } from 'typeorm';

const id = 'varchar(64) character set ascii collate ascii_bin';
const kept = 'on delete no action on update no action';

/**
 * Organisations that close, and deputies. `livesIn` refers to `openId`: no position lives in a closed organisation, whoever writes. A
 * deputy's `endedAt` lies ahead from the beginning, so that an older release takes every deputy for ended and lets none in.
 */
export class GraphChanges2026112900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table organisation
      add column closedAt datetime(3) null, add column successorId ${id} null,
      add column openId ${id} generated always as (if(closedAt is null, id, null)) stored,
      add unique index organisation_open (openId),
      add constraint organisation_successor foreign key (successorId) references organisation (id) ${kept}`);
    await runner.query(`alter table held_position
      add column deputyOf ${id} null,
      add column livesIn ${id} generated always as (if(endedAt is null, organisationId, null)) stored,
      add constraint position_deputy foreign key (deputyOf) references held_position (id) ${kept},
      add constraint position_in_open_organisation foreign key (livesIn) references organisation (openId) ${kept}`);
    await runner.query('alter table credential add column revokedAt datetime(3) null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table credential drop column revokedAt');
    await runner.query(`alter table held_position
      drop foreign key position_in_open_organisation, drop foreign key position_deputy, drop column livesIn, drop column deputyOf`);
    await runner.query(`alter table organisation
      drop foreign key organisation_successor, drop index organisation_open, drop column openId, drop column successorId, drop column closedAt`);
  }
}
