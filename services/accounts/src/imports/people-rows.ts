import { isEmail } from 'class-validator';
import { isWellFormedUscc, normalisedUscc } from '@dengke/contract';
import type { Position, Role } from '@dengke/contract';
import type { SheetForm } from '@dengke/service-kit';
import type { Delivery } from '../first-passwords/delivery';
import { mayIssue } from '../credentials/issuing-rules';
import { loginPattern } from '../credentials/login-pattern';
import { cellFaults, faultAt, inOrder, matching, oneOf, repeated } from './row-faults';
import type { RowFault } from './row-faults';
import type { SheetRow } from './sheet';

type PersonField = 'name' | 'mobile' | 'mail' | 'uscc' | 'role' | 'login';
export type PersonRow = SheetRow<PersonField>;

/** Fewer than units: each first password is hashed with all the care of a long-lived one, some 70 ms. */
export const peopleSheet: SheetForm<PersonField> = {
  columns: { name: '姓名', mobile: '手机', mail: '邮箱', uscc: '单位统一社会信用代码', role: '角色', login: '用户名' },
  mostRows: 200,
};
const roleLabels: Record<string, Role> = { 完成人: 'completer', 单位管理员: 'unitAdmin' };

export interface KnownUnit {
  id: string;
  uscc: string;
  kind: 'unit';
  credentialParentId: string | null;
}
/** What is there already, as far as the issuer sees it. */
export interface Known {
  units: readonly KnownUnit[];
  logins: ReadonlySet<string>;
}
export interface JudgedPerson {
  number: number;
  organisation: KnownUnit;
  role: Role;
  login: string;
  person: { name: string; mobile: string | null; mail: string | null };
}

export const normalisedPerson = (row: PersonRow): PersonRow => ({
  ...row,
  values: { ...row.values, uscc: normalisedUscc(row.values.uscc), login: row.values.login.toLowerCase() },
});

export function judgePeople(
  rows: readonly PersonRow[],
  { units, logins }: Known,
  issuer: Position,
  delivery?: Delivery,
): { faults: RowFault[]; people: JudgedPerson[] } {
  const byCode = new Map(units.map((unit) => [unit.uscc, unit]));
  const login = matching(loginPattern);
  const faults = rows.flatMap((row) =>
    cellFaults(row, {
      name: matching(/^(?=.*\p{L}).{1,60}$/u),
      mobile: (value) => (value === '' || /^1\d{10}$/.test(value) ? null : 'malformed'),
      mail: (value) => mailFault(value, delivery),
      uscc: (value) => (value === '' ? 'required' : !isWellFormedUscc(value) ? 'malformed' : byCode.has(value) ? null : 'unknown'),
      role: oneOf(roleLabels),
      login: (value) => login(value) ?? (logins.has(value) ? 'taken' : null),
    }),
  );
  const bad = new Set(faults.map(({ row }) => row));
  const people = rows.filter(({ number }) => !bad.has(number)).flatMap((row) => personOf(row, byCode));
  const forbidden = people
    .filter(({ organisation, role }) => !mayIssue(issuer, organisation, role))
    .map(({ number }) => faultAt(number, 'role', 'notAllowed'));
  return { faults: inOrder([...faults, ...forbidden, ...repeated(rows, 'login')]), people };
}

/** By mail it goes only to whom one can write. */
const mailFault = (value: string, delivery: Delivery | undefined) => {
  if (value === '') {
    return delivery === 'mail' ? 'required' : null;
  }
  return value.length <= 200 && isEmail(value) ? null : 'malformed';
};

function personOf({ number, values }: PersonRow, byCode: ReadonlyMap<string, KnownUnit>): JudgedPerson[] {
  const { name, mobile, mail, uscc, login } = values;
  const [organisation, role] = [byCode.get(uscc), roleLabels[values.role]];
  const person = { name, mobile: mobile || null, mail: mail || null };
  return organisation === undefined || role === undefined ? [] : [{ number, organisation, role, login, person }];
}
