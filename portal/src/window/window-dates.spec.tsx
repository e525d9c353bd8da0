/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { beginMessages, needMessages } from '../messages/messages';
import { windowQuery } from './reading';
import { WindowDates } from './window-dates';

const dates = {
  ...{
    opensAt: '2026-11-29T16:00:00.000Z',
    cutOffOn: '2026-12-01',
    cutOffAt: '2026-12-01T16:00:00.000Z',
    paperFrom: '2026-12-03',
    paperTo: '2026-12-06',
  },
  earlierCutOffs: [],
};
const extension = { submissions: 3, affected: [], entering: { count: 1 }, sheets: 2, limits: [] };

/** A window that time cut off after the page had read it: version 2 is refused, 3 is true. */
function movedMeanwhile(): { asked: number[] } {
  let version = 2;
  const asked: number[] = [];
  globalThis.fetch = async (input) => {
    const request = input instanceof Request ? input : new Request(input);
    if (request.method === 'GET') {
      return Response.json({ id: 'h2', ...dates, version, state: version === 2 ? 'open' : 'cut-off' });
    }
    const { seenVersion } = (await request.json()) as { seenVersion: number };
    asked.push(seenVersion);
    version = 3;
    return seenVersion === version
      ? Response.json(extension)
      : Response.json({ status: 409, code: 'VERSION_CONFLICT', traceId: 'a' }, { status: 409 });
  };
  return { asked };
}

/** A window that is closed now, at 14:05, while its workflow has not come yet. */
function closedNow(): void {
  const closed = { version: 3, cutOffAt: '2026-12-01T06:05:00.000Z' };
  const affected = [{ deskId: 'city', from: '2026-12-05T16:00:00.000Z', to: '2026-12-01T06:04:00.000Z', count: 2 }];
  let now: object = { id: 'h2', ...dates, cutOffOn: '2026-12-05', cutOffAt: '2026-12-05T16:00:00.000Z', version: 2, state: 'open' };
  globalThis.fetch = (input) => {
    const { method, url } = input as Request;
    const isPreview = url.endsWith('/preview');
    now = method === 'GET' || isPreview ? now : { ...now, ...closed };
    const answer = method === 'GET' && !url.endsWith('/h2') ? [] : isPreview ? { submissions: 2, affected } : now;
    return Promise.resolve(Response.json(answer));
  };
}

function Page(): React.JSX.Element | null {
  const { data } = useQuery(windowQuery('h2'));
  return data === undefined ? null : <WindowDates window={data} />;
}

const reason = () => screen.getByLabelText<HTMLTextAreaElement>('理由');

describe('the dates of a window', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'window'], 'zh');
  });

  it('are read anew when the window moved meanwhile, and what was typed stays', async () => {
    const { asked } = movedMeanwhile();
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>,
    );
    fireEvent.click(await screen.findByRole('button', { name: '故障顺延' }));
    fireEvent.change(reason(), { target: { value: '截止当日系统无法登录。' } });

    fireEvent.click(screen.getByRole('button', { name: '预览受影响的成果' }));
    await screen.findByText('内容刚刚被他人修改，请重新查看。');
    expect(reason().value).toBe('截止当日系统无法登录。');
    expect(screen.queryByRole('button', { name: '立即截止' })).toBeNull();

    fireEvent.click(screen.getByRole('button', { name: '预览受影响的成果' }));
    await screen.findByText('重新冻结的汇总表：2 份');
    expect(asked).toEqual([2, 3]);
  });

  it('end at the moment it is closed now, and not with the day; nothing but a lost day is left to be done then', async () => {
    closedNow();
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>,
    );
    fireEvent.click(await screen.findByRole('button', { name: '立即截止' }));
    fireEvent.change(reason(), { target: { value: '提前结束' } });
    fireEvent.click(screen.getByRole('button', { name: '预览受影响的成果' }));

    const row = (await screen.findByText('确认的一刻')).closest('tr');
    expect(row?.textContent).toContain('2026年12月5日');
    expect(row?.textContent).not.toContain('2026年12月1日');
    fireEvent.click(screen.getByRole('button', { name: '确认立即截止' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '立即截止' })).toBeNull());
    expect(screen.queryByRole('button', { name: '调整日期' })).toBeNull();
    expect(screen.getByRole('button', { name: '故障顺延' })).toBeTruthy();
  });
});
