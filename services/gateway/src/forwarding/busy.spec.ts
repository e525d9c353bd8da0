import { eventually } from '@dengke/test-kit';
import type { RunningGateway } from '../../testing/a-gateway';
import { aGateway } from '../../testing/a-gateway';
import { json } from '../../testing/tiny-service';

const atOnce = 48;

describe('a service at which everybody comes at once', () => {
  let gateway: RunningGateway;
  /** Ends what the service has been asked and has not answered. */
  let answerAll: () => void;
  let asked: number;

  beforeEach(async () => {
    gateway = await aGateway();
    asked = 0;
    const until = new Promise<void>((resolve) => (answerAll = resolve));
    gateway.achievements.answers(async (_request, reply) => {
      asked += 1;
      await until;
      json(reply, 200, {});
    });
  });
  afterEach(() => gateway.stop());

  it('is asked so much at once; who is not in turn within three seconds is told to come again, and the others are answered', async () => {
    const first = Array.from({ length: atOnce }, () => gateway.ask('GET', '/api/v1/register'));
    await eventually(() => expect(asked).toBe(atOnce));

    const late = await gateway.ask('GET', '/api/v1/register');
    expect([late.status, late.json()]).toEqual([503, expect.objectContaining({ code: 'BUSY' })]);
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect(asked).toBe(atOnce);

    const next = gateway.ask('GET', '/api/v1/register');
    answerAll();
    expect((await Promise.all([...first, next])).map(({ status }) => status)).toEqual(Array.from({ length: atOnce + 1 }, () => 200));
  });

  it('does not hold up the others', async () => {
    const held = Array.from({ length: atOnce }, () => gateway.ask('GET', '/api/v1/register'));
    await eventually(() => expect(asked).toBe(atOnce));

    expect((await gateway.ask('GET', '/api/v1/inbox')).status).toBe(200);
    answerAll();
    await Promise.all(held);
  });
});
