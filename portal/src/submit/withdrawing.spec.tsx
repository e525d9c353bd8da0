/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import { beginMessages, needMessages } from '../messages/messages';
import { Answered } from '../shared/answered';
import { submissionQuery } from './submissions';
import { Withdrawing } from './withdrawing';

const serial = '2023-000017';
const pageOf = (state: string, openedAt: string | null, withdrawalAsked = false) => ({
  ...{ unitId: 'unit-a', progress: { serial, state, stage: 'municipal', round: 1 }, withdrawalAsked },
  legs: [{ kind: 'municipal', openedAt }],
});
const opened = '2023-05-04T02:00:00.000Z';

function Page(): React.JSX.Element {
  const query = useQuery(submissionQuery(serial));
  return <Answered query={query}>{(page) => <Withdrawing page={page} />}</Answered>;
}

describe('withdrawing what one has submitted', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'submit', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    session.is({ person: { id: 'one' }, position: { organisationId: 'unit-a' }, rights: ['draft.write'], must: null } as unknown as Me);
  });

  /** The system, in which somebody else acts first. */
  function aSystemWhere(code: string, then: ReturnType<typeof pageOf>): { asked: string[] } {
    const asked: string[] = [];
    let now = pageOf('in-review', null);
    globalThis.fetch = (input) => {
      const { method, url } = input as Request;
      if (method !== 'POST') {
        return Promise.resolve(Response.json(now));
      }
      asked.push(new URL(url).pathname.replace(`/api/v1/submissions/${serial}/`, ''));
      now = then;
      const headers = { 'content-type': 'application/problem+json' };
      return Promise.resolve(Response.json({ code, status: 409, traceId: '' }, { status: 409, headers }));
    };
    return { asked };
  }
  async function withdraw(): Promise<void> {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <Page />
      </QueryClientProvider>,
    );
    fireEvent.click(await screen.findByRole('button', { name: '撤回' }));
    fireEvent.click(screen.getByRole('button', { name: '确定撤回' }));
  }

  it('is refused once the desk has opened it: why is said, and the desk may be asked', async () => {
    const { asked } = aSystemWhere('ALREADY_OPENED', pageOf('in-review', opened));
    await withdraw();

    await screen.findByText('审查人员已经查看：撤回须经其同意，不能再取回。');
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['申请撤回']);
    expect(asked).toEqual(['withdraw']);
  });

  it.each([
    ['it is over', pageOf('rejected', opened)],
    ['a colleague has asked for it already', pageOf('in-review', opened, true)],
  ])('is refused where %s: why stays to be read, and nothing more is offered', async (_, then) => {
    aSystemWhere('STAGE_ALREADY_DECIDED', then);
    await withdraw();

    await screen.findByText('该环节刚刚已经办理，请查看最新状态。');
    expect(screen.queryByRole('button')).toBeNull();
  });
});
