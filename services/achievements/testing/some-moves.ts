import type { ApplicationsAlike } from '@dengke/contract';
import type { Services } from '@dengke/service-kit';
import { MovesService } from '../src/moves/moves.service';

/** Running applications as accounts tells of them: at one desk, received on one day. */
export const someApplications = (own: Partial<ApplicationsAlike> = {}): ApplicationsAlike => ({
  ...{ about: 'new-organiser', deskId: 'org-department', startOn: '2023-08-07', dueOn: '2023-08-16', provisional: false },
  ...{ rule: { value: 7, unit: 'workdays', source: 'S60' }, limitId: 'limit-new-organiser', extraDays: 0, count: 1 },
  subjects: ['organiserApplication/one'],
  ...own,
});

/** What moves, with these applications at accounts. */
export const movesWith = (running: readonly ApplicationsAlike[] = []): MovesService =>
  new MovesService({ accounts: { get: () => Promise.resolve(running) } } as unknown as Services);
