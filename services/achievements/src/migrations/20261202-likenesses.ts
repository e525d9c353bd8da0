import type { MigrationInterface, QueryRunner } from 'typeorm';

const word = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;

/** In order of creation; dropped in the opposite order. */
const tables: Record<string, string> = {
  submission_mark: `
    serial ${word(20)} NOT NULL, kind ${word(32)} NOT NULL, value VARCHAR(80) COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (serial, kind, value), INDEX submission_mark_value (kind, value)`,
  title_look: `
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, serial ${word(20)} NOT NULL, round INT NOT NULL,
    UNIQUE INDEX title_look_round (serial, round)`,
  like_title: `
    serial ${word(20)} NOT NULL, other ${word(20)} NOT NULL, score SMALLINT NOT NULL,
    PRIMARY KEY (serial, other), INDEX like_title_other (other)`,
  likeness_judgement: `
    serial ${word(20)} NOT NULL, other ${word(20)} NOT NULL, verdict ${word(12)} NOT NULL, fact INT NOT NULL,
    PRIMARY KEY (serial, other), INDEX likeness_judgement_other (other)`,
};

/** What makes two submissions alike (P19), and what desks have said of it. */
export class Likenesses20261202000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [name, columns] of Object.entries(tables)) {
      await runner.query(`CREATE TABLE ${name} (${columns}) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(tables).reverse()) {
      await runner.query(`DROP TABLE ${name}`);
    }
  }
}
