/** @jest-environment ./portal/testing/dom-environment.cjs */
import { focusManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { forgetUnsent } from '../shared/unsent';
import { DeskPage } from './desk.page';

jest.mock('@tanstack/react-router', () => ({
  useParams: () => ({ serial: '2023-000017' }),
  Link: ({ children }: { children: React.ReactNode }) => children,
}));

const progress = {
  ...{ serial: '2023-000017', state: 'in-review', stage: 'municipal', round: 1, mode: 'rolling', deskId: 'city', dueAt: null },
  ...{ dueProvisional: false, registrationNumber: null, lastFact: 3 },
};
const leg = (kind: string, position: number, organisationId: string) => ({
  ...{ kind, position, organisationId, decision: null as string | null, claimedBy: null as string | null, paper: null },
  ...{ openedAt: '2023-05-04T02:00:00Z', decidedAt: null },
});
const page = {
  ...{ progress, name: '某成果', unitId: 'unit', category: 'applied', draftId: 'draft', formSchema: 'applied-2023', form: {} },
  ...{ evidence: [], digest: null, paperRequired: false, registrationYear: 2023, withdrawalAsked: false },
  legs: [leg('unit', 0, 'unit'), leg('municipal', 1, 'city'), leg('organiser', 2, 'bureau')],
};
const colleagues = [{ personId: 'person-2', name: '戊某' }];
const byColleague = { decision: 'recommend', claimedBy: 'person-2' };
const further = {
  ...page,
  form: null,
  progress: { ...progress, stage: 'organiser', deskId: 'bureau' },
  legs: page.legs.map((one) => (one.kind === 'municipal' ? { ...one, ...byColleague } : one)),
};

/** The system: a colleague decides whenever he likes, and whoever comes later is refused. */
function aDesk(): { colleagueDecides: () => void } {
  let now: unknown = page;
  const answers: [RegExp, () => unknown][] = [
    [/form-schemas/, () => ({ sections: [] })],
    [/check-list$/, () => ({ compulsory: false, items: [] })],
    [/people$/, () => colleagues],
    [/entries$/, () => []],
    [/queue$/, () => ({ items: [], next: null })],
    [/submissions\/[\d-]+$/, () => now],
  ];
  globalThis.fetch = (input) => {
    const { method, url } = input as Request;
    if (method === 'POST' && now !== page) {
      const refused = { status: 409, headers: { 'content-type': 'application/problem+json' } };
      return Promise.resolve(Response.json({ code: 'STAGE_ALREADY_DECIDED', status: 409, traceId: '' }, refused));
    }
    const path = new URL(url).pathname;
    return Promise.resolve(Response.json(answers.find(([of]) => of.test(path))?.[1]() ?? {}));
  };
  return { colleagueDecides: () => (now = further) };
}
/** The system, at a desk where nobody has looked yet; the first looks break it. */
function aDeskNotLookedAt(breaking: number): { looks: string[] } {
  const looks: string[] = [];
  aDesk();
  const asked = globalThis.fetch;
  const unopened = { ...page, legs: page.legs.map((one) => (one.kind === 'municipal' ? { ...one, openedAt: null } : one)) };
  globalThis.fetch = (input, init) => {
    const { method, url, headers } = input as Request;
    if (method === 'POST' && url.endsWith('/open')) {
      looks.push(headers.get('idempotency-key') ?? '');
      return Promise.resolve(
        looks.length > breaking ? Response.json(progress) : Response.json({ code: 'INTERNAL', status: 500 }, { status: 500 }),
      );
    }
    const isPage = /submissions\/[\d-]+$/.test(new URL(url).pathname) && looks.length <= breaking;
    return isPage ? Promise.resolve(Response.json(unopened)) : asked(input, init);
  };
  return { looks };
}
const show = () =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <DeskPage />
    </QueryClientProvider>,
  );
async function writesOpinion(words: string): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name: '推荐' }));
  fireEvent.change(screen.getByLabelText(/审查意见/), { target: { value: words } });
}

beforeAll(async () => {
  await beginMessages();
  await needMessages(['shell', 'review', 'journey', 'submit', 'problems', 'draft'], 'zh');
  await i18next.changeLanguage('zh');
  const rights = ['submission.decide'];
  session.is({ person: { id: 'person-1' }, position: { organisationId: 'city' }, rights, must: null } as unknown as Me);
});
beforeEach(forgetUnsent);

describe('a desk that a colleague decides while it is open in front of somebody', () => {
  it('says who was quicker to whoever decides after him, and offers nothing that is refused', async () => {
    const { colleagueDecides } = aDesk();
    show();
    await writesOpinion('');
    colleagueDecides();
    fireEvent.click(screen.getByRole('button', { name: '确定推荐' }));

    await screen.findByText('本岗位已由戊某办理：推荐');
    expect(screen.queryByRole('button', { name: /推荐|退回|不予登记|转办/ })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves what was written and not sent to be read, until it is put away', async () => {
    const { colleagueDecides } = aDesk();
    show();
    await writesOpinion('材料齐全，同意');
    colleagueDecides();
    fireEvent.click(screen.getByRole('button', { name: '确定推荐' }));

    const left = await screen.findByRole('region', { name: '您写下、没有送出的内容' });
    expect(within(left).getByText('材料齐全，同意')).toBeTruthy();
    expect(within(left).getByRole('alert')).toBeTruthy();
    fireEvent.click(within(left).getByRole('button', { name: '不再保留' }));
    expect(screen.queryByText('材料齐全，同意')).toBeNull();
    expect(JSON.stringify(localStorage)).not.toContain('材料齐全');
  });

  it('does so, too, where the page has seen it by itself', async () => {
    const { colleagueDecides } = aDesk();
    show();
    await writesOpinion('尚在核对');
    colleagueDecides();
    act(() => focusManager.setFocused(false));
    act(() => focusManager.setFocused(true));

    await screen.findByText('本岗位已由戊某办理：推荐');
    expect(screen.getByText('尚在核对')).toBeTruthy();
  });

  it('says nothing of the sort of one’s own decision', async () => {
    const own = aDesk();
    show();
    await writesOpinion('同意');
    const asked = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const answer = asked(input, init);
      further.legs = further.legs.map((one) => (one.kind === 'municipal' ? { ...one, claimedBy: 'person-1' } : one));
      own.colleagueDecides();
      return answer;
    };
    fireEvent.click(screen.getByRole('button', { name: '确定推荐' }));

    await screen.findByText('本岗位已办理：推荐');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(JSON.stringify(localStorage)).not.toContain('同意');
  });
});

describe('the first look of a desk', () => {
  it('is recorded by itself, and nothing is said of it', async () => {
    const { looks } = aDeskNotLookedAt(0);
    show();

    await screen.findByRole('button', { name: '推荐' });
    await waitFor(() => expect(looks).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('that could not be recorded is said, and recorded once it is tried again', async () => {
    const { looks } = aDeskNotLookedAt(1);
    show();
    fireEvent.click(within(await screen.findByRole('alert')).getByRole('button', { name: '重试' }));

    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(looks).toEqual([looks[0], looks[0]]);
  });
});
