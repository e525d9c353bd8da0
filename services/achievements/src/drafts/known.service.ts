import { isBlank, normalisedName, normalisedUscc } from '@dengke/contract';
import type { Caller, FormCompleter, FormUnit } from '@dengke/contract';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccountsClient } from '../accounts-client';
import { withoutContactsAt } from '../submissions/sight';
import { Draft } from './draft.entity';
import type { KnownCompleter, KnownRow, KnownUnit } from './known.dto';
import { frozen } from './submitted-drafts';

/** The newest forms of a unit that are looked through, and as many answers as a person chooses from. */
const MOST = { forms: 100, rows: 20 };

type Found<Row> = KnownRow & { row: Row };
type Named = Pick<Partial<FormUnit>, 'name' | 'unitId'> & Pick<Partial<FormCompleter>, 'personId'>;

/** Units and people that a unit has typed before or accounts knows, to be offered and not typed again. Others' forms say nothing here, nor do those that are frozen (P17). */
@Injectable()
export class KnownService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountsClient,
  ) {}

  /** @throws DomainError NO_ROUTE, UNAVAILABLE */
  async units(me: Caller, q = ''): Promise<KnownUnit[]> {
    const { unit } = await this.accounts.routeOf(me.position.organisationId);
    const own = { name: unit.name, uscc: unit.uscc, unitId: unit.id, areaCode: unit.areaCode };
    const typed = await this.typed(me, 'units');
    const all: Found<Partial<FormUnit>>[] = [...typed, { draftId: null, field: null, row: own }];
    return chosen(withoutNamesakes(all), ({ uscc, name }) => uscc ?? normalisedName(name ?? ''))
      .filter(({ row }) => isNamed(row.name, q) || (!isBlank(q) && (row.uscc ?? '').startsWith(normalisedUscc(q))))
      .slice(0, MOST.rows)
      .map(({ row, ...from }) => ({ ...from, unit: withoutContactsAt('unit', row) as Partial<FormUnit> }));
  }

  /** @throws DomainError UNAVAILABLE */
  async completers(me: Caller, q = ''): Promise<KnownCompleter[]> {
    const colleagues = await this.accounts.peopleOf(me.position.organisationId);
    const typed = await this.typed(me, 'completers');
    const known = colleagues.map(({ personId, name }) => ({ draftId: null, field: null, row: { personId, name } }));
    const all: Found<Partial<FormCompleter>>[] = [...typed, ...known];
    return chosen(withoutNamesakes(all), ({ personId, name, bornIn }) => personId ?? `${normalisedName(name ?? '')} ${bornIn ?? ''}`)
      .filter(({ row }) => isNamed(row.name, q))
      .slice(0, MOST.rows)
      .map(({ row: { bornIn: _bornIn, contribution: _contribution, ...completer }, ...from }) => ({ ...from, completer }));
  }

  private async typed<F extends 'units' | 'completers'>(
    me: Caller,
    list: F,
  ): Promise<Found<F extends 'units' ? Partial<FormUnit> : Partial<FormCompleter>>[]> {
    const drafts = await this.database.manager
      .createQueryBuilder(Draft, 'draft')
      .where('draft.unitId = :unitId', { unitId: me.position.organisationId })
      .andWhere(`NOT ${frozen('draft.id')}`)
      .orderBy({ 'draft.changedAt': 'DESC', 'draft.id': 'DESC' })
      .take(MOST.forms)
      .getMany();
    return drafts.flatMap(({ id, form }) =>
      (form[list] ?? []).map((row, index) => ({ draftId: id, field: `${list}.${index}`, row: row as never })),
    );
  }
}

/** Nothing asked for is everything; signs alone are in no name. */
function isNamed(name: string | undefined, q: string): boolean {
  const part = normalisedName(q);
  return q.trim() === '' || (part !== '' && normalisedName(name ?? '').includes(part));
}

/** Whom the system knows stands also for whoever was typed by that name and by nothing else. */
function withoutNamesakes<Row extends Named>(all: readonly Found<Row>[]): Found<Row>[] {
  const known = new Set(all.filter(({ row }) => isKnown(row)).map(({ row }) => normalisedName(row.name ?? '')));
  return all.filter(({ row }) => isKnown(row) || !isNameAlone(row) || !known.has(normalisedName(row.name ?? '')));
}

const isKnown = ({ unitId, personId }: Named): boolean => (unitId ?? personId) !== undefined;

/** What somebody contributed is another with each achievement, and tells nobody apart. */
const isNameAlone = (row: Named): boolean =>
  Object.entries(row).every(([cell, said]) => cell === 'name' || cell === 'contribution' || isBlank(String(said ?? '')));

/** Each once, as it was said last. */
function chosen<Row extends { name?: string }>(all: readonly Found<Row>[], keyOf: (row: Row) => string): Found<Row>[] {
  const byKey = new Map<string, Found<Row>>();
  for (const found of all.filter(({ row }) => !isBlank(row.name))) {
    const key = keyOf(found.row);
    byKey.set(key, byKey.get(key) ?? found);
  }
  return [...byKey.values()];
}
