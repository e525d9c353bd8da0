/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { Objections } from './objections';
import { objectionsOf } from './submissions';

const serial = '2023-000017';
const pageOf = (state: string) => ({ unitId: 'unit-a', progress: { serial, state } }) as unknown as Schemas['SubmissionPage'];
const accepted = {
  ...{ receipt: 'O2023-000003', kinds: ['completers'], state: 'accepted', acceptedAt: '2023-09-06T02:00:00.000Z' },
  ...{ grounds: '乙某未参加研究', answers: [] as { at: string; words: string }[] },
};

describe('objections to one’s own achievement', () => {
  let asked: string[];
  let now: (typeof accepted)[];
  let refusal: { code: string; status: number } | null;
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'submit', 'registrar', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    session.is({ person: { id: 'one' }, position: { organisationId: 'unit-a' }, rights: ['draft.write'], must: null } as unknown as Me);
    asked = [];
    now = [accepted];
    refusal = null;
    globalThis.fetch = async (input) => {
      const request = input as Request;
      const headers = { 'content-type': 'application/problem+json' };
      asked.push(`${request.method} ${new URL(request.url).pathname.replace('/api/v1', '')}`);
      if (request.method === 'POST') {
        const { words } = (await request.json()) as { words: string };
        now = [{ ...accepted, answers: [{ at: '2023-09-07T02:00:00.000Z', words }] }];
      }
      return refusal === null ? Response.json(now) : Response.json({ ...refusal, traceId: '' }, { status: refusal.status, headers });
    };
  });
  const show = (state = 'in-publicity', client = new QueryClient()) =>
    render(
      <QueryClientProvider client={client}>
        <Objections page={pageOf(state)} />
      </QueryClientProvider>,
    );

  it('are answered by the unit, which sees what it has answered', async () => {
    show();
    await screen.findByText('乙某未参加研究');
    expect(screen.getByText('主要完成人')).toBeTruthy();

    fireEvent.change(screen.getByLabelText('答复内容'), { target: { value: '乙某负责试验，附有记录' } });
    fireEvent.click(screen.getByRole('button', { name: '提交答复' }));

    const more = await screen.findByLabelText<HTMLTextAreaElement>('补充答复');
    expect([screen.getByText('乙某负责试验，附有记录').tagName, more.value]).toEqual(['P', '']);
    expect(asked).toEqual([`GET /submissions/${serial}/objections`, `POST /submissions/${serial}/objections/O2023-000003/answer`]);
  });

  it('that were decided while somebody wrote are shown as decided; why the answer is refused and what was written stay to be read', async () => {
    const { fetch } = globalThis;
    globalThis.fetch = (input) => {
      const request = input as Request;
      if (request.method !== 'POST') {
        return fetch(request);
      }
      now = [{ ...accepted, state: 'overruled', answers: [{ at: '2023-09-07T02:00:00.000Z', words: '同事的答复' }] }];
      const headers = { 'content-type': 'application/problem+json' };
      return Promise.resolve(Response.json({ code: 'OBJECTION_DECIDED', status: 409, traceId: '' }, { status: 409, headers }));
    };
    show();
    fireEvent.change(await screen.findByLabelText('答复内容'), { target: { value: '乙某负责试验，附有记录' } });
    fireEvent.click(screen.getByRole('button', { name: '提交答复' }));

    await screen.findByText('该异议已经答复或处理。');
    expect(screen.getByText('异议不成立')).toBeTruthy();
    expect(screen.getByText('同事的答复')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('补充答复').value).toBe('乙某负责试验，附有记录');
  });

  it('are answered no more once they are decided, and by nobody without the right', async () => {
    now = [{ ...accepted, state: 'overruled' }];
    const { unmount } = show('registered');
    await screen.findByText('异议不成立');
    expect(screen.queryByRole('button', { name: '提交答复' })).toBeNull();
    unmount();

    session.is({ person: { id: 'one' }, position: { organisationId: 'unit-a' }, rights: [], must: null } as unknown as Me);
    now = [accepted];
    show();
    await screen.findByText('乙某未参加研究');
    expect(screen.queryByRole('button', { name: '提交答复' })).toBeNull();
  });

  it('are asked for only by its unit, and not before there can be any', () => {
    const { unmount } = show('in-review');
    unmount();
    session.is({ person: { id: 'one' }, position: { organisationId: 'org-city' }, rights: ['draft.write'], must: null } as unknown as Me);
    show();
    expect(asked).toEqual([]);
  });

  it('are not spoken of where what they are about is sealed', async () => {
    refusal = { code: 'SECRECY_SUSPECTED', status: 403 };
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const { container } = show('rejected', client);

    await waitFor(() => expect(client.getQueryState(objectionsOf(serial).queryKey)?.status).toBe('error'));
    expect(container.textContent).toBe('');
  });
});
