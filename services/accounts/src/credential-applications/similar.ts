import type { EntityManager } from 'typeorm';
import { areNearlyTheSame, bareUnitName } from '../applications/similar-names';
import type { Scope } from '../organisations/scope';
import { maskedMobile } from '../people/masking';
import type { CredentialApplication } from './credential-application.entity';
import type { SimilarDto, SimilarPersonDto, SimilarUnitDto } from './credential-applications.dto';

/** Units, people and other applications that an application may double, within a scope of the graphs. */
export async function similarTo(manager: EntityManager, row: CredentialApplication, scope: Scope): Promise<SimilarDto> {
  const [units, people, applications] = [
    await similarUnits(manager, row, scope),
    await similarPeople(manager, row, scope),
    await manager.query<{ id: string; state: string }[]>(
      `select a.id, a.state from credential_application a join organisation o on o.id = a.deskId left join unit u on u.organisationId = o.id
        where (a.uscc = ? or a.mobile = ?) and a.id <> ? and ${scope.sql} order by a.id desc limit 20`,
      [row.uscc, row.mobile, row.id, ...scope.parameters],
    ),
  ];
  return { units, people, applications };
}

async function similarUnits(manager: EntityManager, { unitId, unitName }: CredentialApplication, scope: Scope): Promise<SimilarUnitDto[]> {
  const units = await manager.query<SimilarUnitDto[]>(
    `select o.id, o.name, u.uscc from organisation o join unit u on u.organisationId = o.id where ${scope.sql}`,
    scope.parameters,
  );
  return units.filter(({ id, name }) => id !== unitId && areNearlyTheSame(bareUnitName(name), bareUnitName(unitName)));
}

/** The same mobile, or the same name in the same unit. */
async function similarPeople(manager: EntityManager, row: CredentialApplication, scope: Scope): Promise<SimilarPersonDto[]> {
  const found = await manager.query<(Omit<SimilarPersonDto, 'hasLogin'> & { hasLogin: number })[]>(
    `select distinct e.id as personId, e.name, e.mobile, c.id is not null as hasLogin
       from person e join held_position p on p.personId = e.id
       join organisation o on o.id = p.organisationId left join unit u on u.organisationId = o.id
       left join credential c on c.personId = e.id
      where (e.mobile = ? or (e.name = ? and p.organisationId = ?)) and ${scope.sql} order by e.id limit 20`,
    [row.mobile, row.name, row.unitId ?? '', ...scope.parameters],
  );
  return found.map(({ mobile, hasLogin, ...person }) => ({ ...person, mobile: maskedMobile(mobile), hasLogin: Boolean(hasLogin) }));
}
