/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { session } from '../account/session';
import type { Me } from '../account/session';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { PaperPanel } from './paper-panel';

type Paper = Schemas['PaperProgress'];
const received = (version: number): Paper => ({ version, handedInAt: '2023-08-07T02:00:00Z', receivedAt: '2023-08-07T03:00:00Z' });
const leg = (kind: string, position: number, organisationId: string, paper: Paper | null = null, earlierPaper: Paper[] = []) => ({
  ...{ kind, position, organisationId, paper, earlierPaper },
});
const page = (round: number, paperWay: Schemas['PaperWayDto'] | null, legs: object[]) =>
  ({
    ...{ progress: { serial: '2023-000017', state: 'in-review', stage: 'department', round }, paperRequired: true, paperWay },
    legs: [leg('unit', 0, 'unit'), ...legs, leg('ministry', 9, 'ministry')],
  }) as unknown as Schemas['SubmissionPage'];

describe('the paper of a submission', () => {
  let sent: unknown[];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'review', 'journey', 'problems'], 'zh');
    await i18next.changeLanguage('zh');
    const rights = ['submission.read'];
    session.is({ person: { id: 'person-1' }, position: { organisationId: 'unit' }, rights, must: null } as unknown as Me);
  });
  beforeEach(() => {
    sent = [];
    globalThis.fetch = async (input) => {
      sent.push(new URL((input as Request).url).pathname, await (input as Request).json());
      return Response.json({});
    };
  });
  const show = (of: Schemas['SubmissionPage']) =>
    render(
      <QueryClientProvider client={new QueryClient()}>
        <PaperPanel page={of} />
      </QueryClientProvider>,
    );
  const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

  it('says of a first version where it is, and no version', () => {
    const way = { from: 1, to: 2, handedIn: false, direct: null };
    show(page(1, way, [leg('municipal', 1, 'city', received(1)), leg('department', 2, 'department')]));

    expect(lines()).toEqual([expect.stringMatching(/^市级推荐：[^第]*收到$/), '省科技厅审核：未报送']);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says of what was mended which version came where, and lets the unit hand it in to the next desk or directly to the one that has it', async () => {
    const way = { from: 0, to: 2, handedIn: false, direct: 3 };
    const legs = [leg('municipal', 1, 'city', null, [received(1)]), leg('organiser', 2, 'bureau'), leg('department', 3, 'department')];
    show(page(2, way, legs));

    expect(lines()).toEqual([
      expect.stringMatching(/^市级推荐：第 1 版.*收到；第 2 版不经此环节$/),
      '组织管理部门推荐：第 2 版未报送',
      '省科技厅审核：第 2 版未报送',
    ]);
    expect(screen.getByText(/打印第 2 版登记表.*送交“组织管理部门推荐”环节/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '报送纸质材料' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '直接报送到“省科技厅审核”环节' }));
    await waitFor(() => expect(sent).toEqual(['/api/v1/submissions/2023-000017/hand-in-paper', { direct: true }]));
  });
});
