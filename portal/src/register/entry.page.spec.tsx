/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { EntryPage } from './entry.page';

jest.mock('@tanstack/react-router', () => ({
  useParams: () => ({ serial: '2023-000017' }),
  Link: ({ children }: { children: React.ReactNode }) => children,
}));

describe('the certificates of a registration', () => {
  let asked: string[];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'registrar', 'journey', 'problems', 'submit'], 'zh');
    await i18next.changeLanguage('zh');
    session.is({ person: { id: 'registrar' }, position: { organisationId: 'kjt' }, rights: [], must: null } as unknown as Me);
  });
  const show = (state: string, ground = 'fraud'): void => {
    asked = [];
    const progress = { serial: '2023-000017', state, registrationNumber: '9992023Y0042' };
    const answers: Record<string, unknown> = {
      '2023-000017': { name: '某成果', approvedOn: '2023-10-09', registrationYear: 2023, progress },
      cancellation: { cancelledAt: '2023-11-09T02:00:00.000Z', ground, document: null, documentNumber: '晋密发〔2023〕7号' },
    };
    globalThis.fetch = (input) => {
      const what = new URL((input as Request).url).pathname.split('/').at(-1) ?? '';
      asked.push(what);
      return Promise.resolve(Response.json(answers[what] ?? []));
    };
    render(
      <QueryClientProvider client={new QueryClient()}>
        <EntryPage />
      </QueryClientProvider>,
    );
  };

  it('are not asked for while it is suspected to be classified [P17]', async () => {
    show('suspected');

    await waitFor(() => expect(asked).toContain('corrections'));
    expect(asked).not.toContain('certificates');
  });

  it('that was cancelled as classified are not asked for, and it is said that they are served no more [P17]', async () => {
    show('cancelled', 'classified');

    await screen.findByText('涉密注销，证书不再提供。');
    expect(asked).not.toContain('certificates');
  });

  it('that was cancelled on another ground are asked for', async () => {
    show('cancelled');

    await waitFor(() => expect(asked).toContain('certificates'));
  });
});
