import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpRegistry } from './http-registry';

const items = [{ itemId: '2023-000001-6', answer: 'acknowledged' }];

describe('what the registry answers', () => {
  let server: Server;
  let registry: HttpRegistry;
  let answer: { status: number; text: string };
  beforeAll(async () => {
    server = createServer((_, response) => response.writeHead(answer.status).end(answer.text));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    registry = new HttpRegistry(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`);
  });
  afterAll(() => new Promise((resolve) => server.close(resolve) && server.closeAllConnections()));

  it('is taken as it is said, cut to what we keep, and what it says besides is left', async () => {
    const said = { itemId: '2023-000002-6', answer: 'returned', reason: '缺'.repeat(5_000), receipt: 'N'.repeat(200), more: true };
    answer = { status: 200, text: JSON.stringify({ bundleId: 'R-000001', items: [...items, said] }) };

    expect(await registry.answersTo('R-000001')).toEqual([
      ...items,
      { itemId: '2023-000002-6', answer: 'returned', reason: '缺'.repeat(2_000), receipt: 'N'.repeat(80) },
    ]);
  });

  it.each([
    ['no JSON', '<html>'],
    ['another bundle’s', JSON.stringify({ bundleId: 'R-000002', items })],
    ['a word that nobody knows', JSON.stringify({ bundleId: 'R-000001', items: [{ itemId: 'x', answer: 'perhaps' }] })],
    ['no item', JSON.stringify({ bundleId: 'R-000001', items: [null] })],
    ['no list', JSON.stringify({ bundleId: 'R-000001', items: {} })],
    ['without an end', 'x'.repeat(5_000_000)],
  ])('is not believed when it is %s: it is asked again', async (_what, text) => {
    answer = { status: 200, text };

    await expect(registry.answersTo('R-000001')).rejects.toMatchObject({ code: 'UNINTELLIGIBLE' });
  });

  it('is a fault with its status when it is a refusal, and none where the bundle is unknown there', async () => {
    answer = { status: 500, text: '' };
    await expect(registry.answersTo('R-000001')).rejects.toMatchObject({ code: 'ANSWERED_500' });
    answer = { status: 302, text: '' };
    await expect(registry.answersTo('R-000001')).rejects.toMatchObject({ code: 'ANSWERED_302' });
    answer = { status: 404, text: '' };
    expect(await registry.answersTo('R-000001')).toBeNull();
  });
});
