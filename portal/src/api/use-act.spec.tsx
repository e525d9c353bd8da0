/** @jest-environment ./portal/testing/dom-environment.cjs */
import { act, renderHook } from '@testing-library/react';
import { unreachable } from './problem';
import { useAct } from './use-act';

const fileOf = (content: string): { note: string; scan: File } => ({
  note: '更正',
  scan: new File([content], 'scan.pdf', { lastModified: 1_700_000_000_000 }),
});

/** The keys under which inputs are sent one after the other, where each answer gets lost. */
async function keysOf(inputs: readonly unknown[]): Promise<string[]> {
  const keys: string[] = [];
  const acting = (_: unknown, key: string): Promise<never> => {
    keys.push(key);
    return Promise.reject(unreachable());
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

  it('is another act with another file', async () => {
    const [first, second] = await keysOf([fileOf('scan'), fileOf('another scan')]);

    expect(second).not.toBe(first);
  });
});
