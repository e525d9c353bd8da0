import { join } from 'node:path';
import { RetentionRules } from '@dengke/service-kit';

const keptKinds = ['message', 'mail', 'sms', 'notice', 'notice-answer', 'unbound-file'] as const;
export type KeptKind = (typeof keptKinds)[number];

export const retention = RetentionRules.of<KeptKind>(join(__dirname, '../../seed/retention.json'), keptKinds);
