import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../api/client';
import type { Schemas } from '../api/client';
import { keyed } from '../api/use-act';

const at = (serial: string) => ({ params: { path: { serial } } });

/** What the desk answers item by item, with what was answered before. */
export const checkListQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'check-list'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/check-list', at(serial))),
  });

/** What changed since the round before. */
export const changesQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'changes'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/changes', at(serial))),
  });

export const likenessesQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'likenesses'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/likenesses', at(serial))),
  });

/** Whom the form names, and what they say of their entries. */
export const entriesQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'entries'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/entries', at(serial))),
  });

export const certificatesQuery = (serial: string) =>
  queryOptions({
    queryKey: ['submissions', serial, 'certificates'],
    queryFn: () => answerOf(api.GET('/submissions/{serial}/certificates', at(serial))),
  });

/** The file of a piece, of the type that the system found it to be; of any other type a browser might make a page. */
export const pieceQuery = (serial: string, { id, mediaType }: Schemas['EvidenceDto']) =>
  queryOptions({
    queryKey: ['evidence', id],
    queryFn: async () => {
      const path = { serial, evidenceId: id };
      const file = await answerOf(api.GET('/submissions/{serial}/evidence/{evidenceId}/file', { params: { path }, parseAs: 'blob' }));
      return new Blob([file], { type: mediaType });
    },
    staleTime: Infinity,
    gcTime: 60_000,
  });

const sent = (serial: string, key: string) => ({ ...keyed(key), ...at(serial) });
type Decided = Schemas['DecideDto'];
type Acted = Schemas['ActDto'];

/** What a desk does with one submission. */
export const deskActs = {
  open: (serial: string, key: string, body: Acted) => answerOf(api.POST('/submissions/{serial}/open', { ...sent(serial, key), body })),
  claim: (serial: string, key: string, body: Acted) => answerOf(api.POST('/submissions/{serial}/claim', { ...sent(serial, key), body })),
  recall: (serial: string, key: string, body: Acted) => answerOf(api.POST('/submissions/{serial}/recall', { ...sent(serial, key), body })),
  close: (serial: string, key: string, body: Acted) => answerOf(api.POST('/submissions/{serial}/close', { ...sent(serial, key), body })),
  release: (serial: string, key: string, body: Decided) =>
    answerOf(api.POST('/submissions/{serial}/release', { ...sent(serial, key), body })),
  recommend: (serial: string, key: string, body: Decided) =>
    answerOf(api.POST('/submissions/{serial}/recommend', { ...sent(serial, key), body })),
  approve: (serial: string, key: string, body: Decided) =>
    answerOf(api.POST('/submissions/{serial}/approve', { ...sent(serial, key), body })),
  reject: (serial: string, key: string, body: Decided) =>
    answerOf(api.POST('/submissions/{serial}/reject', { ...sent(serial, key), body })),
  return: (serial: string, key: string, body: Schemas['ReturnDto']) =>
    answerOf(api.POST('/submissions/{serial}/return', { ...sent(serial, key), body })),
  reassign: (serial: string, key: string, body: Schemas['ReassignDto']) =>
    answerOf(api.POST('/submissions/{serial}/reassign', { ...sent(serial, key), body })),
  judgeLikeness: (serial: string, key: string, body: Schemas['JudgeLikenessDto']) =>
    answerOf(api.POST('/submissions/{serial}/judge-likeness', { ...sent(serial, key), body })),
  settleDispute: (serial: string, key: string, body: Schemas['SettleDisputeDto']) =>
    answerOf(api.POST('/submissions/{serial}/settle-dispute', { ...sent(serial, key), body })),
  consentWithdrawal: (serial: string, key: string, body: Acted) =>
    answerOf(api.POST('/submissions/{serial}/consent-withdrawal', { ...sent(serial, key), body })),
  suspect: (serial: string, key: string, body: Schemas['SuspectDto']) =>
    answerOf(api.POST('/submissions/{serial}/suspect', { ...sent(serial, key), body })),
  clear: (serial: string, key: string, body: Acted) => answerOf(api.POST('/submissions/{serial}/clear', { ...sent(serial, key), body })),
  exclude: (serial: string, key: string, body: Schemas['ExcludeDto']) =>
    answerOf(api.POST('/submissions/{serial}/exclude', { ...sent(serial, key), body })),
  handInPaper: (serial: string, key: string, body: Schemas['HandInDto']) =>
    answerOf(api.POST('/submissions/{serial}/hand-in-paper', { ...sent(serial, key), body })),
  receivePaper: (serial: string, key: string, body: Acted) =>
    answerOf(api.POST('/submissions/{serial}/receive-paper', { ...sent(serial, key), body })),
  acknowledge: (serial: string, key: string, body: Acted) =>
    answerOf(api.POST('/submissions/{serial}/acknowledge', { ...sent(serial, key), body })),
  returnReport: (serial: string, key: string, body: Acted) =>
    answerOf(api.POST('/submissions/{serial}/return-report', { ...sent(serial, key), body })),
  reportAgain: (serial: string, key: string, body: Acted) =>
    answerOf(api.POST('/submissions/{serial}/report-again', { ...sent(serial, key), body })),
};
