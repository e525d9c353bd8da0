/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { AuditPage } from './audit.page';

jest.mock('@tanstack/react-router', () => ({
  useNavigate: () => () => undefined,
  useSearch: () => ({ subject: 'graph/changes' }),
}));

const entry = (number: number, kind: string, by: string) => ({
  ...{ number, kind, by, at: '2023-08-07T02:00:00.000Z', organisationId: null, detail: {}, text: null, hash: `hash-${number}` },
});
/** More than the page loads at once, and what is looked for beyond that. */
const ledger = [...Array.from({ length: 250 }, (_, index) => entry(index + 1, 'create', 'one')), entry(251, 'merge', 'person-two')];

/** The ledger as the system tells it: a page of what is asked for. */
function aLedger(): { asked: URLSearchParams[] } {
  const asked: URLSearchParams[] = [];
  globalThis.fetch = (input) => {
    const { pathname, searchParams } = new URL((input as Request).url);
    if (!pathname.endsWith('/audit')) {
      return Promise.resolve(Response.json([]));
    }
    asked.push(searchParams);
    const found = ledger
      .filter(({ kind }) => [null, kind].includes(searchParams.get('kind')))
      .filter(({ by }) => by.includes(searchParams.get('by') ?? ''))
      .filter(({ number }) => number > Number(searchParams.get('after')));
    const page = { subject: 'graph/changes', entries: found.slice(0, 200), kinds: ['create', 'merge'], fault: null };
    return Promise.resolve(Response.json(page));
  };
  return { asked };
}

describe('the ledger of a subject', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'audit', 'forms', 'problems', 'organisations'], 'zh');
    await i18next.changeLanguage('zh');
    session.is({ person: { id: 'auditor' }, position: { organisationId: 'kjt' }, rights: [], must: null } as unknown as Me);
  });
  const show = () =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <AuditPage />
      </QueryClientProvider>,
    );

  it('is narrowed down as a whole, not as far as it has been loaded', async () => {
    const { asked } = aLedger();
    show();
    await screen.findByText('200. 新设机构');
    expect(screen.queryByText('251. 合并')).toBeNull();
    expect(screen.getByRole('button', { name: '加载更多' })).toBeTruthy();

    fireEvent.change(screen.getByLabelText('事项'), { target: { value: 'merge' } });
    await screen.findByText('251. 合并');
    expect(screen.queryByText('200. 新设机构')).toBeNull();
    expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull();

    fireEvent.change(screen.getByLabelText('事项'), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('经办人编号'), { target: { value: ' two ' } });
    fireEvent.change(screen.getByLabelText('自何日起'), { target: { value: '2023-08-01' } });
    await waitFor(() => expect(Object.fromEntries(asked.at(-1) ?? [])).toMatchObject({ by: 'two', from: '2023-08-01' }));
    await screen.findByText('251. 合并');
  });

  it('has nothing of what is no id, says so at the box, and asks for nothing', async () => {
    const { asked } = aLedger();
    show();
    await screen.findByText('200. 新设机构');
    const by = screen.getByLabelText<HTMLInputElement>('经办人编号');
    fireEvent.change(by, { target: { value: '张三' } });

    expect(screen.queryByText('200. 新设机构')).toBeNull();
    expect(by.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(by.getAttribute('aria-describedby') ?? '')?.textContent).toContain('编号');
    expect(screen.queryByRole('button', { name: '加载更多' })).toBeNull();

    fireEvent.change(by, { target: { value: 'two' } });
    await screen.findByText('251. 合并');
    expect(asked.map((one) => one.get('by'))).toEqual([null, 'two']);
  });
});
