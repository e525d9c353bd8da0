/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { DeleteDraft } from './delete-draft';
import type { Draft } from './drafts';

const went: unknown[] = [];
jest.mock('@tanstack/react-router', () => ({
  useNavigate: () => (to: unknown) => {
    went.push(to);
    return Promise.resolve();
  },
}));

const draftUntil = (disposeOn: string | null) => ({ id: 'draft-1', disposeOn }) as unknown as Draft;

describe('a draft that nobody wants any more', () => {
  let said: string[];
  let letGo: jest.Mock;
  let answer: () => Response;
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'draft', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    [said, letGo] = [[], jest.fn()];
    went.length = 0;
    answer = () => new Response(null, { status: 204 });
    globalThis.fetch = (input) => {
      const { method, url } = input as Request;
      said.push(`${method} ${new URL(url).pathname.replace('/api/v1', '')}`);
      return Promise.resolve(answer());
    };
  });
  const show = (draft: Draft) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <DeleteDraft draft={draft} editing={{ letGo }} />
      </QueryClientProvider>,
    );

  it('is deleted when one is sure, and is typed into no more', async () => {
    show(draftUntil('2025-08-10'));
    fireEvent.click(screen.getByRole('button', { name: '删除草稿' }));
    expect(said).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    fireEvent.click(screen.getByRole('button', { name: '删除草稿' }));
    fireEvent.click(screen.getByRole('button', { name: '确定删除' }));

    await waitFor(() => expect(went).toEqual([{ to: '/achievements', replace: true }]));
    expect(said).toEqual(['DELETE /drafts/draft-1']);
    expect(letGo).toHaveBeenCalledTimes(1);
  });

  it('stays, with the reason, where it is refused', async () => {
    const problem = { status: 409, code: 'ACT_NOT_PERMITTED', traceId: '' };
    answer = () => Response.json(problem, { status: 409, headers: { 'content-type': 'application/problem+json' } });
    show(draftUntil('2025-08-10'));
    fireEvent.click(screen.getByRole('button', { name: '删除草稿' }));
    fireEvent.click(screen.getByRole('button', { name: '确定删除' }));

    await screen.findByText('当前状态下不能进行此操作，请查看最新状态。');
    expect([went.length, letGo.mock.calls.length]).toEqual([0, 0]);
  });

  it('is not offered to be deleted once it was submitted', () => {
    show(draftUntil(null));
    expect(screen.queryByRole('button')).toBeNull();
  });
});
