import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceClient } from '@dengke/service-kit';
import { deadLettersOf } from './dead-letters';

describe('npm run ops -- dead-letters', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [[], 0, ['0 dead letters']],
    [[{ id: 7, eventKey: 'fact#1', recipient: 'liu', lastAnswer: '550', attempts: 1 }], 1, ['1 dead letters', '7']],
  ])('says what was given up: %j', async (letters, code, said) => {
    const lines: string[] = [];
    jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
    jest.spyOn(console, 'table').mockImplementation((rows: { id: number }[]) => void lines.push(...rows.map(({ id }) => String(id))));
    const server = createServer((request, response) => {
      response.statusCode = request.url === '/internal/mails/dead' ? 200 : 404;
      response.setHeader('content-type', 'application/json').end(JSON.stringify(letters));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

    expect(await deadLettersOf(new ServiceClient(url, 'only-for-specs-0123456789'))).toBe(code);
    expect(lines).toEqual(said);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
