/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, renderHook } from '@testing-library/react';
import { ProblemError, unreachable } from './problem';
import { useAct } from './use-act';

const fileOf = (content: string): { note: string; scan: File } => ({
  note: '更正',
  scan: new File([content], 'scan.pdf', { lastModified: 1_700_000_000_000 }),
});

/** The keys under which inputs are sent one after the other, where each answer gets lost. */
async function keysOf(inputs: readonly unknown[], lost = unreachable()): Promise<string[]> {
  const keys: string[] = [];
  const acting = (_: unknown, key: string): Promise<never> => {
    keys.push(key);
    return Promise.reject(lost);
  };
  const { result } = renderHook(() => useAct(acting));
  for (const input of inputs) {
    await act(async () => {
      result.current.send(input);
      await Promise.resolve();
    });
  }
  return keys;
}

describe('an act whose answer got lost', () => {
  it('is sent again under its key with the same file', async () => {
    const [first, second] = await keysOf([fileOf('scan'), fileOf('scan')]);

    expect(second).toBe(first);
  });

  it.each([
    [502, 1],
    [409, 2],
  ])('is one act where the way there answers for the system (502), another where the system refused it: %d', async (status, acts) => {
    const keys = await keysOf(['same', 'same'], new ProblemError({ status, code: 'UNEXPECTED', traceId: '' }));

    expect(new Set(keys).size).toBe(acts);
  });

  it('is another act with another file', async () => {
    const [first, second] = await keysOf([fileOf('scan'), fileOf('another scan')]);

    expect(second).not.toBe(first);
  });
});
