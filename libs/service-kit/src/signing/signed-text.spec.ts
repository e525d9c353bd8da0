import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signedText, textSigned } from './signed-text';
import { SigningKeys, withNewSigningKey, writeSigningKeys } from './signing-keys';

const first = withNewSigningKey({ keys: {} });
const text = JSON.stringify({ number: '9992023Y0001', name: '低浓度煤层气梯级利用关键技术' });

describe('a signed text', () => {
  const keys = SigningKeys.of(first);
  const signed = signedText(text, keys.signer);

  it('is proven by the public half of the key that it names', () => {
    expect(signed).toMatch(/^c1\.[\w-]+\.[\w-]{86}$/);
    expect(textSigned(signed, keys.publicKeys)).toBe(text);
  });

  it('is not proven once a letter of it, its signature or its key is another', () => {
    const [id = '', body = '', signature = ''] = signed.split('.');
    const forged = Buffer.from(text.replace('0001', '0002'), 'utf8').toString('base64url');
    const elsewhere = SigningKeys.of(withNewSigningKey({ keys: {} }));

    for (const other of [`${id}.${forged}.${signature}`, `${id}.${body}.${'A'.repeat(86)}`, `c2.${body}.${signature}`]) {
      expect(textSigned(other, keys.publicKeys)).toBeNull();
    }
    expect(textSigned(signed, elsewhere.publicKeys)).toBeNull();
  });

  it.each(['', 'c1', 'c1.e30', 'c1.e30.', '__proto__.e30.AA', 'c1.e30.AA.AA', '成果'])('is no text at all: %j', (other) => {
    expect(textSigned(other, keys.publicKeys)).toBeNull();
  });

  it('is proven still when its key was followed by another, whose private half is forgotten', () => {
    const second = withNewSigningKey(first);
    const after = SigningKeys.of(second);

    expect(after.signer.id).toBe('c2');
    expect(textSigned(signed, after.publicKeys)).toBe(text);
    expect(textSigned(signedText(text, after.signer), after.publicKeys)).toBe(text);
    expect(second.keys['c1']).toContain('PUBLIC KEY');
  });
});

describe('the file of signing keys', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dengke-signing-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is read as it was written', () => {
    const path = join(folder, 'keys', 'certificates.json');
    writeSigningKeys(path, first);

    expect(SigningKeys.fromFile(path).publicKeys).toEqual(SigningKeys.of(first).publicKeys);
  });

  it.each([
    ['nothing', ''],
    ['no current key', JSON.stringify({ ...first, current: 'c9' })],
    ['only a public half', JSON.stringify({ current: 'c1', keys: { c1: withNewSigningKey(first).keys['c1'] } })],
  ])('with %s stops, and never quotes it', (_, content) => {
    const path = join(folder, 'broken.json');
    writeFileSync(path, content);

    expect(() => SigningKeys.fromFile(path)).toThrow(/holds no signing keys/);
  });
});
