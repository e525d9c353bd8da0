import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApplicationFailure, defaultPayloadConverter } from '@temporalio/common';
import type { Payload } from '@temporalio/common';
import {
  decodeArrayFromPayloads,
  decodeOptionalFailureToOptionalError,
  encodeErrorToFailure,
  encodeToPayloads,
  loadDataConverter,
} from '@temporalio/common/lib/internal-non-workflow';
import { readKeyFile, withNewKey, writeKeyFile } from '../personal-data/keyring';
import { isSealed, PayloadSeal } from './payload-seal';
import { sealedPayloads } from './sealed-payloads';

describe('what is handed to Temporal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-payloads-'));
  const path = join(folder, 'keys.json');
  const fact = { serial: '2023-000017', deskId: 'org-changzhi-energy' };
  let seal: PayloadSeal;
  const plain = (value: unknown) => defaultPayloadConverter.toPayload<unknown>(value);
  const sealed = async (value: unknown): Promise<Payload> => (await seal.encode([plain(value)]))[0] as Payload;
  const read = async (payload: Payload, by = seal): Promise<unknown> =>
    defaultPayloadConverter.fromPayload((await by.decode([payload]))[0] as Payload);

  beforeEach(() => {
    writeKeyFile(path, withNewKey({ keys: {} }));
    seal = new PayloadSeal(path);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says which key, tells nothing else, and is another text each time', async () => {
    const [one, other] = [await sealed(fact), await sealed(fact)];

    expect(Object.entries(one.metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString()])).toEqual([
      ['encoding', 'binary/encrypted'],
      ['encryption-key-id', 'k1'],
    ]);
    expect(Buffer.from(one.data ?? []).toString()).not.toMatch(/serial|2023|org-|json/);
    expect(one.data).not.toEqual(other.data);
    expect(await Promise.all([read(one), read(other)])).toEqual([fact, fact]);
  });

  it('is passed through where it was never sealed: what runs goes on', async () => {
    expect(await read(plain(fact))).toEqual(fact);
  });

  it('is read with old keys while a new one seals, also by a process that is at work', async () => {
    const old = await sealed(fact);
    writeKeyFile(path, withNewKey(readKeyFile(path)));
    const young = await sealed(fact);

    expect(Buffer.from(young.metadata?.['encryption-key-id'] ?? []).toString()).toBe('k2');
    expect(await Promise.all([read(old), read(young)])).toEqual([fact, fact]);
  });

  it('is refused by name with another key of that id, a key that is not there, or a byte changed', async () => {
    const payload = await sealed(fact);
    const data = Buffer.from(payload.data ?? []);
    data[20] = (data[20] ?? 0) ^ 1;
    const other = join(folder, 'other.json');
    writeKeyFile(other, withNewKey({ keys: {} }));
    const named = { ...payload, metadata: { ...payload.metadata, 'encryption-key-id': Buffer.from('k9') } };

    await expect(read(payload, new PayloadSeal(other))).rejects.toMatchObject({ name: 'UnreadablePayload' });
    await expect(read(named)).rejects.toMatchObject({ name: 'UnreadablePayload', message: expect.stringContaining('key k9') as string });
    await expect(read({ ...payload, data })).rejects.toMatchObject({ name: 'UnreadablePayload' });
    await expect(read({ ...payload, data: data.subarray(0, 9) })).rejects.toMatchObject({ name: 'UnreadablePayload' });
  });

  it('has its failures sealed too: what they say, where, and their details', async () => {
    const converter = loadDataConverter(sealedPayloads(path));
    const error = ApplicationFailure.nonRetryable('the desk org-changzhi-energy', 'NOT_YOUR_STAGE', fact);

    const failure = await encodeErrorToFailure(converter, error);
    const back = await decodeOptionalFailureToOptionalError(converter, failure);

    expect(failure).toMatchObject({ message: 'Encoded failure', stackTrace: '' });
    expect(
      [failure.encodedAttributes, ...(failure.applicationFailureInfo?.details?.payloads ?? [])].map((one) => one && isSealed(one)),
    ).toEqual([true, true]);
    expect(back).toMatchObject({ message: error.message, type: 'NOT_YOUR_STAGE', details: [fact] });
    expect((back as ApplicationFailure).failure?.stackTrace).toContain('payload-seal.spec');
  });

  it('goes through the converter of clients and workers', async () => {
    const converter = loadDataConverter(sealedPayloads(path));

    const payloads = await encodeToPayloads(converter, fact);

    expect(await decodeArrayFromPayloads(converter, payloads)).toEqual([fact]);
    await expect(decodeArrayFromPayloads(loadDataConverter(), payloads)).rejects.toThrow('binary/encrypted');
  });

  it('keeps a process from starting where the file is missing, or a key is not one', () => {
    writeKeyFile(path, { current: 'k1', keys: { k1: 'dG9vLXNob3J0' } });

    expect(() => sealedPayloads(path)).toThrow('has not 32 bytes');
    expect(() => sealedPayloads(join(folder, 'none.json'))).toThrow('ENOENT');
  });
});
