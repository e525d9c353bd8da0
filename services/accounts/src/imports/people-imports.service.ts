import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { isWellFormedUscc } from '@dengke/contract';
import type { Caller } from '@dengke/contract';
import { actIdOf, BusinessClock, DomainError } from '@dengke/service-kit';
import type { Parts } from '@dengke/service-kit';
import type { IssuedCredentialDto } from '../credentials/credentials.dto';
import { IssuingService } from '../credentials/issuing.service';
import type { Issue } from '../credentials/issuing.service';
import { loginPattern } from '../credentials/login-pattern';
import { OrganisationsService } from '../organisations/organisations.service';
import type { ImportedPeopleDto, PeopleImportQueryDto } from './imports.dto';
import { judgePeople, normalisedPerson, peopleSheet } from './people-rows';
import type { JudgedPerson, Known, KnownUnit, PersonRow } from './people-rows';
import { hasErrors } from './row-faults';
import { SheetsService } from './sheets.service';

/** People of units from a sheet: each is issued a login as if alone (P6, P7), all or none. */
@Injectable()
export class PeopleImportsService {
  constructor(
    private readonly database: DataSource,
    private readonly issuing: IssuingService,
    private readonly organisations: OrganisationsService,
    private readonly sheets: SheetsService,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws DomainError IMPORT_REFUSED { rows, faults }, LOGIN_TAKEN by who came first, and what the sheet is refused for */
  async import(me: Caller, key: string, parts: Parts, { dryRun, delivery }: PeopleImportQueryDto): Promise<ImportedPeopleDto> {
    const at = this.clock.now();
    const sheet = await this.sheets.read(parts, peopleSheet);
    const rows = sheet.rows.map(normalisedPerson);
    if (dryRun === 'true') {
      const { faults } = judgePeople(rows, await this.known(this.database.manager, me, rows), me.position, delivery);
      return { rows: rows.length, faults, people: [] };
    }
    const act = { personId: me.personId, key, body: { act: 'importPeople', sha256: sheet.sha256, delivery }, at };
    const people = await this.issuing.answeringAll(act, delivery, async (manager, newHashes) => {
      const { faults, people: judged } = judgePeople(rows, await this.known(manager, me, rows), me.position, delivery);
      if (hasErrors(faults)) {
        throw new DomainError('IMPORT_REFUSED', { rows: rows.length, faults });
      }
      return this.write(manager, { me, at, actId: actIdOf(me.personId, key), delivery }, judged, await newHashes(judged.length));
    });
    return { rows: rows.length, faults: [], people };
  }

  private async write(
    manager: EntityManager,
    { actId, ...by }: Pick<Issue, 'me' | 'at' | 'actId' | 'delivery'>,
    people: readonly JudgedPerson[],
    hashes: readonly string[],
  ): Promise<IssuedCredentialDto[]> {
    const issued: IssuedCredentialDto[] = [];
    for (const [at, { number, ...person }] of people.entries()) {
      const how = { ...by, actId: `${actId}/${number}`, onApplication: null, passwordHash: hashes[at] ?? '' };
      const { personId, positionId, login, firstPasswordExpiresAt } = await this.issuing.issue(manager, { ...person, ...how });
      issued.push({ personId, positionId, login, firstPasswordExpiresAt });
    }
    return issued;
  }

  private async known(manager: EntityManager, me: Caller, rows: readonly PersonRow[]): Promise<Known> {
    const scope = await this.organisations.scopeOf(me);
    const units = await whereAny(rows.map(({ values }) => values.uscc).filter(isWellFormedUscc), (codes) =>
      manager.query<KnownUnit[]>(
        `select o.id, u.uscc, o.kind, o.credentialParentId from organisation o join unit u on u.organisationId = o.id
          where u.uscc in (?) and o.closedAt is null and ${scope.sql}`,
        [codes, ...scope.parameters],
      ),
    );
    const taken = await whereAny(
      rows.map(({ values }) => values.login).filter((login) => loginPattern.test(login)),
      (logins) => manager.query<{ login: string }[]>('select login from credential where login in (?)', [logins]),
    );
    return { units, logins: new Set(taken.map(({ login }) => login)) };
  }
}

/** A sheet may hold nothing of a form that there could be: then nothing is asked. */
const whereAny = <T>(values: string[], find: (values: string[]) => Promise<T[]>): Promise<T[]> | T[] =>
  values.length === 0 ? [] : find(values);
