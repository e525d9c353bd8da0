/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { useState } from 'react';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { DecidedPage } from './decided.page';

/** The address: what it asks for, and a way to change it. */
let address: { search: object; go: (search: object) => void };
jest.mock('@tanstack/react-router', () => ({
  useSearch: () => address.search,
  useNavigate:
    () =>
    ({ search }: { search: object }) =>
      address.go(search),
  Link: ({ children, params }: { children: React.ReactNode; params?: { serial: string } }) => (
    <a href={`/review/${params?.serial ?? ''}`}>{children}</a>
  ),
}));

const line = (serial: string, own: object) => ({
  ...{ serial, name: `成果${serial}`, unitName: '某公司', state: 'in-review', round: 1, decidedRound: 1, decision: 'recommend' },
  ...{ decidedAt: '2023-08-07T02:00:00.000Z', decidedBy: 'person-1', ...own },
});
const first = line('2023-000003', { decision: 'return', state: 'returned', decidedBy: 'person-2', decidedRound: 2 });
const second = line('2023-000002', {});
const older = line('2023-000001', { decidedBy: 'person-gone' });

/** The system: what was asked of it, page by page. */
function aDesk(): { asked: string[] } {
  const asked: string[] = [];
  globalThis.fetch = (input) => {
    const { pathname, search, searchParams } = new URL((input as Request).url);
    if (!pathname.endsWith('/decided')) {
      return Promise.resolve(Response.json([{ personId: 'person-2', name: '戊某' }]));
    }
    asked.push(search);
    const items = searchParams.has('after') ? [older] : [first, second];
    return Promise.resolve(Response.json({ items, next: searchParams.has('after') ? null : 'then' }));
  };
  return { asked };
}

function Page(): React.JSX.Element {
  const [search, go] = useState<object>({});
  address = { search, go };
  return <DecidedPage />;
}
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page />
    </QueryClientProvider>,
  );

describe('what one’s desk has decided', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'review', 'journey', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    const position = { organisationId: 'city', organisationKind: 'municipal' };
    session.is({ person: { id: 'person-1' }, position, rights: ['submission.decide'], must: null } as unknown as Me);
  });

  it('is listed with who decided what and how it stands now; each leads to the submission, and there is more of it', async () => {
    aDesk();
    show();
    const row = (await screen.findByRole('link', { name: '成果2023-000003' })).closest('tr') as HTMLElement;
    expect(row.textContent).toMatch(/某公司 · 2023-000003 · 第 2 轮.*退回.*戊某.*已退回/);
    expect(within(row).getByRole('link').getAttribute('href')).toBe('/review/2023-000003');
    expect(screen.getByRole('link', { name: '成果2023-000002' }).closest('tr')?.textContent).toMatch(/推荐.*我.*审查中/);

    fireEvent.click(screen.getByRole('button', { name: '加载更多' }));
    expect((await screen.findByRole('link', { name: '成果2023-000001' })).closest('tr')?.textContent).toContain('同事');
    expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull();
  });

  it('is narrowed down to an outcome of this kind of desk, to days, and to what one decided oneself', async () => {
    const { asked } = aDesk();
    show();
    await screen.findByRole('link', { name: '成果2023-000003' });
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: '退回' }));
    fireEvent.change(screen.getByLabelText('办理人'), { target: { value: 'mine' } });
    fireEvent.change(screen.getByLabelText('办理日期自'), { target: { value: '2023-08-01' } });
    fireEvent.change(screen.getByLabelText('至（含当日）'), { target: { value: '2023-08-31' } });
    await screen.findByRole('link', { name: '成果2023-000003' });
    expect(asked.at(-1)).toBe('?outcome=return&mine=true&from=2023-08-01&to=2023-08-31&limit=50');

    fireEvent.click(screen.getByRole('button', { name: '全部' }));
    await screen.findByRole('link', { name: '成果2023-000003' });
    expect(asked.at(-1)).toBe('?mine=true&from=2023-08-01&to=2023-08-31&limit=50');
  });
});
