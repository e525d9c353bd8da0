import { settingsRoutes } from './account/settings.routes';
import { applicationsRoutes } from './applications/applications.routes';
import { auditRoutes } from './audit/audit.routes';
import { draftRoutes } from './draft/draft.routes';
import { entriesRoutes } from './entries/entries.routes';
import { noticeRoutes } from './notice/notice.routes';
import { organisationsRoutes } from './organisations/organisations.routes';
import { peopleRoutes } from './people/people.routes';
import { referencesRoutes } from './references/references.routes';
import { reviewRoutes } from './review/review.routes';
import { rootRoute } from './shell/layouts';
import { signedInRoute } from './shell/signed-in.route';
import { startRoutes } from './start.routes';
import { submitRoutes } from './submit/submit.routes';
import { deadlinesRoutes } from './deadlines/deadlines.routes';
import { registerRoutes } from './register/register.routes';
import { statisticsRoutes } from './statistics/statistics.routes';
import { windowRoutes } from './window/window.routes';

/** Every page of the portal, by the journey's folders: what everybody may open, then the pages of somebody signed in. */
export const wholeTree = () =>
  rootRoute.addChildren([
    ...startRoutes,
    signedInRoute.addChildren([
      ...submitRoutes,
      ...draftRoutes,
      ...reviewRoutes,
      ...windowRoutes,
      ...registerRoutes,
      ...statisticsRoutes,
      ...deadlinesRoutes,
      ...noticeRoutes,
      ...peopleRoutes,
      ...applicationsRoutes,
      ...organisationsRoutes,
      ...auditRoutes,
      ...referencesRoutes,
      ...entriesRoutes,
      ...settingsRoutes,
    ]),
  ]);
