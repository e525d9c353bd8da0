import { evidenceKinds } from '@dengke/contract';
import type { EvidenceKind } from '@dengke/contract';
import { currentLanguage } from '../messages/messages';

/** The kinds are the regulation's own words; in English by their name in the contract. */
export const kindName = (kind: EvidenceKind): string =>
  currentLanguage() === 'zh' ? evidenceKinds[kind].label : kind.replaceAll('-', ' ');
