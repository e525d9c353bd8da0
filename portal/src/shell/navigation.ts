import type { Right } from '@dengke/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { Me } from '../account/session';
import { may } from '../account/session';
import type { menu } from '../messages/zh/menu';

interface Entry {
  to: NonNullable<LinkProps['to']>;
  /** `menu:<words>` */
  words: keyof typeof menu;
  /** One of these rights shows it. */
  rights: readonly Right[];
}

/** The menu, in its order: a page that is opened from there adds its line. */
const entries: readonly Entry[] = [
  { to: '/achievements', words: 'achievements', rights: ['draft.write'] },
  { to: '/review', words: 'review', rights: ['submission.decide'] },
  { to: '/people', words: 'people', rights: ['credential.issue', 'credential.secure', 'rights.set'] },
  { to: '/organisations', words: 'organisations', rights: ['graph.change', 'graph.lint', 'credential.issue'] },
  { to: '/applications', words: 'applications', rights: ['credential.issue'] },
  { to: '/desk/windows', words: 'windowsDesk', rights: ['window.manage', 'deadline.extend'] },
  { to: '/paper', words: 'paper', rights: ['window.manage', 'deadline.extend'] },
  { to: '/audit', words: 'audit', rights: ['audit.read'] },
  { to: '/rights', words: 'rights', rights: ['rights.set', 'audit.read', 'credential.secure'] },
  { to: '/forms', words: 'forms', rights: ['window.manage', 'graph.lint'] },
  { to: '/entries', words: 'entries', rights: ['draft.write'] },
  { to: '/objections', words: 'objections', rights: ['objection.decide'] },
  { to: '/corrections', words: 'corrections', rights: ['registration.cancel'] },
  { to: '/registered', words: 'registered', rights: ['registration.cancel'] },
  { to: '/report-ups', words: 'reportUps', rights: ['report.manage'] },
  { to: '/statistics', words: 'statistics', rights: ['deadline.extend'] },
  { to: '/deadlines', words: 'deadlines', rights: ['deadline.extend'] },
  { to: '/notices', words: 'notices', rights: ['notice.read'] },
  { to: '/inbox', words: 'inbox', rights: ['inbox.read'] },
  { to: '/account', words: 'account', rights: ['inbox.read'] },
];

/** What the person at this position may open. */
export const navigationOf = (me: Me): readonly Entry[] => entries.filter(({ rights }) => may(me, ...rights));
