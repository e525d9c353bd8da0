import type { Right } from '@dengke/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { Me } from '../account/session';
import { may } from '../account/session';
import type { shell } from '../messages/zh/shell';

interface Entry {
  to: NonNullable<LinkProps['to']>;
  /** `shell:pages.<words>` */
  words: keyof typeof shell.pages;
  /** One of these rights shows it. */
  rights: readonly Right[];
}

/** The menu, in its order: a page that is opened from there adds its line. */
const entries: readonly Entry[] = [
  { to: '/achievements', words: 'achievements', rights: ['draft.write'] },
  { to: '/review', words: 'review', rights: ['submission.decide'] },
  { to: '/notices', words: 'notices', rights: ['notice.read'] },
  { to: '/inbox', words: 'inbox', rights: ['inbox.read'] },
  { to: '/account', words: 'account', rights: ['inbox.read'] },
];

/** What the person at this position may open. */
export const navigationOf = (me: Me): readonly Entry[] => entries.filter(({ rights }) => may(me, ...rights));

/** What everybody may open, signed in or not. */
export const publicEntries: readonly Pick<Entry, 'to' | 'words'>[] = [
  { to: '/guide', words: 'guide' },
  { to: '/windows', words: 'windows' },
  { to: '/publicity', words: 'publicity' },
  { to: '/notices/public', words: 'publicNotices' },
  { to: '/register', words: 'register' },
  { to: '/certificates', words: 'certificates' },
];
