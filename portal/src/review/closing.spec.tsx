/** @jest-environment ./portal/testing/dom-environment.cjs */
import type { Right } from '@dengke/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { Aftermath } from './aftermath';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: React.ReactNode }) => children }));

const progress = { serial: '2023-000017', state: 'returned', stage: null, round: 2, deskId: null, registrationNumber: null };
const leg = (kind: string, position: number, organisationId: string, decision: string | null) => ({
  ...{ kind, position, organisationId, decision, claimedBy: null, openedAt: null, decidedAt: null, paper: null },
});
const page = (own: object = {}) =>
  ({
    ...{ progress, escalatedAt: '2023-09-01T01:00:00.000Z', ...own },
    legs: [leg('unit', 0, 'unit', 'release'), leg('municipal', 1, 'city', 'recommend'), leg('organiser', 2, 'bureau', 'return')],
  }) as unknown as Schemas['SubmissionPage'];

describe('what a desk has returned and nobody mends', () => {
  let sent: [path: string, body: unknown][];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'review', 'journey', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    sent = [];
    globalThis.fetch = async (input) => {
      const { method, url } = input as Request;
      if (method === 'POST') {
        sent.push([new URL(url).pathname, await (input as Request).json()]);
      }
      return Response.json(method === 'POST' ? { ...progress, state: 'closed' } : { items: [], next: null });
    };
  });
  const show = (organisationId: string, own: object = {}, rights: Right[] = ['submission.decide']) => {
    session.is({ person: { id: 'person-1' }, position: { organisationId }, rights, must: null } as unknown as Me);
    return render(
      <QueryClientProvider client={new QueryClient()}>
        <Aftermath page={page(own)} />
      </QueryClientProvider>,
    );
  };

  it('is closed by the desk that returned it, with a reason', async () => {
    show('bureau');
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    fireEvent.change(screen.getByLabelText('关闭的理由'), { target: { value: '逾期未补正' } });
    fireEvent.click(screen.getByRole('button', { name: '确定关闭' }));

    const body = { seen: { stage: null, round: 2 }, reason: '逾期未补正' };
    await waitFor(() => expect(sent).toEqual([['/api/v1/submissions/2023-000017/close', body]]));
  });

  it('is waited for until the desk was told that it is late', () => {
    show('bureau', { escalatedAt: null });
    expect(screen.queryByRole('button', { name: '关闭' })).toBeNull();
    expect(screen.getByText(/^退回后一直未补正/)).toBeTruthy();
  });

  it.each<[string, string, object, Right[] | undefined]>([
    ['a desk that it has passed', 'city', {}, undefined],
    ['who decides nothing', 'bureau', {}, ['submission.read']],
    ['the desk, once it is mended', 'bureau', { progress: { ...progress, state: 'in-review' } }, undefined],
  ])('is not closed by %s', (_, organisationId, own, rights) => {
    show(organisationId, own, rights);
    expect(screen.queryByRole('button', { name: '关闭' })).toBeNull();
    expect(screen.queryByText(/^退回后/)).toBeNull();
  });
});
