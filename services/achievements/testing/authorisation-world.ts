import type { Caller, Evidence, OrganisationKind, ReviewRoute, Role, RouteLeg, StageKind } from '@dengke/contract';
import { BusinessClock, PersonalData } from '@dengke/service-kit';
import { aCaller, aPdf, relationsIn, rightsByHand } from '@dengke/test-kit';
import type { GraphPlace, MatrixCaller, MatrixTarget } from '@dengke/test-kit';
import { ActsService } from '../src/acts/acts.service';
import type { CorrectionProgress } from '../src/corrections/correction-facts';
import type { DraftView } from '../src/drafts/drafts.dto';
import { UploadsService } from '../src/evidence/uploads.service';
import { ReportBundle } from '../src/report-ups/report-bundle.entity';
import { Objection } from '../src/objections/objection.entity';
import { Organisation } from '../src/organisations/organisation.entity';
import { seedAchievements } from '../src/seed';
import { SubmittingService } from '../src/submitting/submitting.service';
import { SummarySheet } from '../src/windows/summary-sheet.entity';
import { allOkOf } from './a-desk-world';
import { aCompleter, aFirstUnit, aForm, aSecondUnit } from './a-form';
import { withDocument } from './a-registration';
import type { ServiceWorld } from './a-service';

export interface Who extends MatrixCaller {
  caller: Caller;
  organisationId: string;
}
/** A submission, a draft, a piece of evidence, or an organisation, with the unit whose it is and the desks on its way. */
export interface What extends MatrixTarget {
  unitId: string;
  desks: readonly string[];
  evidenceId?: string;
  uploadId?: string;
  /** Of a submission: what it was made from. */
  draftId?: string;
  /** Of a submission: the other units that its form names. */
  named?: readonly string[];
  /** Of an objection: to which submission. */
  serial?: string;
}

const place = (
  id: string,
  kind: OrganisationKind,
  credentialParentId: string | null,
  areaCode: string,
  organiserId?: string,
): GraphPlace => ({
  ...{ id, kind, credentialParentId, areaCode },
  ...(organiserId !== undefined && { organiserId }),
});
/** A province of three branches: an energy line with two cities and their counties, an industry line with one, a city's science bureau. */
export const province: readonly GraphPlace[] = [
  place('most', 'ministry', null, '11'),
  place('kjt', 'department', 'most', '14'),
  place('energy', 'organiser', 'kjt', '14'),
  place('industry', 'organiser', 'kjt', '14'),
  place('science', 'organiser', 'kjt', '1404'),
  place('changzhi', 'municipal', 'energy', '1404'),
  place('taiyuan', 'municipal', 'energy', '1401'),
  place('works-bureau', 'municipal', 'industry', '1401'),
  place('luzhou', 'county', 'changzhi', '140403'),
  place('xiangyuan', 'county', 'changzhi', '140423'),
  place('unit-coal', 'unit', 'changzhi', '140403', 'energy'),
  place('unit-gas', 'unit', 'changzhi', '140423', 'energy'),
  place('unit-mining', 'unit', 'taiyuan', '140106', 'energy'),
  place('unit-steel', 'unit', 'works-bureau', '140108', 'industry'),
  place('unit-college', 'unit', 'science', '140403', 'science'),
  place('unit-hospital', 'unit', 'science', '140404', 'science'),
];
/** The desks of each unit's way; 太原's mine has come in by the organiser's door, past its city. */
const ways: Record<string, readonly string[]> = {
  'unit-coal': ['changzhi', 'energy', 'kjt', 'most'],
  'unit-gas': ['changzhi', 'energy', 'kjt', 'most'],
  'unit-mining': ['energy', 'kjt', 'most'],
  'unit-steel': ['works-bureau', 'industry', 'kjt', 'most'],
  'unit-college': ['science', 'kjt', 'most'],
  'unit-hospital': ['science', 'kjt', 'most'],
};
const rolesAt: Record<string, readonly Role[]> = {
  ministry: ['superAdmin', 'manager'],
  department: ['superAdmin', 'manager', 'systemAdmin', 'securityAdmin', 'auditAdmin'],
  organiser: ['superAdmin', 'manager'],
  municipal: ['manager'],
  county: ['liaison'],
  unit: ['unitAdmin', 'completer'],
};
export const windowOfSeed = 'h1-2023';
const submittedAt = '2023-08-14T02:00:00.000Z';
export const graph = relationsIn(province);

/** Achievements with the province's units at work, and everybody who might look at it. */
export async function anAuthorisationWorld(world: ServiceWorld) {
  await seedAchievements(world.database, 'local');
  await world.database.manager.insert(
    Organisation,
    province.map(({ id, kind, areaCode }) => ({
      ...{ id, name: `某${id}`, kind: kind as OrganisationKind, areaCode, path: `${pathOf(id)}/` },
      ...{ closed: false, successorId: null, version: 1 },
    })),
  );
  const submissions: What[] = [];
  const drafts: What[] = [];
  for (const unitId of Object.keys(ways)) {
    submissions.push(await aSubmissionOf(world, unitId, 'first'), await aSubmissionOf(world, unitId, 'second'));
    drafts.push(await aDraftOf(world, unitId, 'draft'));
  }
  const objections = await someObjections(world, submissions);
  const sheets = ['changzhi', 'energy', 'industry', 'science'];
  await world.database.manager.insert(
    SummarySheet,
    sheets.map((organisationId) => ({
      ...{ windowId: windowOfSeed, organisationId, sheetRows: [], rowCount: 0, digest: ''.padEnd(64, '0'), frozenAt: submittedAt },
    })),
  );
  await world.database.manager.insert(ReportBundle, {
    ...{ id: 'R-000001', state: 'settled', openedAt: submittedAt, closesAt: submittedAt, itemCount: 0 },
    ...{ attempts: 0, triedAt: null, nextTryAt: null, lastFault: null },
  });
  const registered: What[] = [];
  const corrections: What[] = [];
  for (const unitId of ['unit-coal', 'unit-steel']) {
    const submission = await aSubmissionOf(world, unitId, 'registered');
    registered.push(submission);
    corrections.push(await aCorrectionOf(world, submission));
  }
  const units = Object.keys(ways).map((id): What => ({ id, unitId: id, desks: waysOf(id), kept: [] }));
  const organisations = province.map(({ id }): What => ({ id, unitId: id, desks: [], kept: [] }));
  return {
    callers: callersOf(world),
    submissions,
    registered,
    corrections,
    drafts,
    objections,
    units,
    organisations,
    bundles: [{ id: 'R-000001', unitId: 'kjt', desks: [], kept: [] }],
    sheets: organisations.filter(({ id }) => sheets.includes(id)),
  };
}
/** One to every other submission, in turn received and accepted. */
async function someObjections(world: ServiceWorld, submissions: readonly What[]): Promise<What[]> {
  const personal = world.app.get(PersonalData, { strict: false });
  const objections = submissions
    .filter((_, index) => index % 2 === 0)
    .map((submission, index): What => ({ ...submission, id: `O2023-00000${index + 1}`, serial: submission.id, kept: ['乙某某异议人'] }));
  await world.database.manager.insert(
    Objection,
    objections.map(({ id: receipt, serial = '', unitId }, index) => ({
      ...{ receipt, serial, unitId, deskId: 'kjt', state: index % 2 === 0 ? ('received' as const) : ('accepted' as const), flaw: null },
      ...{ kinds: ['truth' as const], objector: 'person' as const, secretDigest: ''.padEnd(64, '0'), receivedAt: submittedAt },
      ...{
        name: personal.seal('objection.name', receipt, '乙某某异议人'),
        contact: personal.seal('objection.contact', receipt, '乙某某异议人'),
      },
      ...{ acceptedAt: null, closedAt: null, disposeOn: null },
    })),
  );
  return objections;
}

export type AuthorisationWorld = Awaited<ReturnType<typeof anAuthorisationWorld>>;

const waysOf = (unitId: string): readonly string[] => ways[unitId] ?? [];
const pathOf = (id: string): string => {
  const { credentialParentId } = graph.placeOf(id);
  return `${credentialParentId === null ? '' : pathOf(credentialParentId)}/${id}`;
};
export const someoneAt = (organisationId: string, role: Role, name: string = role): Caller =>
  aCaller({ organisationId, organisationKind: graph.placeOf(organisationId).kind as OrganisationKind, role }, `${organisationId}-${name}`);

function callersOf(world: ServiceWorld): Who[] {
  const who = (caller: Caller, state?: string): Who => {
    const { organisationId, organisationKind, role } = caller.position;
    return {
      ...{ name: caller.personId, caller, organisationId, rights: rightsByHand(organisationKind, role) },
      headers: tenSecondsLong(() => world.headersOf(caller)),
      ...(state !== undefined && { state }),
    };
  };
  /** accounts does not confirm them any more, though their token is still good. */
  const gone = (caller: Caller, state: string): Who => {
    world.revoke(caller);
    return { ...who(caller, state), out: 'any more' };
  };
  const everybody = province.flatMap(({ id, kind }) => (rolesAt[kind] ?? []).map((role) => who(someoneAt(id, role))));
  const deputy = someoneAt('changzhi', 'manager', 'deputy');
  return [
    ...everybody,
    who({ ...deputy, position: { ...deputy.position, deputyFor: 'changzhi-manager' } }, 'deputy'),
    who(someoneAt('unit-steel', 'completer', 'from-unit-coal'), 'transferred away'),
    gone(someoneAt('unit-coal', 'completer', 'moved'), 'position ended'),
    gone(someoneAt('changzhi', 'manager', 'expired'), 'expired deputy'),
    gone(someoneAt('energy', 'superAdmin', 'disabled'), 'disabled'),
    { ...who(someoneAt('unit-coal', 'completer'), 'anonymous'), name: 'anonymous', out: 'anonymous', headers: async () => ({}) },
  ];
}

/** One token serves a session's requests for ten seconds (decision 0005). */
function tenSecondsLong<T>(make: () => Promise<T>): () => Promise<T> {
  let made: { at: number; what: Promise<T> } | undefined;
  return () => {
    if (made === undefined || performance.now() - made.at > 10_000) {
      made = { at: performance.now(), what: make() };
    }
    return made.what;
  };
}

async function aDraftOf(world: ServiceWorld, unitId: string, word: string): Promise<What> {
  const me = someoneAt(unitId, 'completer');
  const name = `某成果${unitId}${word}`;
  const others = namedBy(unitId).map((id) => aSecondUnit({ name: `某${id}`, unitId: id }));
  const units = [aFirstUnit({ name: `某${unitId}`, uscc: usccOf(unitId), unitId }), ...others];
  const completers = units.map((unit) => aCompleter({ name: `${unit.name}甲某`, workUnit: unit.name }));
  const form = aForm({ name, units, completers });
  const { body } = await world.as(me).post<DraftView>('/drafts', { form });
  const piece = await world.upload<Evidence>(me, `/drafts/${body.id}/evidence`, [
    { name: 'kind', value: 'evaluation-certificate' },
    { name: 'number', value: '第1号' },
    { name: 'issuedOn', value: '2023-05-16' },
    { name: 'file', value: aPdf(), fileName: '证书.pdf' },
  ]);
  const { location } = await world.app.get(UploadsService, { strict: false }).begin(me, body.id, 10);
  const uploadId = location?.slice('uploads/'.length) ?? '';
  return { id: body.id, unitId, desks: [], evidenceId: piece.body.id, uploadId, kept: [name, '甲某'] };
}

async function aSubmissionOf(world: ServiceWorld, unitId: string, word: string): Promise<What> {
  const draft = await aDraftOf(world, unitId, word);
  world.accountsKnows('/api/v1/routes', routeOf(unitId));
  const submitting = world.app.get(SubmittingService, { strict: false });
  const me = someoneAt(unitId, 'completer');
  const { serial } = await world.app.get(BusinessClock).at(submittedAt, () => submitting.submit(me, `submit-${draft.id}`, draft.id));
  return { ...draft, id: serial, draftId: draft.id, desks: waysOf(unitId), named: namedBy(unitId) };
}

/** What a unit has asked to have corrected, of a registration that went its whole way. */
async function aCorrectionOf(world: ServiceWorld, submission: What): Promise<What> {
  const { id: serial, unitId, desks } = submission;
  const acts = world.app.get(ActsService, { strict: false });
  const deciders = [unitId, ...desks.slice(0, -1)];
  const findings = await allOkOf(world.database.manager, serial);
  for (const organisationId of deciders) {
    const me = someoneAt(organisationId, organisationId === unitId ? 'unitAdmin' : 'manager');
    const act = organisationId === unitId ? 'release' : organisationId === 'kjt' ? 'approve' : 'recommend';
    await world.app.get(BusinessClock).at(submittedAt, () => acts.byPerson(me, `${act}-${serial}`, serial, act, { findings }));
  }
  const asked = withDocument({ reason: '核对一下', changes: { name: `更正${serial}` } });
  const me = someoneAt(unitId, 'completer');
  const { body } = await world.upload<CorrectionProgress>(me, `/submissions/${serial}/corrections`, asked, `ask-${serial}`);
  return { ...submission, id: body.id, kept: [`更正${serial}`] };
}

/** The college takes part in what the coal company submits. */
const namedBy = (unitId: string): readonly string[] => (unitId === 'unit-coal' ? ['unit-college'] : []);
const usccOf = (unitId: string): string => `9114${Object.keys(ways).indexOf(unitId)}403DM00000134`.slice(0, 18);

function routeOf(unitId: string): ReviewRoute {
  const legs = [unitId, ...waysOf(unitId)].map((id): RouteLeg => ({ kind: graph.placeOf(id).kind as StageKind, organisationId: id }));
  const { areaCode, organiserId } = graph.placeOf(unitId);
  return {
    ...{ routeId: 'R-matrix', version: 1, name: 'R-matrix', paperRequired: false, legs },
    unit: {
      ...{ id: unitId, name: `某${unitId}`, uscc: usccOf(unitId), areaCode: areaCode ?? '', organiserId: organiserId ?? '', ofOne: false },
    },
  };
}
