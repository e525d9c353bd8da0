import type { NodeProcess } from '@dengke/local';

/**
 * What a service does that another process, or its own database, remembers: just before and just after each of these it dies once. Mails come
 * first: what a dead sender held goes out two minutes later, while the others are played.
 */
export const steps = {
  accounts: ['commit of a sign-in'],
  notifications: [
    'commit of mails taken',
    'hand-over of a mail',
    'commit of mails noted',
    'reading of a feed page',
    'commit of a feed step',
    'work of an activity',
    'commit of an activity',
    'completion of an activity',
  ],
  achievements: [
    'commit of an act',
    'commit of feed numbers',
    'signal of facts',
    'commit of what is relayed',
    'work of an activity',
    'commit of an activity',
    'completion of an activity',
  ],
} as const satisfies Partial<Record<NodeProcess, readonly string[]>>;

export type Service = keyof typeof steps;
export type Step = (typeof steps)[Service][number];
export type Side = 'before' | 'after';

export interface CrashPoint {
  service: Service;
  /** As the process knows it. */
  place: string;
}

export const placeOf = (side: Side, step: Step): string => `${side} the ${step}`;

/** Every point, in the order in which they are played. */
export const crashPoints: readonly CrashPoint[] = (Object.keys(steps) as Service[]).flatMap((service) =>
  steps[service].flatMap((step) => [
    { service, place: placeOf('before', step) },
    { service, place: placeOf('after', step) },
  ]),
);

export const nameOf = ({ service, place }: CrashPoint): string => `${service} ${place}`;
