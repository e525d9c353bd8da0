/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { Correcting } from './correcting';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: React.PropsWithChildren) => <a href="#there">{children}</a> }));

const serial = '2023-000017';
const page = {
  unitId: 'unit-a',
  progress: { serial, state: 'registered' },
  form: { name: '某成果' },
} as unknown as Schemas['SubmissionPage'];
const correction = { id: 'correction-1', serial, state: 'asked', unitId: 'unit-a', askedAt: '2023-10-09T02:00:00.000Z' };

describe('corrections of one’s own registration', () => {
  let said: string[];
  let state: string;
  let refusal: Response | null;
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'submit', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    const position = { organisationId: 'unit-a', organisationKind: 'unit' };
    session.is({ person: { id: 'one' }, position, rights: ['draft.write'], must: null } as unknown as Me);
  });
  beforeEach(() => {
    said = [];
    state = 'asked';
    refusal = null;
    globalThis.fetch = (input) => {
      const { method, url } = input as Request;
      if (method === 'POST') {
        said.push(new URL(url).pathname.replace('/api/v1', ''));
        state = refusal === null ? 'withdrawn' : 'refused';
        return Promise.resolve(refusal ?? Response.json({ ...correction, state }));
      }
      return Promise.resolve(Response.json([{ ...correction, state }]));
    };
  });
  const show = () =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Correcting page={page} />
      </QueryClientProvider>,
    );

  it('are withdrawn while they wait, when one is sure; until then there is none beside it', async () => {
    show();
    fireEvent.click(await screen.findByRole('button', { name: '撤回申请' }));
    expect(screen.queryByRole('button', { name: '申请更正' })).toBeNull();
    expect(said).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '确定撤回申请' }));

    await screen.findByText(/已撤回/);
    expect(said).toEqual(['/corrections/correction-1/withdraw']);
    expect(screen.queryByRole('button', { name: '撤回申请' })).toBeNull();
    expect(screen.getByRole('button', { name: '申请更正' })).toBeTruthy();
  });

  it('that a colleague has asked for meanwhile are shown beside the one that is refused, of which nothing typed is lost', async () => {
    state = 'withdrawn';
    const { fetch } = globalThis;
    globalThis.fetch = async (input) => {
      if ((input as Request).method !== 'POST') {
        return fetch(input);
      }
      state = 'asked';
      const headers = { 'content-type': 'application/problem+json' };
      return Response.json({ code: 'CORRECTION_OPEN', status: 409, traceId: '' }, { status: 409, headers });
    };
    show();
    fireEvent.click(await screen.findByRole('button', { name: '申请更正' }));
    fireEvent.change(await screen.findByLabelText('成果名称'), { target: { value: '改过的名称' } });
    fireEvent.change(screen.getByLabelText('更正理由'), { target: { value: '名称有误' } });
    fireEvent.change(screen.getByLabelText(/证明文件/), { target: { files: [new File(['%PDF'], 'a.pdf')] } });
    fireEvent.submit(screen.getByLabelText('更正理由'));

    await screen.findByText(/待审批/);
    expect(screen.getByLabelText<HTMLInputElement>('成果名称').value).toBe('改过的名称');
    expect(screen.getByRole('alert').textContent).toBeTruthy();
  });

  it('that were decided meanwhile are not: why is said, and how they stand', async () => {
    const problem = { status: 409, code: 'CORRECTION_DECIDED', traceId: '' };
    refusal = Response.json(problem, { status: 409, headers: { 'content-type': 'application/problem+json' } });
    show();
    fireEvent.click(await screen.findByRole('button', { name: '撤回申请' }));
    fireEvent.click(screen.getByRole('button', { name: '确定撤回申请' }));

    await screen.findByText('该更正已经处理完毕。');
    expect(screen.getByText(/不予更正/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /撤回申请/ })).toBeNull();
  });
});
