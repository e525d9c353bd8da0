/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { RoutePicture } from './route-picture';
import { Timeline } from './timeline';

const bureau = { id: 'org-city-energy', name: '某市能源局', contactPhone: '0351-0000004' };
/** More than a page of units, which come before the bureau. */
const province = [...Array.from({ length: 450 }, (_, nth) => ({ id: `a-unit-${nth}`, name: `某单位${nth}`, contactPhone: null })), bureau];
const leg = { organisationId: bureau.id, kind: 'municipal', position: 0, decision: null, decidedAt: null };
const page = { progress: { state: 'in-review', stage: 'municipal', dueAt: null }, legs: [leg] } as unknown as Schemas['SubmissionPage'];
const fact = { number: 1, act: 'recommend', at: '2023-08-07T02:00:00Z', round: 1, text: null };
const facts = [
  { ...fact, organisationId: bureau.id },
  { ...fact, number: 2, act: 'escalate', organisationId: null },
];

const show = (shown: React.JSX.Element) => render(<QueryClientProvider client={new QueryClient()}>{shown}</QueryClientProvider>);

describe('the offices of a submission', () => {
  let asked: string[];
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'submit', 'journey'], 'zh');
    await i18next.changeLanguage('zh');
  });
  beforeEach(() => {
    asked = [];
    globalThis.fetch = (input) => {
      const { pathname, searchParams } = new URL((input as Request).url);
      if (pathname.endsWith('/timeline')) {
        return Promise.resolve(Response.json(facts));
      }
      const ids = searchParams.getAll('ids');
      asked.push(ids.join(' '));
      const found = province.filter(({ id }) => ids.length === 0 || ids.includes(id));
      return Promise.resolve(Response.json(found.slice(0, Number(searchParams.get('limit') ?? 100))));
    };
  });

  it('stand in its route with name and telephone, however many organisations there are', async () => {
    show(<RoutePicture page={page} />);

    const here = await screen.findByRole('listitem', { current: 'step' });
    await within(here).findByText('某市能源局');
    expect(within(here).getByRole('link').textContent).toBe('0351-0000004');
    expect(asked).toEqual([bureau.id]);
  });

  it('stand in its timeline by name, and nothing where nobody of an office acted', async () => {
    show(<Timeline serial="2023-000017" />);

    await screen.findByText(/某市能源局/);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent?.includes('某市能源局'))).toEqual([false, true]);
    expect(asked).toEqual([bureau.id]);
  });
});
