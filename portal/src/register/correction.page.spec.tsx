/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { CorrectionPage } from './correction.page';

jest.mock('@tanstack/react-router', () => ({
  useParams: () => ({ id: 'correction-1' }),
  Link: ({ to, children }: React.PropsWithChildren<{ to: string }>) => <a href={to}>{children}</a>,
}));

const correction = {
  ...{ id: 'correction-1', serial: '2023-000017', state: 'asked', registrationNumber: '9992023Y0042', limitSource: 'P32' },
  ...{ dueOn: '2023-10-30', changes: [], timeline: [] },
};

describe('the page of a correction, where mails lead', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'registrar', 'submit', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    globalThis.fetch = () => Promise.resolve(Response.json(correction));
  });

  it.each([
    ['unit', ['撤回申请'], '/submissions/$serial'],
    ['department', ['批准更正', '不予更正'], '/registered/$serial'],
    ['municipal', [], '/registered/$serial'],
  ])('offers the %s its own acts', async (organisationKind, acts, back) => {
    const rights = ['draft.write', 'submission.decide'];
    session.is({ person: { id: 'one' }, position: { organisationKind }, rights, must: null } as unknown as Me);
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CorrectionPage />
      </QueryClientProvider>,
    );

    await screen.findByRole('heading', { name: /9992023Y0042/ });
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(acts);
    expect(screen.getByRole('link', { name: '查看登记条目' }).getAttribute('href')).toBe(back);
  });

  it('says to the registrar why a decision is refused that the unit was quicker than, and keeps the reason that he wrote', async () => {
    const position = { organisationKind: 'department' };
    session.is({ person: { id: 'one' }, position, rights: ['submission.decide'], must: null } as unknown as Me);
    let state = 'asked';
    globalThis.fetch = (input) => {
      if ((input as Request).method !== 'POST') {
        return Promise.resolve(Response.json({ ...correction, state }));
      }
      state = 'withdrawn';
      const headers = { 'content-type': 'application/problem+json' };
      return Promise.resolve(Response.json({ code: 'CORRECTION_DECIDED', status: 409, traceId: '' }, { status: 409, headers }));
    };
    render(
      <QueryClientProvider client={new QueryClient()}>
        <CorrectionPage />
      </QueryClientProvider>,
    );
    fireEvent.click(await screen.findByRole('button', { name: '不予更正' }));
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '依据不足' } });
    fireEvent.click(screen.getByRole('button', { name: /确认.*不予更正/ }));

    await screen.findByText('该更正已经处理完毕。');
    await screen.findByText('已撤回');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('依据不足');
    expect(screen.queryByRole('button', { name: '批准更正' })).toBeNull();
  });
});
