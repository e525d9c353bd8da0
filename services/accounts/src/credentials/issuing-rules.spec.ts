import { grantableTo, organisationKinds, rightsOf, roles } from '@dengke/contract';
import type { OrganisationKind, Position, Role } from '@dengke/contract';
import { issuingRules, mayIssue } from './issuing-rules';

const position = (organisationKind: OrganisationKind, role: Role, organisationId = 'mine'): Position => ({
  id: 'p',
  organisationId,
  organisationKind,
  role,
});
const mine = (kind: OrganisationKind) => ({ id: 'mine', kind, credentialParentId: 'above' });
const child = (kind: OrganisationKind) => ({ id: 'child', kind, credentialParentId: 'mine' });
const deeper = (kind: OrganisationKind) => ({ id: 'deeper', kind, credentialParentId: 'child' });

describe('who issues whose login', () => {
  it('is the level above, level by level [P6 S56]', () => {
    expect(mayIssue(position('ministry', 'superAdmin'), child('department'), 'superAdmin')).toBe(true);
    expect(mayIssue(position('department', 'superAdmin'), child('organiser'), 'superAdmin')).toBe(true);
    expect(mayIssue(position('organiser', 'superAdmin'), child('unit'), 'completer')).toBe(true);
    expect(mayIssue(position('ministry', 'superAdmin'), deeper('organiser'), 'superAdmin')).toBe(false);
    expect(mayIssue(position('department', 'superAdmin'), deeper('unit'), 'completer')).toBe(false);
  });

  it('is the super administrator alone for managers of the same level and ordinary users [P7 S57 S58]', () => {
    for (const kind of ['ministry', 'department', 'organiser'] as const) {
      expect(mayIssue(position(kind, 'superAdmin'), mine(kind), 'manager')).toBe(true);
      expect(mayIssue(position(kind, 'manager'), mine(kind), 'manager')).toBe(false);
    }
    expect(mayIssue(position('organiser', 'manager'), child('unit'), 'completer')).toBe(false);
    expect(mayIssue(position('organiser', 'superAdmin'), deeper('unit'), 'unitAdmin')).toBe(true);
  });

  it('is the provincial bureau for a municipal bureau, a last-grade manager of its node without a super administrator [S24 S26]', () => {
    expect(mayIssue(position('organiser', 'superAdmin'), child('municipal'), 'manager')).toBe(true);
    expect(mayIssue(position('organiser', 'superAdmin'), child('municipal'), 'superAdmin')).toBe(false);
    expect(mayIssue(position('municipal', 'manager'), mine('municipal'), 'manager')).toBe(false);
  });

  it('is by delegation the municipal bureau for units [P7 S27]', () => {
    expect(mayIssue(position('municipal', 'manager'), child('unit'), 'completer')).toBe(true);
    expect(mayIssue(position('municipal', 'manager'), child('unit'), 'unitAdmin')).toBe(true);
  });

  it('is nobody at a county bureau, and a completer for nobody [P3]', () => {
    for (const role of roles) {
      for (const kind of organisationKinds) {
        for (const target of [mine(kind), child(kind), deeper(kind)]) {
          expect(roles.some((issuing) => mayIssue(position('county', issuing), target, role))).toBe(false);
          expect(mayIssue(position('unit', 'completer'), target, role)).toBe(false);
        }
      }
    }
  });

  it('issues, renews or recovers no position by itself: nobody lets himself in anew', () => {
    for (const { by, to, where } of issuingRules) {
      expect([...to, where]).not.toEqual(expect.arrayContaining([...by, 'own']));
    }
  });

  it('never gives a role upwards or a second super administrator to one’s own node', () => {
    for (const { by, to, where } of issuingRules) {
      const place = { organisationKind: by[0], role: by[1] };
      expect([rightsOf(place), grantableTo(place)].some((rights) => rights.has('credential.issue'))).toBe(true);
      expect(where === 'own' && to.includes('superAdmin')).toBe(false);
    }
  });
});
