import { join } from 'node:path';
import { RetentionRules } from '@dengke/service-kit';

export const keptKinds = ['register', 'submission', 'excluded', 'draft', 'removed-evidence', 'objection', 'correction'] as const;
export type KeptKind = (typeof keptKinds)[number];

export const retention = RetentionRules.of<KeptKind>(join(__dirname, '../../seed/retention.json'), keptKinds);
