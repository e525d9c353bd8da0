import { aForm } from './a-form';
import { findings, isOfUnit, isParty, items, reason, rowsOf, unknownReceipt, unknownSerial } from './authorisation-rows';
import type { Row } from './authorisation-rows';
import { houseTable } from './authorisation-house';
import { paperTable } from './authorisation-paper';
import { queueTable } from './authorisation-queue';
import { entriesTable, registerTable } from './authorisation-register';
import { timeTable } from './authorisation-time';
import { graph, windowOfSeed } from './authorisation-world';
import type { AuthorisationWorld } from './authorisation-world';

/** What each route of achievements may tell whom: docs/rights.md, docs/review.md. A route that is not here fails the spec. */
export function achievementsTable(world: AuthorisationWorld): Record<string, Row> {
  const {
    unknownUuid,
    written,
    named,
    names,
    submission,
    content,
    act,
    draft,
    registered,
    correction,
    evidenceOf,
    mine,
    pieces,
    ofDraft,
    upload,
    idsIn,
    objection,
    serialOf,
    ownOrDepartment,
    bundle,
    silently,
  } = rowsOf(world);

  return {
    ...houseTable,
    'POST /drafts': { is: 'gated' },
    'GET /drafts': {
      ...{ is: 'own', url: '/drafts?limit=100', ids: idsIn('name') },
      may: ({ organisationId }, name) => name.includes(`某成果${organisationId}`),
    },
    ...Object.fromEntries(
      ['units', 'completers'].map((list): [string, Row] => [
        `GET /drafts/known/${list}`,
        {
          ...{ is: 'own', url: `/drafts/known/${list}`, ids: idsIn('draftId') },
          may: (who, id) => id === 'null' || written.some((thing) => (thing.draftId ?? thing.id) === id && isOfUnit(who, thing)),
        },
      ]),
    ),
    'GET /drafts/import/template': { is: 'own', url: '/drafts/import/template?schema=applied-2023' },
    'POST /drafts/import': { is: 'gated' },
    'GET /drafts/:id': draft('', { reads: true }),
    'PUT /drafts/:id': draft('', { body: () => ({ version: 1, form: aForm() }) }),
    'PATCH /drafts/:id': draft('', { body: () => ({ base: 1, changes: [{ field: 'name', to: '改名' }] }) }),
    'GET /drafts/:id/changes': draft('/changes', { reads: true }),
    'PUT /drafts/:id/schema': draft('/schema', { body: () => ({ version: 1, year: 2023 }) }),
    'DELETE /drafts/:id': draft(''),
    'GET /drafts/:id/gaps': draft('/gaps'),
    'GET /drafts/:id/likenesses': draft('/likenesses', { reads: true }),
    'GET /drafts/:id/preview': draft('/preview', { reads: true }),
    'GET /drafts/:id/workbook': draft('/workbook', { reads: true }),
    'POST /drafts/:id/evidence': draft('/evidence', { body: () => ({}) }),
    'POST /drafts/:id/evidence/uploaded': draft('/evidence/uploaded', {
      body: () => ({
        ...{ uploadId: unknownUuid, kind: 'standard', number: '1', issuedOn: '2023-05-16' },
        fileName: 'a.pdf',
        sha256: ''.padEnd(64, '0'),
      }),
    }),
    'POST /drafts/:id/uploads': draft('/uploads'),
    'HEAD /drafts/:id/uploads/:uploadId': upload(true),
    'PATCH /drafts/:id/uploads/:uploadId': upload(false),
    'DELETE /drafts/:id/uploads/:uploadId': upload(false),
    'DELETE /drafts/:id/evidence/:evidenceId': ofDraft('', false),
    'GET /drafts/:id/evidence/:evidenceId/file': ofDraft('/file', true),
    'POST /drafts/:id/submit': draft('/submit', { body: () => ({}) }),

    'GET /submissions': {
      ...{ is: 'own', url: '/submissions?limit=100', ids: idsIn('serial') },
      may: (who, serial) =>
        [...world.submissions, ...world.registered].some((submitted) => submitted.id === serial && isParty(who, submitted)),
    },
    'GET /submissions/:serial': submission('', { reads: true }),
    'GET /submissions/:serial/timeline': submission('/timeline', { reads: true }),
    'GET /submissions/:serial/deadlines': submission('/deadlines', { reads: true }),
    'GET /submissions/:serial/versions': content('/versions'),
    'GET /submissions/:serial/versions/:round': content('/versions/1'),
    'GET /submissions/:serial/changes': content('/changes'),
    'GET /submissions/:serial/mending': content('/mending'),
    'GET /submissions/:serial/check-list': content('/check-list'),
    'GET /submissions/:serial/evidence/:evidenceId/file': names(
      named(world.submissions, unknownSerial, {
        url: (id) => `/submissions/${id}/evidence/${evidenceOf(world.submissions, id)}/file`,
        ...{ reads: true, sees: isOfUnit },
      }),
      named(pieces([...world.submissions, ...world.drafts]), unknownUuid, {
        ...{ url: (id, who) => `/submissions/${mine(world.submissions, who) ?? unknownSerial}/evidence/${id}/file` },
      }),
    ),
    // For the desks that review it and that it has reached: here all wait for their unit.
    'GET /submissions/:serial/likenesses': submission('/likenesses', { reads: true, sees: () => false }),
    'GET /submissions/:serial/entries': content('/entries'),
    'POST /submissions/:serial/settle-dispute': act('/settle-dispute', { reason, entry: 'unit/unit-coal' }),
    'POST /submissions/:serial/judge-likeness': act('/judge-likeness', { other: '2023-000001', verdict: 'different', reason }),
    'POST /submissions/:serial/release': act('/release', { opinion: '同意' }),
    'POST /submissions/:serial/recommend': act('/recommend', { findings }),
    'POST /submissions/:serial/approve': act('/approve', { findings }),
    'POST /submissions/:serial/return': act('/return', { reason, items }),
    'POST /submissions/:serial/reject': act('/reject'),
    'POST /submissions/:serial/acknowledge': act('/acknowledge'),
    'POST /submissions/:serial/return-report': act('/return-report'),
    'POST /submissions/:serial/report-again': act('/report-again'),
    'POST /submissions/:serial/report-change': act('/report-change', {}),
    'POST /submissions/:serial/open': act('/open', {}),
    'POST /submissions/:serial/claim': act('/claim', {}),
    'POST /submissions/:serial/recall': act('/recall'),
    'POST /submissions/:serial/reassign': act('/reassign', { toPersonId: 'changzhi-manager', reason }),
    'POST /submissions/:serial/urge': act('/urge'),
    'POST /submissions/:serial/extend': act('/extend', { days: 3, reason }),
    'POST /submissions/:serial/consent-withdrawal': act('/consent-withdrawal'),
    'POST /submissions/:serial/close': act('/close'),
    'POST /submissions/:serial/hand-in-paper': act('/hand-in-paper', {}),
    'POST /submissions/:serial/receive-paper': act('/receive-paper', {}),
    'POST /submissions/:serial/suspect': act('/suspect', { suspicion: 'other' }),
    'POST /submissions/:serial/clear': act('/clear'),
    'POST /submissions/:serial/exclude': act('/exclude', {}),
    'POST /submissions/:serial/resubmit': act('/resubmit', {}),
    'POST /submissions/:serial/withdraw': act('/withdraw'),
    'POST /submissions/:serial/ask-withdrawal': act('/ask-withdrawal'),
    'POST /submissions/recommend': names(
      named(world.submissions, unknownSerial, {
        ...{ url: () => '/submissions/recommend', body: (serial) => ({ submissions: [{ serial, findings }] }), ...silently },
      }),
    ),
    'POST /submissions/return': names(
      named(world.submissions, unknownSerial, {
        ...{ url: () => '/submissions/return', body: (serial) => ({ submissions: [{ serial }], reason, items }), ...silently },
      }),
    ),
    'GET /submissions/:serial/certificates': registered('/certificates', { reads: true }),
    'GET /submissions/:serial/certificate': registered('/certificate'),
    'POST /submissions/:serial/corrections': registered('/corrections', { body: () => ({}), sees: isOfUnit }),
    'GET /submissions/:serial/corrections': registered('/corrections', { reads: true }),
    'POST /submissions/:serial/cancel': registered('/cancel', { body: () => ({}) }),
    'POST /submissions/:serial/cancel-classified': registered('/cancel-classified', {
      body: () => ({ documentNumber: '晋密〔2023〕1号' }),
    }),
    'GET /submissions/:serial/cancellation': registered('/cancellation'),
    'GET /submissions/:serial/cancellation/document': registered('/cancellation/document'),
    'GET /corrections': {
      ...{ is: 'own', ids: idsIn('id') },
      may: ({ organisationId }, id) => organisationId === 'kjt' && world.corrections.some((one) => one.id === id),
    },
    'GET /corrections/:id': correction('', { reads: true }),
    'GET /corrections/:id/document': correction('/document', { reads: true }),
    'POST /corrections/:id/withdraw': correction('/withdraw', { body: () => ({ reason }), sees: isOfUnit }),
    'POST /corrections/:id/approve': correction('/approve'),
    'POST /corrections/:id/refuse': correction('/refuse', { body: () => ({ reason }) }),
    'POST /submissions/reroute': names(
      named(world.units, 'unit-nowhere-at-all', {
        ...{ url: () => '/submissions/reroute', body: (unitId) => ({ unitId, reason }), ...silently },
      }),
    ),
    'POST /submissions/open': names(
      named(world.units, 'unit-nowhere-at-all', {
        ...{ url: () => '/submissions/open', body: (id) => ({ organisationIds: [id] }), ...silently },
        sees: (who, what) => isParty(who, what) || graph.isWithin(who.organisationId, what.id),
      }),
    ),
    'POST /hand-overs': names(
      named(world.units, 'unit-nowhere-at-all', {
        ...{ url: () => '/hand-overs', sees: isOfUnit, ...silently },
        body: (unitId, { organisationId }) => ({ fromPersonId: `${unitId}-completer`, toPersonId: `${organisationId}-unitAdmin`, reason }),
      }),
      named(world.units, 'unit-nowhere-at-all', {
        ...{ url: () => '/hand-overs', sees: isOfUnit },
        body: (unitId, { organisationId }) => ({ fromPersonId: `${organisationId}-completer`, toPersonId: `${unitId}-unitAdmin`, reason }),
      }),
    ),

    'GET /report-ups': { ...{ is: 'own', ids: idsIn('id') }, may: ({ organisationId }) => organisationId === 'kjt' },
    'GET /report-ups/:id': bundle('', { reads: true }),
    'GET /report-ups/:id/file': bundle('/file'),
    'POST /report-ups/:id/retry': bundle('/retry'),
    ...registerTable(world),
    ...entriesTable(world),
    ...paperTable(world),
    ...queueTable(world),
    'GET /objections': {
      ...{ is: 'own', ids: idsIn('receipt') },
      may: ({ organisationId }) => organisationId === 'kjt',
    },
    'GET /objections/:receipt': objection('', { reads: true }),
    'GET /objections/:receipt/standing': objection('/standing', { sees: () => false }),
    'GET /objections/:receipt/files/:part': objection('/files/seal'),
    'POST /objections/:receipt/sender': objection('/sender', { body: () => ({ reason }) }),
    'POST /objections/:receipt/notes': objection('/notes', { body: () => ({ words: reason }) }),
    'POST /objections/:receipt/accept': objection('/accept', { body: () => ({ reason }) }),
    'POST /objections/:receipt/decline': objection('/decline', { body: () => ({ reason }) }),
    'POST /objections/:receipt/overrule': objection('/overrule', { body: () => ({ reason }) }),
    'POST /objections/:receipt/uphold': objection('/uphold', { body: () => ({ reason }) }),
    'GET /submissions/:serial/objections': submission('/objections', { reads: true }),
    'POST /submissions/:serial/objections/:receipt/answer': names(
      named(world.objections, unknownReceipt, {
        ...{
          url: (receipt) => `/submissions/${serialOf(receipt)}/objections/${receipt}/answer`,
          sees: isOfUnit,
          body: () => ({ words: reason }),
        },
      }),
      named(world.objections, unknownReceipt, {
        url: (receipt, who) => `/submissions/${mine(world.submissions, who) ?? unknownSerial}/objections/${receipt}/answer`,
        ...{ sees: isOfUnit, body: () => ({ words: reason }) },
      }),
    ),

    'GET /code-lists': { is: 'own' },
    'GET /code-lists/:list': { is: 'public', url: '/code-lists/standard-form' },
    'GET /form-schemas': { is: 'own' },
    'GET /form-schemas/:id': { is: 'own', url: '/form-schemas/applied-2023' },
    ...timeTable(world),
    'POST /windows': { is: 'gated' },
    'POST /submissions/:serial/move-window': act('/move-window', { reason, windowId: windowOfSeed }),
    'PUT /windows/:id/information': { is: 'gated', url: `/windows/${windowOfSeed}/information` },
    'GET /windows/public': { is: 'public' },
    'GET /house': { is: 'public' },
    'GET /windows': { is: 'own' },
    'GET /windows/:id': { is: 'own', url: `/windows/${windowOfSeed}` },
    'GET /windows/:id/account': names(
      named(world.organisations, 'org-nowhere-at-all', {
        ...{ url: (id) => `/windows/${windowOfSeed}/account?organisation=${id}`, sees: ownOrDepartment, ...silently, reads: true },
      }),
    ),
    'GET /windows/:id/accounts': { is: 'gated', url: `/windows/${windowOfSeed}/accounts` },
    'GET /windows/:id/summary-sheets': {
      ...{ is: 'own', url: `/windows/${windowOfSeed}/summary-sheets`, ids: idsIn('organisationId') },
      may: ({ organisationId }, id) => organisationId === 'kjt' || organisationId === id,
    },
  };
}
