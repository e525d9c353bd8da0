import type { MigrationInterface, QueryRunner } from 'typeorm';

const AT_ONCE = 1_000;

/**
 * Two neighbouring characters as one number, as `register/register-terms.ts` looks for them: 16 bits of the text's kind and of what the first character sorts by, 16 of
 * what the second does. Behind the last character of a text stands nothing, which is 0.
 */
const half = (text: string): string => `(CRC32(${text}) & 65535)`;
const weight = (at: string): string => `WEIGHT_STRING(SUBSTRING(w.text, ${at}, 1))`;
const pair = `(${half(`CONCAT(w.kind, ${weight('q.seq')})`)} << 16) | ${half(weight('q.seq + 1'))}`;

/** An entry as the statement has it: a row of a trigger, which needs no FROM, or rows `e` of the table. */
export interface Entry {
  row: string;
  where: string;
}
export const ofTrigger: Entry = { row: 'NEW', where: '' };
const ofTable: Entry = { row: 'e', where: 'WHERE e.number > ? AND e.number <= ?' };
const from = ({ where }: Entry, ...tables: string[]): string => {
  const all = [...(where === '' ? [] : ['register_entry e']), ...tables];
  return all.length === 0 ? '' : `FROM ${all.join(', ')} ${where}`;
};

/** The texts by which an entry is found: its name, each unit, each completer. */
const textsOf = (entry: Entry): string[] => {
  const { row } = entry;
  const one = (kind: string, text: string, source: string): string =>
    `SELECT '${kind}' AS kind, ${text} COLLATE utf8mb4_unicode_520_ci AS text, CHAR_LENGTH(${text}) AS length, ${row}.approvedOn, ${row}.number ${source}`;
  const each = (kind: string, column: string): string =>
    one(kind, 'several.text', from(entry, `JSON_TABLE(${row}.${column}, '$[*]' COLUMNS (text VARCHAR(200) PATH '$')) several`));
  return [one('n', `${row}.name`, from(entry)), each('u', 'units'), each('c', 'completers')];
};

/** What it is narrowed down by, of which there are many: county, prefecture, section, discipline; the whole value is one term. */
const valuesOf = (entry: Entry): string[] => {
  const { row } = entry;
  const values = [
    `CONCAT('a', LEFT(${row}.areaCode, 4))`,
    `CONCAT('a', ${row}.areaCode)`,
    `CONCAT('s', ${row}.industrySection)`,
    `CONCAT('d', ${row}.discipline)`,
  ];
  return values.map((value) => `SELECT CRC32(${value}) AS term, ${row}.approvedOn, ${row}.number ${from(entry)}`);
};
export const insert = (entry: Entry): string =>
  `INSERT IGNORE INTO register_term (term, approvedOn, number)
   SELECT ${pair}, w.approvedOn, w.number FROM (${textsOf(entry).join(' UNION ALL ')}) w JOIN seq_1_to_200 q ON q.seq <= w.length
   UNION ALL SELECT v.term, v.approvedOn, v.number FROM (${valuesOf(entry).join(' UNION ALL ')}) v WHERE v.term IS NOT NULL`;
export const found = ['name', 'units', 'completers', 'areaCode', 'industrySection', 'discipline'];

/**
 * In which entries two characters stand beside one another, and which have a value, the newest last. Kept by the database itself, as an index is: whichever version of the code writes an entry, it is
 * found. What an entry was called before it was corrected stays, and is sorted out by who reads the entry.
 */
export class RegisterTerms20270117010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE register_term (
      term INT UNSIGNED NOT NULL, approvedOn DATE NOT NULL, number CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
      PRIMARY KEY (term, approvedOn, number)
    ) ENGINE=InnoDB`);
    const newTerms = insert(ofTrigger);
    await runner.query(`CREATE TRIGGER register_terms_of_new AFTER INSERT ON register_entry FOR EACH ROW ${newTerms}`);
    await runner.query(`CREATE TRIGGER register_terms_of_changed AFTER UPDATE ON register_entry FOR EACH ROW
      IF NOT (${found.map((column) => `NEW.${column} <=> OLD.${column}`).join(' AND ')}) THEN ${newTerms}; END IF`);
    await this.fill(runner);
  }

  /** Each statement is a transaction: what was written meanwhile the triggers have done. */
  private async fill(runner: QueryRunner): Promise<void> {
    const statement = insert(ofTable);
    const ranges = statement.split('> ?').length - 1;
    let from = '';
    for (;;) {
      const rows = (await runner.query(
        'SELECT MAX(number) AS last FROM (SELECT number FROM register_entry WHERE number > ? ORDER BY number LIMIT ?) e',
        [from, AT_ONCE],
      )) as { last: string | null }[];
      const last = rows[0]?.last ?? null;
      if (last === null) {
        return;
      }
      await runner.query(statement, Array.from({ length: ranges }, () => [from, last]).flat());
      from = last;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER register_terms_of_changed');
    await runner.query('DROP TRIGGER register_terms_of_new');
    await runner.query('DROP TABLE register_term');
  }
}
