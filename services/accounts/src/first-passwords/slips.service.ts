import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { shownInstant } from '@dengke/calendar';
import type { Caller, Role } from '@dengke/contract';
import { pdfOf } from '@dengke/print';
import { BusinessClock, HouseConfig } from '@dengke/service-kit';
import { PeopleService } from '../people/people.service';
import type { FirstPassword } from './delivery';

const template = join(__dirname, 'hand-over-slip.typ');
const roleLabels: Record<Role, string> = {
  ...{ superAdmin: '超级管理用户', manager: '管理用户', unitAdmin: '单位管理员', completer: '完成人', liaison: '联络员' },
  ...{ systemAdmin: '系统管理员', securityAdmin: '安全管理员', auditAdmin: '审计管理员' },
};

interface Holding {
  personId: string;
  name: string;
  organisation: string;
  role: Role;
}

/** The slip (交接单) with which a first password is handed over: printed from the one answer that has it, and kept nowhere (P8). */
@Injectable()
export class SlipsService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PeopleService,
    private readonly clock: BusinessClock,
    private readonly config: HouseConfig,
  ) {}

  /** A page for each, in their order. */
  async print(me: Caller, issued: readonly (FirstPassword & { firstPassword: string })[]): Promise<Buffer> {
    const holdings = await this.holdingsOf(issued.map(({ personId }) => personId));
    const slips = issued.map(({ personId, login, firstPassword: password, firstPasswordExpiresAt }) => {
      const own = holdings.filter((held) => held.personId === personId);
      const positions = own.map(({ organisation, role }) => `${organisation} ${roleLabels[role]}`);
      return { name: own[0]?.name ?? '', positions, login, password, validUntil: shown(firstPasswordExpiresAt) };
    });
    const signInAt = this.config.publicUrl;
    return pdfOf(template, { slips, issuer: await this.issuer(me), issuedAt: shown(this.clock.now()), signInAt });
  }

  private async issuer({ personId, position }: Caller): Promise<string> {
    const [{ name }, positions] = await Promise.all([this.people.named(personId), this.people.positionsOf(personId)]);
    const organisation = positions.find(({ id }) => id === position.id)?.organisationName ?? '';
    return `${organisation} ${name}`;
  }

  /** All that the login opens. */
  private holdingsOf(personIds: readonly string[]): Promise<Holding[]> {
    return this.database.query<Holding[]>(
      `select p.personId, e.name, o.name as organisation, p.role
         from held_position p join person e on e.id = p.personId join organisation o on o.id = p.organisationId
        where p.personId in (?) and p.endedAt is null order by p.grantedAt, p.id`,
      [personIds],
    );
  }
}

const shown = (at: string | null): string => (at === null ? '' : `${shownInstant(at)}（北京时间）`);
