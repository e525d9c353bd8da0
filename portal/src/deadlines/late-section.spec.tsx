/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import i18next from 'i18next';
import type { Schemas } from '../api/client';
import { beginMessages, needMessages } from '../messages/messages';
import { LateSection } from './late-section';

jest.mock('@tanstack/react-router', () => ({ Link: ({ children }: React.PropsWithChildren) => <a href="#there">{children}</a> }));

const line = {
  stage: 'municipal',
  round: 1,
  state: 'in-review',
  dueAt: null,
  escalatedAt: null,
  deskName: '某市能源局',
  unitName: '某单位',
};
const items = [
  { ...line, serial: '2023-000001', name: '本岗位逾期的成果', permitted: [] },
  { ...line, serial: '2023-000002', name: '前一岗位逾期的成果', permitted: ['extend'] },
  { ...line, serial: '2023-000003', name: '已提示的成果', permitted: ['urge', 'extend'] },
] as unknown as Schemas['SubmissionLine'][];

describe('what is late', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'deadlines', 'journey'], 'zh');
    await i18next.changeLanguage('zh');
    globalThis.fetch = () => Promise.resolve(Response.json({ items, next: null }));
  });

  it('offers of each only what is one’s own to do', async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <LateSection />
      </QueryClientProvider>,
    );

    const offered = async (name: string): Promise<string[]> => {
      const row = await screen.findByRole('row', { name: new RegExp(name) });
      return within(row)
        .queryAllByRole('button')
        .map(({ textContent }) => (textContent ?? '').replace(/：.*/, ''));
    };
    expect(await offered('本岗位')).toEqual([]);
    expect(await offered('前一岗位')).toEqual(['延期']);
    expect(await offered('已提示')).toEqual(['催办', '延期']);
  });
});
