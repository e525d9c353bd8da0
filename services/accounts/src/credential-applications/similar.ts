import type { PersonalData } from '@dengke/service-kit';
import type { EntityManager } from 'typeorm';
import { areNearlyTheSame, bareUnitName } from '../applications/similar-names';
import type { Scope } from '../organisations/scope';
import { maskedContact, openedContact } from '../people/contact';
import { openedApplicant } from './applicant-contact';
import type { CredentialApplication } from './credential-application.entity';
import type { SimilarDto, SimilarPersonDto, SimilarUnitDto } from './credential-applications.dto';

/** Units, people and other applications that an application may double, within a scope of the graphs. */
export async function similarTo(
  manager: EntityManager,
  personal: PersonalData,
  row: CredentialApplication,
  scope: Scope,
): Promise<SimilarDto> {
  const { mobile } = openedApplicant(personal, row);
  const [units, people, applications] = [
    await similarUnits(manager, row, scope),
    await similarPeople(manager, personal, { ...row, mobile }, scope),
    await manager.query<{ id: string; state: string }[]>(
      `select a.id, a.state from credential_application a join organisation o on o.id = a.deskId left join unit u on u.organisationId = o.id
        where (a.uscc = ? or a.mobileIndex in (?)) and a.id <> ? and ${scope.sql} order by a.id desc limit 20`,
      [row.uscc, personal.indexes('credential_application.mobile', mobile), row.id, ...scope.parameters],
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

/** The same mobile, or the same name in the same unit; masked, as all people are. */
async function similarPeople(
  manager: EntityManager,
  personal: PersonalData,
  { mobile, name, unitId }: Pick<CredentialApplication, 'mobile' | 'name' | 'unitId'>,
  scope: Scope,
): Promise<SimilarPersonDto[]> {
  const found = await manager.query<{ personId: string; name: string; mobile: string | null; hasLogin: number }[]>(
    `select distinct e.id as personId, e.name, e.mobile, c.id is not null as hasLogin
       from person e join held_position p on p.personId = e.id
       join organisation o on o.id = p.organisationId left join unit u on u.organisationId = o.id
       left join credential c on c.personId = e.id
      where (e.mobileIndex in (?) or (e.name = ? and p.organisationId = ?)) and ${scope.sql} order by e.id limit 20`,
    [personal.indexes('person.mobile', mobile), name, unitId ?? '', ...scope.parameters],
  );
  return found.map(({ personId, name: known, mobile: sealed, hasLogin }) => {
    const contact = maskedContact(openedContact(personal, personId, { mobile: sealed, mail: null }));
    return { personId, name: known, mobile: contact.mobile, hasLogin: Boolean(hasLogin) };
  });
}
