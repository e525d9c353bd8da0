import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { MatrixCaller, MatrixTarget, Naming, RouteCase } from '@dengke/test-kit';
import { NoticeCopy } from '../src/notices/notice-copy.entity';
import { Notice } from '../src/notices/notice.entity';

/** A letter from one kind of organisation of a branch to the next one down. */
export interface MatrixLetter extends MatrixTarget {
  branch: string;
  /** Of the issuer in the cascade. */
  place: number;
}

/** Graph 3, written out by hand. */
const cascade = ['department', 'organiser', 'municipal', 'county', 'unit'];
const unknownId = randomUUID();
const at = '2023-08-14T02:00:00.000Z';

/** Four letters in each branch, each enclosing the one above. */
export async function withLetters({ manager }: DataSource, branches: readonly string[]): Promise<MatrixLetter[]> {
  const letters: MatrixLetter[] = [];
  for (const branch of branches) {
    let path = '/';
    const ids = cascade.slice(0, -1).map(() => randomUUID());
    for (const [place, id] of ids.entries()) {
      path += `${id}/`;
      const title = `${branch}的通知${place}`;
      await manager.insert(Notice, {
        ...{
          id,
          rootId: ids[0] ?? id,
          parentId: ids[place - 1] ?? null,
          path,
          issuerId: `${branch}-${cascade[place]}`,
          issuedBy: 'somebody',
        },
        ...{
          documentNumber: null,
          title,
          body: title,
          isPublic: false,
          form: 'reply',
          dueOn: '2023-09-28',
          reach: 'cascade',
          state: 'issued',
        },
        ...{ issuedAt: at, dueAt: '2023-09-28T16:00:00.000Z', urgedOn: null, steps: 0, toldFact: 0, lastFact: 1, version: 1 },
      });
      const organisationId = `${branch}-${cascade[place + 1]}`;
      await manager.insert(NoticeCopy, { id: randomUUID(), noticeId: id, organisationId, state: 'sent', sentAt: at, version: 1 });
      letters.push({ id, branch, place, kept: [title] });
    }
  }
  return letters;
}

const branchOf = ({ name }: MatrixCaller): string => name.split('-')[0] ?? '';
const placeOf = ({ name }: MatrixCaller): number => cascade.indexOf(name.split('-')[1] ?? '');
type Sees = (caller: MatrixCaller, letter: MatrixLetter) => boolean;
const inBranch: Sees = (caller, { branch }) => branchOf(caller) === branch && placeOf(caller) >= 0;
const issued: Sees = (caller, letter) => inBranch(caller, letter) && placeOf(caller) === letter.place;
const received: Sees = (caller, letter) => inBranch(caller, letter) && placeOf(caller) === letter.place + 1;
const oversees: Sees = (caller, letter) => inBranch(caller, letter) && placeOf(caller) <= letter.place;
const nobody: Sees = () => false;

/** What each route of notices may tell whom: docs/notices.md. A sibling county’s letters are `notice-acts.spec.ts`’s. */
export function noticeRoutes(letters: readonly MatrixLetter[]): Record<string, RouteCase<MatrixCaller, MatrixLetter>> {
  const names = (
    path: string,
    sees: Sees,
    more: Partial<Naming<MatrixCaller, MatrixLetter>> = {},
  ): RouteCase<MatrixCaller, MatrixLetter> => ({
    is: 'names',
    ways: [
      {
        ...{ targets: letters, unknownId, sees, url: (id) => `/notices/${id}${path}` },
        relation: (caller, letter) => (inBranch(caller, letter) ? 'own branch' : 'other branch'),
        ...more,
      },
    ],
  });
  const act = (path: string, sees: Sees, body: object = {}) => names(path, sees, { body: () => body });
  const look = (path: string, sees: Sees) => names(path, sees, { reads: true });
  const ids = (body: unknown) => (body as { items: { id: string }[] }).items.map(({ id }) => id);
  const may = (caller: MatrixCaller, id: string) => letters.some((letter) => letter.id === id && received(caller, letter));
  const addresseeOf = (id: string): string => {
    const letter = letters.find((one) => one.id === id);
    return letter === undefined ? 'nobody' : `${letter.branch}-${cascade[letter.place + 1]}`;
  };
  return {
    'GET /notices/public': { is: 'public' },
    'GET /notices/public/:id': { is: 'public' },
    'GET /notices/public/:id/annexes/:fileId': { is: 'public' },
    'GET /notices': { is: 'own', url: '/notices?limit=100', ids, may },
    'POST /notices': { is: 'own' },
    'POST /notices/files': { is: 'own' },
    'GET /notices/:id': look('', inBranch),
    'GET /notices/:id/annexes/:fileId': names(`/annexes/${unknownId}`, nobody),
    'POST /notices/:id/read': act('/read', received),
    'POST /notices/:id/sign': act('/sign', received),
    'POST /notices/:id/forward': act('/forward', received, { title: '转发', body: '转发' }),
    'POST /notices/:id/answer': act('/answer', received, { filledIn: {} }),
    'GET /notices/:id/gaps': look('/gaps', oversees),
    'GET /notices/:id/addressees': look('/addressees', oversees),
    'GET /notices/:id/answers': look('/answers', oversees),
    'GET /notices/:id/answer': names('/answer', nobody),
    'GET /notices/:id/answers/:organisationId/seal': names('', nobody, { url: (id) => `/notices/${id}/answers/${addresseeOf(id)}/seal` }),
    'POST /notices/:id/urge': act('/urge', issued),
    'POST /notices/:id/withdraw': act('/withdraw', issued, { reason: '有误' }),
  };
}
