/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { ObjectionPage } from './objection.page';

jest.mock('@tanstack/react-router', () => ({
  useParams: () => ({ receipt: 'O2023-000001' }),
  Link: ({ children }: { children: React.ReactNode }) => children,
}));

const objection = {
  ...{ receipt: 'O2023-000001', serial: '2023-000017', state: 'received', flaw: null, kinds: ['truth'], objector: 'person', reason: null },
  ...{ receivedAt: '2023-08-07T02:00:00.000Z', acceptedAt: null, closedAt: null, disposeOn: null, grounds: '数据与证书不符' },
  ...{ name: null, contact: null, files: [], handling: [] },
};
const progress = { serial: '2023-000017', state: 'in-publicity', dueAt: '2023-08-11T16:00:00.000Z', dueProvisional: false };
const subject = { name: '某成果', form: null, heldAt: null, progress };

/** The system, with one objection; `quicker`: a colleague has declined it meanwhile. */
function anObjection(own: object = {}, about: object = {}, quicker = false): { sent: [path: string, body: unknown][] } {
  const sent: [string, unknown][] = [];
  let now = { ...objection, ...own };
  globalThis.fetch = async (input) => {
    const request = input as Request;
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    if (request.method === 'POST') {
      sent.push([path, await request.json()]);
      now = { ...now, state: quicker ? 'declined' : 'accepted' };
      const refused = { status: 409, headers: { 'content-type': 'application/problem+json' } };
      return quicker ? Response.json({ code: 'OBJECTION_DECIDED', status: 409, traceId: '' }, refused) : Response.json({});
    }
    return Response.json(path.startsWith('/objections') ? now : { ...subject, ...about });
  };
  return { sent };
}
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ObjectionPage />
    </QueryClientProvider>,
  );

describe('an objection before the registrar', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'registrar', 'journey', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    session.is({ person: { id: 'registrar' }, position: { organisationId: 'kjt' }, rights: [], must: null } as unknown as Me);
  });

  it('is accepted once it is said what that does, and not by one press', async () => {
    const { sent } = anObjection();
    show();
    fireEvent.click(await screen.findByRole('button', { name: '受理' }));
    expect(screen.getByText(/^受理后登记暂停/)).toBeTruthy();
    expect(sent).toEqual([]);

    fireEvent.click(screen.getByRole('button', { name: '确认受理' }));
    await screen.findByRole('button', { name: '异议成立' });
    expect(sent).toEqual([['/objections/O2023-000001/accept', {}]]);
    expect(screen.queryByRole('button', { name: '确认受理' })).toBeNull();
  });

  it('that a colleague has answered meanwhile says so, as it stands by then, and leaves what was written to be read', async () => {
    anObjection({}, {}, true);
    show();
    fireEvent.click(await screen.findByRole('button', { name: '不予受理' }));
    fireEvent.change(screen.getByLabelText('理由'), { target: { value: '与本成果无关' } });
    fireEvent.click(screen.getByRole('button', { name: '确认不予受理' }));

    await waitFor(() => expect(screen.queryByRole('button', { name: '受理' })).toBeNull());
    expect(screen.getByText('该异议已经答复或处理。')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>('理由').value).toBe('与本成果无关');
  });

  it('says until when the achievement is published, and once it is held by when to decide', async () => {
    anObjection();
    const { unmount } = show();
    await screen.findByText('公示至2023年8月11日（含当日）。');
    unmount();

    const held = { heldAt: '2023-08-08T02:00:00.000Z', progress: { ...progress, dueAt: '2023-08-29T16:00:00.000Z' } };
    anObjection({ state: 'accepted' }, held);
    show();
    await screen.findByText('登记因异议暂停，全部异议处理后继续。');
    expect(screen.getByText('2023年8月29日')).toBeTruthy();
  });
});
