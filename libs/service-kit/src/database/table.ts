import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import type { Statement } from './writes';

/**
 * Plain statements from an entity's own columns, for paths on which building a query anew costs more than MariaDB's answer. The entity
 * stays the one place that knows names and types; values are converted as TypeORM converts them.
 */
export class Table<T extends ObjectLiteral> {
  private known: EntityMetadata | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly entity: EntityTarget<T>,
  ) {}

  select(where: Partial<T>): Statement {
    const { sql, parameters } = this.matching(where);
    return [`SELECT * FROM ${this.name} WHERE ${sql}`, parameters];
  }

  /** Rows of `select` as entities. */
  read(rows: readonly Record<string, unknown>[]): T[] {
    const { columns } = this.metadata;
    const { driver } = this.database;
    return rows.map((row) => {
      const values = columns.map((column): [string, unknown] => [
        column.propertyName,
        driver.prepareHydratedValue(row[column.databaseName], column),
      ]);
      return Object.fromEntries(values) as T;
    });
  }

  insert(values: Partial<T>): Statement {
    const pairs = this.pairs(values);
    return [
      `INSERT INTO ${this.name} (${pairs.map(({ name }) => name).join(', ')}) VALUES (${pairs.map(() => '?').join(', ')})`,
      pairs.map(({ value }) => value),
    ];
  }

  /** Inserts, or sets what is given in the row with the same primary key. */
  upsert(values: Partial<T>): Statement {
    const [insert, parameters = []] = this.insert(values);
    const set = this.pairs(values).map(({ name }) => `${name} = VALUES(${name})`);
    return [`${insert} ON DUPLICATE KEY UPDATE ${set.join(', ')}`, parameters];
  }

  /** A version column goes up by itself. */
  update(set: Partial<T>, where: Partial<T>): Statement {
    const pairs = this.pairs(set);
    const { versionColumn } = this.metadata;
    const version = versionColumn === undefined ? [] : [`${quoted(versionColumn)} = ${quoted(versionColumn)} + 1`];
    const { sql, parameters } = this.matching(where);
    const assignments = [...pairs.map(({ name }) => `${name} = ?`), ...version];
    return [`UPDATE ${this.name} SET ${assignments.join(', ')} WHERE ${sql}`, [...pairs.map(({ value }) => value), ...parameters]];
  }

  private matching(where: Partial<T>): { sql: string; parameters: unknown[] } {
    const pairs = this.pairs(where);
    return { sql: pairs.map(({ name }) => `${name} = ?`).join(' AND '), parameters: pairs.map(({ value }) => value) };
  }

  /** @throws Error for a property that is no column */
  private pairs(values: Partial<T>): { name: string; value: unknown }[] {
    return Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([property, value]) => {
        const column = this.metadata.findColumnWithPropertyName(property);
        if (column === undefined) {
          throw new Error(`${this.metadata.name} has no column ${property}`);
        }
        return { name: quoted(column), value: this.database.driver.preparePersistentValue(value, column) as unknown };
      });
  }

  private get name(): string {
    return `\`${this.metadata.tableName}\``;
  }

  private get metadata(): EntityMetadata {
    return (this.known ??= this.database.getMetadata(this.entity));
  }
}

const quoted = ({ databaseName }: ColumnMetadata): string => `\`${databaseName}\``;
