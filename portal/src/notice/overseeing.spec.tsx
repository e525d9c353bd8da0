/** @jest-environment ./portal/testing/dom-environment.cjs */
import type { Right } from '@dengke/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { Gaps } from './gaps';

const notice = { id: 'letter', state: 'issued', form: 'liaison' } as Schemas['NoticePageDto'];
const missing = [
  { organisationId: 'county-a', name: '甲县能源局', state: 'read', escalatedAt: null },
  { organisationId: 'county-b', name: '乙县能源局', state: 'sent', escalatedAt: null },
];
const level = {
  ...{
    noticeId: 'letter',
    issuer: '某市能源局',
    title: '关于登记的通知',
    addressees: 3,
    read: 2,
    signed: 1,
    forwarded: 0,
    answered: 1,
    missing,
  },
  escalations: [{ step: 1, at: '2023-09-29T16:00:00.000Z', to: ['某市能源局'] }],
};

/** What is told of the letter, and what was done about it. */
function aCascade(levels: readonly object[], refusal?: string): { done: [path: string, body: unknown][]; asked: () => number } {
  const done: [string, unknown][] = [];
  let asked = 0;
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    if (request.method === 'POST') {
      done.push([path, await request.json()]);
      const refused = { status: 409, headers: { 'content-type': 'application/problem+json' } };
      return refusal === undefined ? Response.json({}) : Response.json({ code: refusal, status: 409, traceId: '' }, refused);
    }
    asked += path.endsWith('/gaps') ? 1 : 0;
    return Response.json(path.endsWith('/gaps') ? levels : missing.map((one) => ({ ...one, signedAt: null })));
  };
  return { done, asked: () => asked };
}
const show = (rights: readonly Right[], own: Partial<typeof notice> = {}) => {
  session.is({ person: { id: 'me' }, position: { organisationId: 'city' }, rights, must: null } as unknown as Me);
  return render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <Gaps notice={{ ...notice, ...own }} />
    </QueryClientProvider>,
  );
};

describe('a letter of one’s own', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'notice', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });

  it('is urged, everybody who is late with it or one by itself, and who was told of the delay is said', async () => {
    const { done } = aCascade([level]);
    show(['notice.issue', 'notice.forward']);
    fireEvent.click(await screen.findByRole('button', { name: /^催办.*乙县能源局$/ }));
    await screen.findByRole('button', { name: /^已催办.*乙县能源局$/ });
    fireEvent.click(screen.getByRole('button', { name: '催办未反馈的 2 个单位' }));

    await screen.findByText(/^已催办，/);
    expect(done).toEqual([
      ['/notices/letter/urge', { addresseeIds: ['county-b'] }],
      ['/notices/letter/urge', {}],
    ]);
    expect(screen.getByText(/^逾期通报：.*告知某市能源局$/)).toBeTruthy();
  });

  it('that asks for no answer is urged of those who have not signed for it', async () => {
    const { done } = aCascade([{ ...level, missing: [], answered: 0 }]);
    show(['notice.issue', 'notice.forward'], { form: null });
    fireEvent.click(await screen.findByRole('button', { name: '催办未签收的 2 个单位' }));

    await waitFor(() => expect(done).toEqual([['/notices/letter/urge', {}]]));
    expect(await screen.findByText('甲县能源局')).toBeTruthy();
  });

  it('is withdrawn with a reason, and nothing more is offered of what is withdrawn', async () => {
    const { done } = aCascade([level]);
    const { unmount } = show(['notice.issue', 'notice.forward']);
    fireEvent.click(await screen.findByRole('button', { name: '撤销这份通知' }));
    fireEvent.change(screen.getByLabelText('撤销的理由'), { target: { value: '文号有误' } });
    fireEvent.click(screen.getByRole('button', { name: '确认撤销' }));
    await waitFor(() => expect(done).toEqual([['/notices/letter/withdraw', { reason: '文号有误' }]]));
    unmount();

    show(['notice.issue', 'notice.forward'], { state: 'withdrawn' });
    await screen.findByText('2 个单位未反馈');
    expect(screen.queryByRole('button', { hidden: true })).toBeNull();
  });

  it('is withdrawn by a county as long as nobody below has answered', async () => {
    aCascade([{ ...level, answered: 0 }]);
    const { unmount } = show(['notice.forward']);
    expect(await screen.findByRole('button', { name: '撤销这份通知' })).toBeTruthy();
    unmount();

    aCascade([level]);
    show(['notice.forward']);
    await screen.findByText(/^已有下级单位反馈/);
    expect(screen.queryByRole('button', { name: '撤销这份通知' })).toBeNull();
  });

  it('says that somebody was quicker, and shows how it stands by then', async () => {
    const { asked } = aCascade([level], 'NOTICE_ANSWERED');
    show(['notice.issue', 'notice.forward']);
    fireEvent.click(await screen.findByRole('button', { name: '撤销这份通知' }));
    fireEvent.change(screen.getByLabelText('撤销的理由'), { target: { value: '重复' } });
    fireEvent.click(screen.getByRole('button', { name: '确认撤销' }));

    await screen.findByText('已有下级单位反馈，不能再撤销这份转发的通知。');
    expect(asked()).toBe(2);
  });
});
