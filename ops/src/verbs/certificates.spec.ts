import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedText, SigningKeys, withNewSigningKey } from '@dengke/service-kit';
import type { SigningKeyFile } from '@dengke/service-kit';
import { rotation } from './rotate-certificate-key';
import { verification } from './verify-certificate';

const seal = {
  ...{ number: '9992023Y0001', version: 2, name: '低浓度煤层气梯级利用', units: ['甲单位', '乙单位'], completers: ['甲某'] },
  ...{ approvedOn: '2023-08-14', registrar: '山西省科学技术厅', digest: '0'.repeat(64) },
};

describe('npm run ops -- verify-certificate, rotate-certificate-key', () => {
  let folder: string;
  let said: string[];
  const keyFile = () => join(folder, 'certificate-keys.json');
  const published = () => join(folder, 'published.json');
  const keys = async (): Promise<SigningKeys> => SigningKeys.of(JSON.parse(await readFile(keyFile(), 'utf8')) as SigningKeyFile);
  /** As `GET /certificates/keys` answers. */
  const publish = async (): Promise<void> => {
    const { publicKeys } = await keys();
    await writeFile(published(), JSON.stringify(Object.entries(publicKeys).map(([id, publicKey]) => ({ id, publicKey, current: true }))));
  };
  const qrOf = async (content: object): Promise<string> =>
    `https://dengke.example/certificates/9992023Y0001?version=2&sealed=${signedText(JSON.stringify(content), (await keys()).signer)}`;
  const verify = async (qr: string) => {
    said = [];
    const code = await verification([qr, '--keys', published()]);
    return { code, said: said.join('\n') };
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-certificates-'));
    await writeFile(keyFile(), JSON.stringify(withNewSigningKey({ keys: {} })));
    await publish();
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await rm(folder, { recursive: true });
  });

  it('says offline what was given out, from the QR code and the published keys alone [P35]', async () => {
    const { code, said: told } = await verify(await qrOf(seal));

    expect(code).toBe(0);
    expect(told).toContain('登记号 9992023Y0001 第2版');
    expect(told).toContain('完成单位 甲单位、乙单位');
    expect(told).toContain('登记证明不作为确认成果权属的直接依据');
  });

  it('finds one altered whose text, signature, number or version is another', async () => {
    const qr = await qrOf(seal);
    const [head = '', body = '', signature = ''] = qr.split('.').slice(-3);
    const forged = Buffer.from(JSON.stringify({ ...seal, name: '别的成果' })).toString('base64url');

    for (const other of [
      qr.replace(body, forged),
      qr.replace(signature, 'A'.repeat(86)),
      qr.replace('9992023Y0001?', '9992023Y0002?'),
      qr.replace('version=2', 'version=3'),
      qr.replace(head, head.replace('c1', 'c9')),
      'https://dengke.example/certificates/9992023Y0001?version=2',
    ]) {
      expect(await verify(other)).toMatchObject({ code: 1, said: expect.stringContaining('Altered') as string });
    }
  });

  it('after a rotation the older certificates verify as before, and new ones by the new key', async () => {
    const old = await qrOf(seal);
    said = [];
    expect(await rotation({ certificateKeysFile: keyFile() })).toBe(0);
    expect(said.join()).toContain('c2 signs');
    await publish();

    expect(await verify(old)).toMatchObject({ code: 0 });
    expect(await verify(await qrOf(seal))).toMatchObject({ code: 0 });
    expect(await qrOf(seal)).toContain('sealed=c2.');
    expect(await readFile(keyFile(), 'utf8')).toMatch(/"c1": "-----BEGIN PUBLIC KEY-----/);
  });

  it('says what it wants to be told', async () => {
    await expect(verification([])).rejects.toThrow('verify-certificate <what');
    await expect(verification(['no address', '--keys', published()])).rejects.toThrow('verify-certificate <what');
    await expect(verification([await qrOf(seal), '--keys', '/nowhere'])).rejects.toThrow('holds no published keys');
    await expect(rotation({ certificateKeysFile: '/nowhere' })).rejects.toThrow('start the house first');
  });
});
