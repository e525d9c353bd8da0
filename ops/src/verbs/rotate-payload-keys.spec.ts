import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PayloadSeal, readKeyFile, withNewKey, writeKeyFile } from '@dengke/service-kit';
import { defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import { rotation } from './rotate-payload-keys';

const fact = { serial: '2023-000017' };
const payload = defaultPayloadConverter.toPayload<unknown>(fact);
const opened = async (seal: PayloadSeal, payloads: Payload[]): Promise<unknown[]> =>
  (await seal.decode(payloads)).map((one) => defaultPayloadConverter.fromPayload(one));
const keyOf = ({ metadata }: Payload): string => Buffer.from(metadata?.['encryption-key-id'] ?? []).toString();

describe('npm run ops -- rotate-payload-keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-payload-keys-'));
  const payloadKeysFile = join(folder, 'payload-keys.json');

  beforeEach(() => {
    writeKeyFile(payloadKeysFile, withNewKey({ keys: {} }));
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterAll(() => {
    jest.restoreAllMocks();
    rmSync(folder, { recursive: true });
  });

  it('seals with a new key in whoever works already, and what the old one sealed is read by them and by who starts later', async () => {
    const working = new PayloadSeal(payloadKeysFile);
    const old = await working.encode([payload]);
    expect(rotation({ payloadKeysFile })).toBe(0);
    const fresh = await working.encode([payload]);
    const started = new PayloadSeal(payloadKeysFile);

    expect([...old, ...fresh].map(keyOf)).toEqual(['k1', 'k2']);
    expect(await opened(working, [...old, ...fresh])).toEqual([fact, fact]);
    expect(await opened(started, [...old, ...fresh])).toEqual([fact, fact]);
  });

  it('is opened by a worker that has not sealed anything since, the first time it meets the new key', async () => {
    const idle = new PayloadSeal(payloadKeysFile);
    rotation({ payloadKeysFile });

    expect(await opened(idle, await new PayloadSeal(payloadKeysFile).encode([payload]))).toEqual([fact]);
  });

  it('keeps every older key, however often, in a file that its owner alone reads', () => {
    const { keys } = readKeyFile(payloadKeysFile);
    rotation({ payloadKeysFile });
    rotation({ payloadKeysFile });

    const after = readKeyFile(payloadKeysFile);
    expect(after).toMatchObject({ current: 'k3', keys });
    expect(Object.keys(after.keys)).toEqual(['k1', 'k2', 'k3']);
    expect(statSync(payloadKeysFile).mode & 0o777).toBe(0o600);
  });

  it('makes no keys for a house that was never started', () => {
    expect(() => rotation({ payloadKeysFile: join(folder, 'none.json') })).toThrow('start the house first');
  });
});
