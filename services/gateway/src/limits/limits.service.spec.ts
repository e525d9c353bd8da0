import { TokenBuckets } from '@dengke/service-kit';
import { aGateway, session } from '../../testing/a-gateway';

describe('the limits', () => {
  it('stop a session that asks far too often, and name when to come again', async () => {
    const gateway = await aGateway({ DENGKE_RATE_PER_SESSION: '1' });
    const ask = () => gateway.ask('GET', '/api/v1/submissions', { authorization: `Session ${session}` });

    const answers = [await ask(), await ask(), await ask(), await ask(), await ask(), await ask()];
    const another = await gateway.ask('GET', '/api/v1/submissions');
    await gateway.stop();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429, 429]);
    expect(answers.at(-1)?.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', details: { retryAfterSeconds: 1 } });
    expect(answers.at(-1)?.headers['retry-after']).toBeDefined();
    expect(another.status).toBe(200);
  });

  it('stop an address whoever it claims to be', async () => {
    const gateway = await aGateway({ DENGKE_RATE_PER_ADDRESS: '1' });
    const ask = (address: string) => gateway.ask('GET', '/api/v1/submissions', { 'x-forwarded-for': address });

    const answers = [await ask('10.0.0.1'), await ask('10.0.0.2'), await ask('10.0.0.3'), await ask('10.0.0.4'), await ask('10.0.0.5')];
    await gateway.stop();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429]);
  });

  it('stop an address that objects again and again without an account, and let it go on reading [P33]', async () => {
    const gateway = await aGateway();
    const object = () => gateway.ask('POST', '/api/v1/publicity/2023-000001/objections', { 'idempotency-key': 'k-00000001' });

    const answers = [];
    for (let sent = 0; sent < 11; sent += 1) {
      answers.push((await object()).status);
    }
    const reading = await gateway.ask('GET', '/api/v1/publicity');
    await gateway.stop();

    expect(answers.slice(0, 10)).not.toContain(429);
    expect(answers.at(-1)).toBe(429);
    expect(reading.status).toBe(200);
  });

  it('count an IPv6 subscriber once, whichever of the addresses of its /64 it takes', async () => {
    const gateway = await aGateway({ DENGKE_RATE_PER_ADDRESS: '1', DENGKE_TRUSTED_PROXIES: '127.0.0.1' });
    const ask = (address: string) => gateway.ask('GET', '/api/v1/submissions', { 'x-forwarded-for': address });

    const answers = [];
    for (let host = 1; host <= 5; host += 1) {
      answers.push((await ask(`2001:db8:1:2::${host}`)).status);
    }
    const another = await ask('2001:db8:1:3::1');
    await gateway.stop();

    expect(answers).toEqual([200, 200, 200, 200, 429]);
    expect(another.status).toBe(200);
  });

  it('count the addresses that a trusted proxy names', async () => {
    const gateway = await aGateway({ DENGKE_RATE_PER_ADDRESS: '1', DENGKE_TRUSTED_PROXIES: '127.0.0.1' });
    const ask = (address: string) => gateway.ask('GET', '/api/v1/submissions', { 'x-forwarded-for': address });

    const answers = [await ask('10.0.0.1'), await ask('10.0.0.2'), await ask('10.0.0.3'), await ask('10.0.0.4'), await ask('10.0.0.5')];
    await gateway.stop();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(gateway.achievements.last.headers['x-forwarded-for']).toBe('10.0.0.5');
  });
});

describe('a token bucket', () => {
  it('fills up again with time, never beyond its burst', () => {
    const buckets = new TokenBuckets({ perSecond: 2, burst: 3 });
    const takes = (now: number, times: number) => Array.from({ length: times }, () => buckets.take('k', now) === null);

    expect(takes(0, 4)).toEqual([true, true, true, false]);
    expect(takes(1_000, 3)).toEqual([true, true, false]);
    expect(takes(100_000, 4)).toEqual([true, true, true, false]);
  });

  it('forgets who has not come for long', () => {
    const buckets = new TokenBuckets({ perSecond: 1, burst: 10 });
    for (let caller = 0; caller < 1_000; caller += 1) {
      buckets.take(`caller ${caller}`, 0);
    }

    buckets.take('late', 60_000);

    expect(buckets.size).toBe(1);
  });
});
