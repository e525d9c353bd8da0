import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OpenSubmission } from '@dengke/contract';

export interface OpenWork {
  submissions: OpenSubmission[];
  submissionCount: number;
  draftCount: number;
}

export interface AchievementsStandIn {
  url: string;
  /** What it answers to `POST /api/v1/submissions/open`. */
  open: OpenWork;
  /** What it answers to `GET /api/v1/limits`. */
  limits: unknown[];
  /** For which organisations it was asked, with whose token. */
  asked: { organisationIds: string[]; authorization: string | undefined }[];
  close(): Promise<void>;
}

export const nothingOpen: OpenWork = { submissions: [], submissionCount: 0, draftCount: 0 };

/** Answers what accounts asks achievements. */
export async function achievementsStandIn(): Promise<AchievementsStandIn> {
  const standIn = { open: nothingOpen, limits: [] as unknown[], asked: [] as AchievementsStandIn['asked'] };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (request.url === '/api/v1/limits') {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(standIn.limits));
        return;
      }
      const { organisationIds } = JSON.parse(Buffer.concat(chunks).toString()) as { organisationIds: string[] };
      standIn.asked.push({ organisationIds, authorization: request.headers.authorization });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(standIn.open));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(standIn, { url: `http://127.0.0.1:${port}`, close });
}
