import { randomUUID } from 'node:crypto';
import { routesOf } from '@dengke/service-kit';
import {
  aMultipart,
  aPdf,
  assignEverything,
  AuthorisationMatrix,
  columnsOf,
  reportAuthorisation,
  rowsOf,
  runMatrix,
} from '@dengke/test-kit';
import { aForm } from '../testing/a-form';
import { ServiceWorld } from '../testing/a-service';
import { achievementsTable } from '../testing/authorisation-table';
import { anAuthorisationWorld, province } from '../testing/authorisation-world';
import type { AuthorisationWorld, Who } from '../testing/authorisation-world';
import { AchievementsModule } from './achievements.module';

const anEdition = {
  ...{ seenVersion: 1, coveredTo: '2027-12-31', sourceNotice: '关于2027年部分节假日安排的通知' },
  days: [{ date: '2027-01-01', kind: 'off', name: '元旦' }],
};
const rescheduled = {
  ...{ seenVersion: 9, reason: '核对', opensOn: '2023-08-07', cutOffOn: '2023-08-25', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
  earlierCutOffs: [],
};
const aLimit = { about: 'unit', scope: '*', value: 5, unit: 'workdays', effectiveFrom: '2100-01-01', source: '核对' };
const extendedWindow = {
  ...{ seenVersion: 9, reason: '系统故障', downOn: '2023-08-25', cutOffOn: '2023-08-28', paperFrom: '2023-08-29', paperTo: '2023-08-31' },
};
/** Of the writes that name nothing. */
const bodies = {
  'POST /drafts': { form: aForm() },
  'POST /calendar/previews': anEdition,
  'POST /calendar/editions': anEdition,
  'POST /limits/preview': aLimit,
  'POST /limits': aLimit,
  'POST /windows/:id/reschedule/preview': rescheduled,
  'POST /windows/:id/reschedule': rescheduled,
  'POST /windows/:id/extend/preview': extendedWindow,
  'POST /windows/:id/extend': extendedWindow,
  'POST /temporal/decode': { payloads: [{ data: 'eA==' }] },
  'POST /operations/explain': { serial: '2023-999999' },
  'POST /windows/:id/what-if': {
    ...{ cutOffOn: '2100-01-04', daysOff: ['2100-01-05'], pace: 'whole-limit' },
    away: { organisationId: 'org-changzhi-energy', from: '2100-01-04', to: '2100-01-08' },
  },
  'POST /windows/:id/close-now/preview': { seenVersion: 9, reason: '核对' },
  'POST /windows/:id/close-now': { seenVersion: 9, reason: '核对' },
  'PUT /windows/:id/information': {
    contacts: [{ office: '某处', phone: '0351-0000001', address: '某路1号' }],
    manuals: [{ title: '登记手册', url: 'https://demo.example/manual' }],
  },
  'POST /windows': {
    ...{ id: 'h2-2023', name: '2023年下半年', registrationYear: 2023, resultFrom: '2023-07-01', resultTo: '2023-12-31' },
    ...{ opensOn: '2024-01-02', cutOffOn: '2024-01-31', paperFrom: '2024-02-01', paperTo: '2024-02-05' },
  },
};

describe('every route of achievements, for everybody, over everything it can name', () => {
  let service: ServiceWorld;
  let world: AuthorisationWorld;

  beforeAll(async () => {
    service = await ServiceWorld.begin(AchievementsModule);
    world = await anAuthorisationWorld(service);
    for (const { id } of province) {
      const colleagues = ['unitAdmin', 'completer', 'manager'].map((role) => ({ personId: `${id}-${role}`, role }));
      service.accountsKnows(`/api/v1/organisations/${id}/people`, colleagues);
    }
  });
  afterAll(() => service.end());

  const upload = aMultipart([
    { name: 'kind', value: 'evaluation-certificate' },
    { name: 'number', value: '第2号' },
    { name: 'issuedOn', value: '2023-05-16' },
    { name: 'file', value: aPdf(), fileName: '证书.pdf' },
  ]);
  const documented = aMultipart([
    { name: 'reason', value: '核对' },
    { name: 'document', value: aPdf(), fileName: '说明.pdf' },
  ]);
  const send = async (caller: Who, method: string, url: string, body?: object) => {
    const piece = method === 'PATCH' && url.includes('/uploads/') && { payload: 'x', contentType: 'application/offset+octet-stream' };
    const documents = /\/(corrections|cancel)$/.test(url) && method === 'POST' && documented;
    const uploads = url.endsWith('/evidence') ? upload : documents || piece || undefined;
    const content = uploads ?? (body && { payload: JSON.stringify(body), contentType: 'application/json' });
    const headers = {
      ...(await caller.headers()),
      ...{ 'idempotency-key': randomUUID(), 'tus-resumable': '1.0.0', 'upload-length': '10', 'upload-offset': '0' },
      ...(content && { 'content-type': content.contentType }),
    };
    const answer = await service.app.inject({ method: method as 'GET', url, headers, ...(content && { payload: content.payload }) });
    return { status: answer.statusCode, body: bodyOf(answer.body) };
  };
  /** All that is stored, but for the receipts of acts that found nothing to do. */
  const stored = () => rowsOf(service.database, ['act_receipt']);

  it('tells nothing of what lies outside the caller’s part of the graphs, not even that it is there, and changes nothing there', async () => {
    const matrix = new AuthorisationMatrix();
    const before = await stored();

    await runMatrix({ matrix, routes: routesOf(service.app), table: achievementsTable(world), callers: world.callers, send });

    expect(matrix.leaks.slice(0, 20)).toEqual([]);
    expect(await stored()).toEqual(before);
    expect(matrix.counts.cases).toBeGreaterThan(10_000);
    const [{ version }] = await service.database.query<[{ version: string }]>('select version() as version');
    reportAuthorisation('achievements', matrix.counts, version);
  }, 900_000);

  it('takes no column of its tables from a body', async () => {
    const before = await stored();
    const routes = routesOf(service.app);

    const { routes: written, accepted } = await assignEverything(
      { routes, table: achievementsTable(world), callers: world.callers, send },
      columnsOf(service.database),
      bodies,
    );

    expect(accepted).toEqual([]);
    expect(written.length).toBeGreaterThan(20);
    expect(await stored()).toEqual(before);
  });
});

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
