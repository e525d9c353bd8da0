import type { PlainDate } from '@dengke/contract';
import type { EntityManager } from 'typeorm';
import { rarestTerms, wordsOf } from './register-terms';
import type { Sql } from './register-terms';
import type { RegisterFilter } from './register.dto';

/** Where an entry stands in the order of the register. */
export interface Place {
  approvedOn: PlainDate;
  number: string;
}

const columns = ['category', 'registrationYear', 'unitKind', 'industrySection', 'discipline', 'approvedOn'] as const;

/** What a search finds: the entries `e` from FROM to WHERE, in the order of the table `place`. */
export interface Found extends Sql {
  place: 'e' | 't';
}

/** Whether by terms or not, entries are read from the index in the order of the register, which has all that is asked of them but units and completers. */
const ENTRIES = 'register_entry e FORCE INDEX (register_entry_order)';

/** As terms are made: rare characters apart, full width as half. The column's own collation holds all characters beyond 16 bits for the same one. */
const FOLDED = 'COLLATE utf8mb4_unicode_520_ci';

export async function foundBy(manager: EntityManager, filter: RegisterFilter): Promise<Found> {
  const terms = await rarestTerms(manager, filter);
  const place = terms === undefined ? 'e' : 't';
  const conditions = [...daysOf(filter, place), ...conditionsOf(filter)];
  const source =
    terms === undefined ? ENTRIES : `${terms.text} STRAIGHT_JOIN ${ENTRIES} ON e.approvedOn = t.approvedOn AND e.number = t.number`;
  return {
    place,
    text: `FROM ${source} WHERE ${conditions.map(({ text }) => text).join(' AND ')}`,
    values: [...(terms?.values ?? []), ...conditions.flatMap(({ values }) => values)],
  };
}

/** The places of what was found, the newest first. */
export async function placesOf(manager: EntityManager, found: Found, after: Place | undefined, limit: number): Promise<Place[]> {
  const at = `${found.place}.approvedOn, ${found.place}.number`;
  const older =
    after === undefined ? '' : `AND ${found.place}.approvedOn <= ? AND (${found.place}.approvedOn < ? OR ${found.place}.number < ?)`;
  return manager.query<Place[]>(
    // What was found has what was typed as parameters; the rest are names of columns.
    // nosemgrep: sql-from-what-was-given
    `SELECT ${at} ${found.text} ${older} ORDER BY ${found.place}.approvedOn DESC, ${found.place}.number DESC LIMIT ?`,
    [...found.values, ...(after === undefined ? [] : [after.approvedOn, after.approvedOn, after.number]), limit],
  );
}

/** The entries of a year and of a window stand together: no others than between the first and the last of them are looked at. */
const daysOf = ({ registrationYear, window }: RegisterFilter, place: Found['place']): Sql[] =>
  Object.entries({ registrationYear, windowId: window }).flatMap(([column, value]) => {
    const day = (which: string): string => `(SELECT ${which}(d.approvedOn) FROM register_entry d WHERE d.${column} = ?)`;
    return value === undefined ? [] : [{ text: `${place}.approvedOn BETWEEN ${day('MIN')} AND ${day('MAX')}`, values: [value, value] }];
  });

function conditionsOf({ name, unit, completer, areaCode, window, ...equal }: RegisterFilter): Sql[] {
  const given = (text: string, value: string | number | undefined): Sql[] => (value === undefined ? [] : [{ text, values: [value] }]);
  return [
    { text: 'e.withheld = 0', values: [] },
    ...given('e.areaCode LIKE ?', areaCode && `${areaCode}%`),
    ...given('e.windowId = ?', window),
    ...columns.flatMap((column) => given(`e.${column} = ?`, equal[column])),
    ...wordsOf(name).flatMap((word) => given(`e.name ${FOLDED} LIKE ?`, containing(word))),
    ...given("JSON_SEARCH(e.units, 'one', ?) IS NOT NULL", unit && containing(unit)),
    ...given("JSON_SEARCH(e.completers, 'one', ?) IS NOT NULL", completer && containing(completer)),
  ];
}

/** Of what was typed nothing is a wildcard. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;
