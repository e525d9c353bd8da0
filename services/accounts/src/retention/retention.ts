import { join } from 'node:path';
import { RetentionRules } from '@dengke/service-kit';

const keptKinds = ['credential-application', 'organiser-application', 'approved-organiser', 'former-person'] as const;
export type KeptKind = (typeof keptKinds)[number];

export const retention = RetentionRules.of<KeptKind>(join(__dirname, '../../seed/retention.json'), keptKinds);
