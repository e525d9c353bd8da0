/** @jest-environment ./portal/testing/dom-environment.cjs */
import { render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { beginMessages, needMessages } from '../messages/messages';
import { WindowsPage } from './windows.page';

let windows: object[] = [];
jest.mock('@tanstack/react-router', () => ({
  useLoaderData: () => windows,
  Link: ({ children }: { children: React.ReactNode }) => children,
}));

const one = {
  ...{ id: 'h1', name: '上半年', registrationYear: 2023, resultFrom: '2023-01-01', resultTo: '2023-06-30', opensOn: '2023-08-07' },
  ...{ cutOffOn: '2023-08-25', cutOffAt: '2023-08-25T16:00:00.000Z', paperFrom: '2023-08-28', paperTo: '2023-08-30' },
  ...{ earlierCutOffs: [], contacts: [], manuals: [], state: 'open', takesSubmissions: true },
};

describe('the windows that are not over, for everybody', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'visitors'], 'zh');
    await i18next.changeLanguage('zh');
  });

  it('end with the day of their cut-off', () => {
    windows = [one];
    render(<WindowsPage />);
    expect(screen.getByText('2023年8月7日至2023年8月25日').closest('dd')?.textContent).toContain('截止当日 24:00');
  });

  it('end at the minute at which they were closed by hand', () => {
    windows = [{ ...one, cutOffOn: '2023-08-21', cutOffAt: '2023-08-21T06:05:00.000Z', takesSubmissions: false }];
    render(<WindowsPage />);
    const online = screen.getByText(/2023年8月7日至2023年8月21日\s*14:05/).closest('dd');
    expect(online?.textContent).not.toContain('24:00');
    expect(screen.getByText('网上受理已截止')).toBeTruthy();
  });
});
