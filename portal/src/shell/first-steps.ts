import type { OrganisationKind, Role } from '@dengke/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { beginning } from '../messages/zh/beginning';

export type Beginner = keyof typeof beginning.steps;

interface Step {
  /** `beginning:steps.<beginner>.<words>` */
  words: 'one' | 'two' | 'three' | 'four';
  to: NonNullable<LinkProps['to']>;
}

const pages: Record<Beginner, readonly NonNullable<LinkProps['to']>[]> = {
  completer: ['/guide', '/drafts/new', '/achievements', '/inbox'],
  unitAdmin: ['/people', '/review', '/achievements', '/account'],
  liaison: ['/notices', '/inbox', '/account'],
  desk: ['/review', '/applications', '/notices', '/account'],
  department: ['/desk/windows', '/review', '/deadlines', '/statistics'],
  ministry: ['/review', '/inbox', '/account'],
  superAdmin: ['/organisations', '/people', '/applications', '/rights'],
  systemAdmin: ['/organisations', '/forms', '/account'],
  securityAdmin: ['/people', '/rights', '/account'],
  auditAdmin: ['/audit', '/rights', '/account'],
};
const numbers = ['one', 'two', 'three', 'four'] as const;

/** Who begins: by the role where it says what one does, otherwise by the desk. */
export function beginnerAt({ role, organisationKind: kind }: { role: Role; organisationKind: OrganisationKind }): Beginner {
  if (role === 'manager') {
    return kind === 'department' || kind === 'ministry' ? kind : 'desk';
  }
  return role;
}

export const stepsOf = (beginner: Beginner): Step[] =>
  pages[beginner].flatMap((to, index) => {
    const words = numbers[index];
    return words === undefined ? [] : [{ words, to }];
  });
