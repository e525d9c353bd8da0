/** @jest-environment ./portal/testing/dom-environment.cjs */
import type { FormSchema } from '@dengke/contract/forms';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { DeskSide } from './desk-side';
import type { Noting } from './notes';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: React.ReactNode }) => children }));

const progress = { serial: '2023-000017', state: 'in-review', stage: 'municipal', round: 1, deskId: 'city', registrationNumber: null };
const registered = { ...progress, state: 'registered', stage: 'ministry', deskId: 'ministry', registrationNumber: '0002023Y0001' };
const legs = [{ kind: 'municipal', position: 1, organisationId: 'city', claimedBy: null, decision: null }];
const pageOf = (now: object, form: object | null) =>
  ({
    progress: { ...progress, ...now },
    form,
    evidence: [],
    legs,
    paperRequired: false,
    withdrawalAsked: false,
  }) as unknown as Schemas['SubmissionPage'];
const schema = { sections: [] } as unknown as FormSchema;
const seen = { stage: 'municipal', round: 1 };

describe('a suspicion of secrecy', () => {
  let sent: [string, unknown][];
  let forgotten: number;
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'review', 'journey', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    sent = [];
    forgotten = 0;
    globalThis.fetch = async (input) => {
      const { method, url } = input as Request;
      const { pathname } = new URL(url);
      if (method === 'POST') {
        sent.push([pathname.split('/').at(-1) ?? '', await (input as Request).json()]);
      }
      return Response.json(pathname.endsWith('/check-list') ? { compulsory: false, items: [] } : []);
    };
  });

  function show(position: object, page: Schemas['SubmissionPage'], isHere: boolean): void {
    session.is({ person: { id: 'person-1' }, position, rights: ['submission.decide'], must: null } as unknown as Me);
    const notes = { findings: {}, remarks: {}, words: {} };
    const noting = { notes, forget: () => (forgotten += 1) } as unknown as Noting;
    render(
      <QueryClientProvider client={new QueryClient()}>
        <DeskSide page={page} schema={schema} noting={noting} isHere={isHere} judged={null} />
      </QueryClientProvider>,
    );
  }
  const clerk = { organisationId: 'city', organisationKind: 'municipal', role: 'manager' };
  const head = { organisationId: 'kjt', organisationKind: 'department', role: 'superAdmin' };

  it.each([
    ['it is judged', progress],
    ['it is reported', registered],
  ])('is raised where %s, with a ground and no words, and nothing of it stays in the browser', async (_, now) => {
    show(clerk, pageOf(now, {}), true);

    fireEvent.click(await screen.findByRole('button', { name: '疑似涉密' }));
    fireEvent.change(screen.getByLabelText('事由'), { target: { value: 'secrecy-mark' } });
    fireEvent.click(screen.getByRole('button', { name: '确定涉密核查' }));

    await waitFor(() => expect(forgotten).toBe(1));
    expect(sent).toEqual([['suspect', { seen: { stage: now.stage, round: 1 }, suspicion: 'secrecy-mark' }]]);
  });

  it('is raised in publicity too, where it lies at no desk, by a desk that let it pass', async () => {
    show(clerk, pageOf({ state: 'in-publicity', stage: null, deskId: null }, {}), false);

    fireEvent.click(await screen.findByRole('button', { name: '疑似涉密' }));
    fireEvent.change(screen.getByLabelText('事由'), { target: { value: 'defence' } });
    fireEvent.click(screen.getByRole('button', { name: '确定涉密核查' }));

    await waitFor(() => expect(sent).toEqual([['suspect', { seen: { stage: null, round: 1 }, suspicion: 'defence' }]]));
  });

  it('is cleared by the department’s super administrator, with a reason', async () => {
    show(head, pageOf({ state: 'suspected' }, {}), false);

    fireEvent.change(screen.getByLabelText('排除涉密的理由'), { target: { value: '经核查不涉密' } });
    fireEvent.click(screen.getByRole('button', { name: '排除涉密' }));

    await waitFor(() => expect(sent).toEqual([['clear', { seen, reason: '经核查不涉密' }]]));
  });

  it('is found right by him, who is told before what that does', async () => {
    show(head, pageOf({ state: 'suspected' }, {}), false);

    fireEvent.click(screen.getByRole('button', { name: '认定涉密' }));
    await screen.findByText(/不能恢复/);
    fireEvent.click(screen.getByRole('button', { name: '确定认定涉密' }));

    await waitFor(() => expect(sent).toEqual([['exclude', { seen }]]));
  });

  it('excludes nothing that has a number', () => {
    show(head, pageOf({ ...registered, state: 'suspected' }, {}), false);

    expect(screen.queryByRole('button', { name: '认定涉密' })).toBeNull();
  });

  it('is said to the desk, which reads and decides nothing meanwhile', async () => {
    show(clerk, pageOf({ state: 'suspected' }, null), true);

    expect((await screen.findByRole('status')).textContent).toBe('涉密核查中，暂停办理。');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
