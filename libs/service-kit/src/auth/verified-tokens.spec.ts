import { aCaller, someTokens } from '@dengke/test-kit';
import { SecurityClock } from '../clock/security-clock';
import type { Authority } from './authority';
import { VerifiedTokens } from './verified-tokens';

describe('verified tokens', () => {
  const caller = aCaller();

  async function aHouse() {
    const tokens = await someTokens();
    const clock = new SecurityClock();
    const real = clock.millis.bind(clock);
    const house = { laterMs: 0, lookedAt: 0, tokens, verified: undefined as unknown as VerifiedTokens };
    const authority: Authority = {
      keys: (header, token) => {
        house.lookedAt += 1;
        return tokens.authority.keys(header, token);
      },
      confirm: () => Promise.resolve(null),
    };
    house.verified = new VerifiedTokens(authority, Object.assign(clock, { millis: () => real() + house.laterMs }));
    return house;
  }

  it('are checked once, and again by their own signature when they are others', async () => {
    const house = await aHouse();
    const [one, other] = [await house.tokens.tokenFor(caller), await house.tokens.tokenFor({ ...caller, personId: 'another' })];

    expect(await house.verified.callerOf(one)).toEqual(caller);
    expect(await house.verified.callerOf(one)).toEqual(caller);
    expect(house.lookedAt).toBe(1);
    expect(await house.verified.callerOf(other)).toEqual({ ...caller, personId: 'another' });
    expect(house.lookedAt).toBe(2);
  });

  it('serve no longer than they live', async () => {
    const house = await aHouse();
    const token = await house.tokens.tokenFor(caller);
    await house.verified.callerOf(token);

    house.laterMs = 30_000;
    await house.verified.callerOf(token);

    expect(house.lookedAt).toBe(2);
  });

  it('that are forged are refused however often they come, and the true one is not hurt by it', async () => {
    const house = await aHouse();
    const token = await house.tokens.tokenFor(caller);
    const stranger = (await someTokens('stranger')).tokenFor({ ...caller, personId: 'thief' });
    await house.verified.callerOf(token);

    for (const forged of [await stranger, `${token.slice(0, -4)}AAAA`, await stranger]) {
      await expect(house.verified.callerOf(forged)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    }
    expect(await house.verified.callerOf(token)).toEqual(caller);
  });

  it('are forgotten when there are too many, the oldest first', async () => {
    const house = await aHouse();
    const first = await house.tokens.tokenFor(caller);
    await house.verified.callerOf(first);
    for (let number = 0; number < 4_096; number += 1) {
      await house.verified.callerOf(await house.tokens.tokenFor({ ...caller, personId: `p${number}` }));
    }

    const before = house.lookedAt;
    await house.verified.callerOf(first);

    expect(house.lookedAt).toBe(before + 1);
  });
});
