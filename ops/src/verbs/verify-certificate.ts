import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { certificateSentence } from '@dengke/contract';
import type { CertificateKey, CertificateSeal } from '@dengke/contract';
import { textSigned } from '@dengke/service-kit';
import { OpsError } from '../verb';
import type { Verb } from '../verb';

const usage = 'npm run ops -- verify-certificate <what the QR code says> --keys FILE, as GET /api/v1/certificates/keys answers them';

/** Whether what a certificate's QR code says was signed with a published key; needs neither network nor database. */
export const verifyCertificate: Verb = {
  name: 'verify-certificate',
  summary: '<what the QR code says> --keys FILE: was this certificate given out like this (offline)',
  run: verification,
};

export async function verification(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { keys: { type: 'string' } } });
  const [said] = positionals;
  if (said === undefined || values.keys === undefined) {
    throw new OpsError(usage);
  }
  const address = addressIn(said);
  const text = textSigned(address.searchParams.get('sealed') ?? '', await keysIn(values.keys));
  const seal = text === null ? null : (JSON.parse(text) as CertificateSeal);
  if (seal === null || !address.pathname.endsWith(`/${seal.number}`) || address.searchParams.get('version') !== String(seal.version)) {
    console.log('Altered, or never given out: none of these keys has signed this.');
    return 1;
  }
  report(seal);
  return 0;
}

function addressIn(said: string): URL {
  try {
    return new URL(said);
  } catch {
    throw new OpsError(usage);
  }
}

async function keysIn(file: string): Promise<Record<string, string>> {
  try {
    const keys = JSON.parse(await readFile(file, 'utf8')) as CertificateKey[];
    return Object.fromEntries(keys.map(({ id, publicKey }) => [id, publicKey]));
  } catch {
    throw new OpsError(`${file} holds no published keys. ${usage}`);
  }
}

function report({ number, version, name, units, completers, more, approvedOn, registrar }: CertificateSeal): void {
  const lines = [
    `登记号 ${number} 第${version}版`,
    `成果名称 ${name}`,
    `完成单位 ${units.join('、')}`,
    `完成人 ${completers.join('、')}`,
    ...(more === undefined ? [] : [`另有${more}个名称未列出`]),
    `批准登记日期 ${approvedOn}`,
    `登记机构 ${registrar}`,
    certificateSentence,
    'Given out like this. Whether it has been superseded or cancelled since, only the register says.',
  ];
  console.log(lines.join('\n'));
}
