/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { EntryPage } from './entry.page';

jest.mock('@tanstack/react-router', () => ({ useParams: () => ({ serial: '2023-000001' }) }));

const entry = {
  ...{ serial: '2023-000001', party: 'completer/ab12', as: 'colleague', standing: 'unanswered', answeredAt: null, rank: 2, open: true },
  ...{
    name: '某成果',
    entry: { name: '丁某', bornIn: '1980-05', gender: 'female', workUnit: '太原市某研究所', unitId: 'unit-partner' },
    personId: null as string | null,
    words: [],
  },
};
const people = [
  { positionId: 'position-1', personId: 'person-1', name: '丁某' },
  { positionId: 'position-2', personId: 'person-2', name: '戊某' },
];

/** What the page is answered, and what it says. */
function aSecondUnit(): { said: [path: string, body: unknown][] } {
  const said: [string, unknown][] = [];
  let now = entry;
  globalThis.fetch = async (input) => {
    const request = input instanceof Request ? input : new Request(input);
    const path = new URL(request.url).pathname.replace('/api/v1', '');
    if (request.method === 'POST') {
      const body = (await request.json()) as { personId?: string };
      said.push([path, body]);
      now = { ...entry, personId: body.personId ?? null };
    }
    if (path.startsWith('/code-lists/')) {
      return Response.json({ entries: [{ code: 'female', name: '女' }] });
    }
    return Response.json(path.endsWith('/people') ? people : [now]);
  };
  return { said };
}
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <EntryPage />
    </QueryClientProvider>,
  );

describe('the entry of somebody who works at one’s unit', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'forms', 'entries'], 'zh');
    await needMessages(['shell', 'forms', 'entries'], 'en');
    session.is({ person: { id: 'admin' }, position: { organisationId: 'unit-partner' }, rights: [], must: null } as unknown as Me);
  });
  beforeEach(async () => void (await i18next.changeLanguage('zh')));

  it('is given to one of its people, who answers from then on; before, its administrator may', async () => {
    const { said } = aSecondUnit();
    show();
    await screen.findByRole('option', { name: '丁某' });
    expect(screen.getByRole('button', { name: '确认署名无误' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '提出异议' })).toBeTruthy();

    fireEvent.change(screen.getByLabelText('本单位人员'), { target: { value: 'person-1' } });
    fireEvent.click(screen.getByRole('button', { name: '指明此人' }));

    await screen.findByText('已指明为丁某，由其本人确认或提出异议。');
    expect(said).toEqual([['/entries/2023-000001/identify', { entry: 'completer/ab12', personId: 'person-1' }]]);
    expect(screen.queryByRole('button', { name: '确认署名无误' })).toBeNull();
    expect(screen.queryByRole('button', { name: '提出异议' })).toBeNull();
  });

  it('stands there as in the form, by the names of its boxes and of its codes', async () => {
    aSecondUnit();
    show();

    await screen.findByText('女');
    const names = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(names).toEqual(['排序', '姓名', '性别', '出生年月', '工作单位']);
    expect(screen.queryByText('unit-partner')).toBeNull();
  });

  it('is confirmed or disputed by its party, where it is nobody with a login', async () => {
    const { said } = aSecondUnit();
    show();
    fireEvent.click(await screen.findByRole('button', { name: '确认署名无误' }));
    await waitFor(() => expect(said).toHaveLength(1));
    expect(said).toEqual([['/entries/2023-000001/confirm', { entry: 'completer/ab12' }]]);
  });

  it('reads in English, too', async () => {
    aSecondUnit();
    await i18next.changeLanguage('en');
    show();

    expect(await screen.findByRole('heading', { name: /^Entry of one of your people/ })).toBeTruthy();
    expect(screen.getByLabelText('One of our people')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'This is the one' })).toBeTruthy();
  });
});
