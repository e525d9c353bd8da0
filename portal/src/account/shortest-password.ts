import type { Me } from './session';

const managerLength = 12;
const ordinaryLength = 8;
const manages = new Set(['manager', 'superAdmin', 'systemAdmin', 'securityAdmin', 'auditAdmin']);

/** How long somebody's password has to be at least, by his positions. */
export const shortestFor = ({ positions }: Me): string =>
  String(positions.some(({ role }) => manages.has(role)) ? managerLength : ordinaryLength);
