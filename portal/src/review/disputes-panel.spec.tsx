/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { DecidePanel } from './decide-panel';
import { DisputesPanel } from './disputes-panel';
import type { Noting } from './notes';

type Stage = 'unit' | 'municipal' | 'department';
const progress = (stage: Stage) => ({ serial: '2023-000017', stage, round: 1 }) as Schemas['ProgressDto'];
const entry = { serial: '2023-000017', party: 'unit/org-second', as: 'unit', answeredAt: null, rank: 2, entry: { name: '乙公司' } };
const words = [{ act: 'dispute', at: '2023-08-07T02:00:00.000Z', reason: '排名与合同不符' }];

describe('disputed entries at a desk', () => {
  let standing: string;
  let settled: unknown[];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'review', 'journey', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    settled = [];
    globalThis.fetch = async (input) => {
      const { method, url } = input as Request;
      if (method === 'POST') {
        settled.push(new URL(url).pathname, await (input as Request).json());
        standing = 'decided';
        return Response.json(progress('unit'));
      }
      return Response.json([
        { ...entry, standing, words },
        { ...entry, party: 'person/one', standing: 'unanswered', words: [] },
      ]);
    };
  });
  const show = (stage: Stage) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <DisputesPanel progress={progress(stage)} />
      </QueryClientProvider>,
    );

  it.each<[Stage, string, string]>([
    ['unit', 'disputed', '对异议的说明'],
    ['department', 'explained', '裁定及理由'],
    ['department', 'disputed', '裁定及理由'],
  ])('are answered: at the %s what is %s', async (stage, now, label) => {
    standing = now;
    show(stage);

    fireEvent.change(await screen.findByLabelText(label), { target: { value: '排序与合同一致' } });
    fireEvent.click(screen.getByRole('button', { name: '处理署名异议' }));

    await waitFor(() => expect(screen.queryByText(/乙公司/)).toBeNull());
    const body = { seen: { stage, round: 1 }, entry: 'unit/org-second', reason: '排序与合同一致' };
    expect(settled).toEqual(['/api/v1/submissions/2023-000017/settle-dispute', body]);
  });

  it.each<[Stage, string]>([
    ['municipal', 'disputed'],
    ['unit', 'explained'],
  ])('are only seen: at the %s what is %s', async (stage, now) => {
    standing = now;
    show(stage);

    await screen.findByText(/完成单位“乙公司”，第 2 位/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('say why, where they are answered', async () => {
    standing = 'disputed';
    show('unit');

    const dispute = await screen.findByRole('group', { name: '完成单位“乙公司”，第 2 位' });
    expect(within(dispute).getByText('排名与合同不符')).toBeTruthy();
    expect(within(dispute).getByText(/^提出异议/)).toBeTruthy();
  });

  it.each<[Stage, string, boolean]>([
    ['unit', 'disputed', true],
    ['unit', 'explained', false],
    ['municipal', 'disputed', false],
    ['department', 'explained', true],
  ])('keep the %s from letting it go on, where they are %s: %s', async (stage, now, keeps) => {
    standing = now;
    const list = { compulsory: false, items: [] } as unknown as Schemas['CheckList'];
    const noting = { notes: { findings: {}, remarks: {}, words: {} } } as unknown as Noting;
    render(
      <QueryClientProvider client={new QueryClient()}>
        <DisputesPanel progress={progress(stage)} />
        <DecidePanel progress={progress(stage)} stage={stage} list={list} noting={noting} places={[]} lacksPaper={false} />
      </QueryClientProvider>,
    );

    await screen.findByText(/完成单位“乙公司”，第 2 位/);
    const pass = screen.getByRole<HTMLButtonElement>('button', { name: /^(放行|推荐|通过)$/ });
    expect([pass.disabled, screen.queryByText(/先处理上方 1 项署名异议/) !== null]).toEqual([keeps, keeps]);
  });
});
