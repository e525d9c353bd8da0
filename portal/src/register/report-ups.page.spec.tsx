/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { ReportUpPage } from './report-up.page';
import { ReportUpsPage } from './report-ups.page';

jest.mock('@tanstack/react-router', () => ({
  useParams: () => ({ id: 'R-000001' }),
  Link: ({ children }: { children: React.ReactNode }) => children,
}));

const bundle = {
  ...{ id: 'R-000001', state: 'settled', openedAt: '2023-10-09T02:00:00.000Z', closesAt: '2023-10-10T02:00:00.000Z' },
  ...{ items: { waiting: 0, acknowledged: 1, returned: 0, withheld: 2 }, sha256: null },
  ...{ attempts: 0, triedAt: null, nextTryAt: null, lastFault: null },
};
const line = (number: string, state: string) => ({
  ...{ id: number, kind: 'registration', serial: '2023-000017', registrationNumber: number, state },
  ...{ answeredAt: null, receipt: null, reason: null },
});
const lines = [line('9992023Y0041', 'acknowledged'), line('9992023Y0042', 'withheld')];

describe('what was found to be classified before it was reported up', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'reports', 'forms', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    session.is({ person: { id: 'registrar' }, position: { organisationId: 'kjt' }, rights: [], must: null } as unknown as Me);
    globalThis.fetch = (input) => {
      const isOne = new URL((input as Request).url).pathname.endsWith('/R-000001');
      return Promise.resolve(Response.json(isOne ? { ...bundle, lines } : { items: [bundle], next: null }));
    };
  });
  const show = (page: React.ReactNode) => render(<QueryClientProvider client={new QueryClient()}>{page}</QueryClientProvider>);

  it('is counted in the list of bundles', async () => {
    show(<ReportUpsPage />);

    await screen.findByText('R-000001');
    const columns = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    const cells = screen.getByText('R-000001').closest('tr')?.children;
    expect(cells?.[columns.indexOf('涉密，未报送')]?.textContent).toBe('2');
  });

  it('is found among the items of its bundle', async () => {
    show(<ReportUpPage />);

    await screen.findByText('9992023Y0041');
    fireEvent.click(screen.getByRole('button', { name: '涉密，未报送' }));
    expect(screen.queryByText('9992023Y0041')).toBeNull();
    expect(screen.getByText('9992023Y0042')).toBeTruthy();
  });
});
