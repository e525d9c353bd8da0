import type { LinkProps } from '@tanstack/react-router';
import type { shell } from '../messages/zh/shell';

interface Entry {
  to: NonNullable<LinkProps['to']>;
  /** `shell:pages.<words>` */
  words: keyof typeof shell.pages;
}

/** What everybody may open, signed in or not. */
export const publicEntries: readonly Entry[] = [
  { to: '/guide', words: 'guide' },
  { to: '/windows', words: 'windows' },
  { to: '/publicity', words: 'publicity' },
  { to: '/notices/public', words: 'publicNotices' },
  { to: '/register', words: 'register' },
  { to: '/certificates', words: 'certificates' },
];
