import type { QueryRunner } from 'typeorm';

const ascii = 'CHARACTER SET ascii COLLATE ascii_bin';

/** In the order of creation; each service has them in its own schema. */
const TABLES = {
  ledger_head: `
    subject varchar(100) ${ascii} NOT NULL,
    lastNumber int unsigned NOT NULL,
    lastHash char(64) ${ascii} NOT NULL,
    PRIMARY KEY (subject)`,
  ledger_entry: `
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    subject varchar(100) ${ascii} NOT NULL,
    number int unsigned NOT NULL,
    kind varchar(64) ${ascii} NOT NULL,
    actId varchar(200) ${ascii} NOT NULL,
    at datetime(3) NOT NULL,
    byPersonId varchar(64) ${ascii} NULL,
    organisationId varchar(64) ${ascii} NULL,
    detail json NOT NULL,
    textDigest char(64) ${ascii} NULL,
    previousHash char(64) ${ascii} NOT NULL,
    hash char(64) ${ascii} NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY uq_ledger_entry_number (subject, number),
    UNIQUE KEY uq_ledger_entry_act (subject, actId)`,
  ledger_text: `
    entryId bigint unsigned NOT NULL,
    salt char(32) ${ascii} NOT NULL,
    text json NOT NULL,
    PRIMARY KEY (entryId)`,
  outbox: `
    id bigint unsigned NOT NULL AUTO_INCREMENT,
    entryId bigint unsigned NOT NULL,
    subject varchar(100) ${ascii} NOT NULL,
    number int unsigned NOT NULL,
    relayed tinyint NOT NULL,
    numbered tinyint NOT NULL DEFAULT 0,
    at datetime(3) NOT NULL,
    PRIMARY KEY (id),
    KEY ix_outbox_numbered (numbered, id)`,
  feed_number: `
    feedNumber bigint unsigned NOT NULL,
    entryId bigint unsigned NOT NULL,
    PRIMARY KEY (feedNumber),
    UNIQUE KEY uq_feed_number_entry (entryId)`,
  act_receipt: `
    personId varchar(64) ${ascii} NOT NULL,
    idempotencyKey varchar(128) ${ascii} NOT NULL,
    bodyDigest char(64) ${ascii} NOT NULL,
    answer json NULL,
    at datetime(3) NOT NULL,
    PRIMARY KEY (personId, idempotencyKey)`,
  feed_cursor: `
    source varchar(100) ${ascii} NOT NULL,
    position bigint unsigned NOT NULL,
    PRIMARY KEY (source)`,
  dead_letter: `
    source varchar(100) ${ascii} NOT NULL,
    feedNumber bigint unsigned NOT NULL,
    entry json NOT NULL,
    fault varchar(200) NOT NULL,
    attempts int unsigned NOT NULL,
    at datetime(3) NOT NULL,
    PRIMARY KEY (source, feedNumber)`,
} as const;

/** For the first migration of every service with a ledger: ledger, receipts, outbox, feed and the cursors of the feeds it follows. */
export async function createLedgerTables(runner: QueryRunner): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    await runner.query(`CREATE TABLE ${table} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
  }
}

/** Of which trace a fact is a part, for the relay to go on with it; null where no spans are kept. */
export async function addTraceToOutbox(runner: QueryRunner): Promise<void> {
  await runner.query(`ALTER TABLE outbox ADD COLUMN trace char(55) ${ascii} NULL`);
}

export async function dropTraceOfOutbox(runner: QueryRunner): Promise<void> {
  await runner.query('ALTER TABLE outbox DROP COLUMN trace');
}

export async function dropLedgerTables(runner: QueryRunner): Promise<void> {
  for (const table of Object.keys(TABLES).reverse()) {
    await runner.query(`DROP TABLE ${table}`);
  }
}
