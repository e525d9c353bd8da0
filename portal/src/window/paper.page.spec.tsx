/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { configure, fireEvent, render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { forgetUnsent } from '../shared/unsent';
import { PaperPage } from './paper.page';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: { children: React.ReactNode }) => children }));

interface Body {
  submissions: { serial: string; scanned: string }[];
}

const refusal = { outcome: 'refused', code: 'CLAIMED_BY_ANOTHER', progress: null, sentence: null };

/** The system at a counter: each code is its serial, each paper is what was submitted, and all are received but those named. */
function aCounter(refused: readonly string[] = []): { received: string[][] } {
  const received: string[][] = [];
  globalThis.fetch = async (input) => {
    const request = input as Request;
    if (request.method === 'POST') {
      const serials = ((await request.json()) as Body).submissions.map(({ serial }) => serial);
      received.push(serials);
      const done = { outcome: 'done', code: null, progress: null, sentence: null };
      return Response.json({ items: serials.map((serial) => ({ serial, ...(refused.includes(serial) ? refusal : done) })) });
    }
    const serial = new URL(request.url).searchParams.get('scanned');
    const check = {
      serial,
      verdict: 'same',
      version: 1,
      newest: 1,
      of: 1,
      name: `成果${serial}`,
      firstUnit: '某公司',
      firstCompleter: '甲某',
    };
    return Response.json({ ...check, fields: [], files: [] });
  };
  return { received };
}
const serialOf = (nth: number): string => `2023-${String(nth).padStart(6, '0')}`;
const lineOf = (nth: number) => screen.getByText(`成果${serialOf(nth)}`).closest('li') ?? document.body;
async function scan(nth: number): Promise<void> {
  fireEvent.change(screen.getByLabelText(/二维码内容/), { target: { value: serialOf(nth) } });
  fireEvent.click(screen.getByRole('button', { name: '核对' }));
  await screen.findByText(serialOf(nth));
}
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PaperPage />
    </QueryClientProvider>,
  );

describe('the counter where paper is received', () => {
  beforeAll(async () => {
    // Fifty scans take a busy machine more than the second that is waited otherwise.
    configure({ asyncUtilTimeout: 10_000 });
    await beginMessages();
    await needMessages(['shell', 'window', 'office', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    session.is({ person: { id: 'clerk' }, position: { organisationKind: 'department' }, rights: [], must: null } as unknown as Me);
  });
  beforeEach(forgetUnsent);

  it('keeps all that was scanned, also after a look at another page, and receives what was scanned first, fifty at a time', async () => {
    const { received } = aCounter();
    const { unmount } = show();
    for (let nth = 1; nth <= 52; nth += 1) {
      await scan(nth);
    }
    unmount();
    show();

    expect(screen.getByRole('heading', { name: '待签收 52 份' })).toBeTruthy();
    expect(screen.queryByText(serialOf(1))).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '显示较早扫描的（还有 2 份）' }));
    expect(screen.getByText(serialOf(1))).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: '签收 50 份' }));
    fireEvent.click(await screen.findByRole('button', { name: '签收 2 份' }));
    await screen.findByRole('heading', { name: '待签收 0 份' });
    expect(received.map((serials) => [serials.length, serials.includes(serialOf(1))])).toEqual([
      [50, true],
      [2, false],
    ]);
    expect(received[1]).toEqual([serialOf(52), serialOf(51)]);
  });

  it('says beside what was refused why, and sends it again only once nothing new waits', async () => {
    const { received } = aCounter([serialOf(1)]);
    show();
    await scan(1);
    await scan(2);
    fireEvent.click(screen.getByRole('button', { name: '签收 2 份' }));
    await screen.findByRole('button', { name: '再次签收 1 份' });
    await scan(3);

    expect(within(lineOf(1)).getByText('未能签收：已由其他人员接办。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '签收 1 份' }));
    fireEvent.click(await screen.findByRole('button', { name: '再次签收 1 份' }));
    await screen.findByText('办理完成：1 件中 0 件成功');
    expect(received).toEqual([[serialOf(2), serialOf(1)], [serialOf(3)], [serialOf(1)]]);
    expect(screen.getByRole('heading', { name: '待签收 1 份' })).toBeTruthy();
  });

  it('takes what was refused and is scanned again for new', async () => {
    const { received } = aCounter([serialOf(1)]);
    show();
    await scan(1);
    fireEvent.click(screen.getByRole('button', { name: '签收 1 份' }));
    await screen.findByText(/未能签收/);
    await scan(1);

    fireEvent.click(await screen.findByRole('button', { name: '签收 1 份' }));
    await screen.findByText(/未能签收/);
    expect(received).toEqual([[serialOf(1)], [serialOf(1)]]);
  });

  it('shows nothing of it to whoever signs in next', async () => {
    aCounter();
    const { unmount } = show();
    await scan(1);
    unmount();
    forgetUnsent();
    show();

    expect(screen.getByText('还没有扫描。')).toBeTruthy();
  });
});
