/** @jest-environment ./portal/testing/dom-environment.cjs */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { beginMessages, needMessages } from '../messages/messages';
import { EarlierCutOffs } from './earlier-cut-offs';

const some = (kind: string, count: number) =>
  Array.from({ length: count }, (_, nth) => ({ id: `${kind === 'unit' ? 'a' : 'b'}-${kind}-${1000 + nth}`, kind, name: `${kind} ${nth}` }));
/** In the order of their ids. */
const organisations = [...some('unit', 450), ...some('municipal', 120), ...some('organiser', 60)];

describe('the desks that may end earlier than a window', () => {
  beforeAll(async () => {
    await beginMessages();
    await needMessages(['shell', 'window'], 'zh');
    globalThis.fetch = (input) => {
      const { searchParams } = new URL((input as Request).url);
      const [kind, after] = [searchParams.get('kind'), searchParams.get('after') ?? ''];
      const found = organisations.filter((one) => (kind === null || one.kind === kind) && one.id > after);
      return Promise.resolve(Response.json(found.slice(0, Number(searchParams.get('limit')))));
    };
  });

  it('are offered all, and no unit', async () => {
    render(
      <QueryClientProvider client={new QueryClient()}>
        <EarlierCutOffs rows={[{ organisationId: '', cutOffOn: '' }]} latest="2023-08-25" change={() => undefined} />
      </QueryClientProvider>,
    );

    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1 + 120 + 60));
    expect(screen.queryByRole('option', { name: /unit/ })).toBeNull();
  });
});
