import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram, lastLines, runProgram } from '../run-program';
import { SetupError } from '../setup-error';

/** PEM files. */
export interface Certificate {
  /** Of the authority by which it is believed. */
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export const shownParts = ['services', 'temporal', 'mariadb', 'postgresql'] as const;
export type Certificates = Readonly<Record<(typeof shownParts)[number], Certificate>>;

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const names = 'subjectAltName=DNS:localhost,IP:127.0.0.1';

/** The stack’s own authority, made once, and a certificate of each part that listens, made anew at each start. By `openssl`: Node signs none. */
export const certificatesOf = async (directory: string): Promise<Certificates> => {
  const folder = join(directory, 'secrets', 'tls');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [ca, caKey] = [join(folder, 'authority.pem'), join(folder, 'authority-key.pem')];
  if (!existsSync(ca)) {
    const rights = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign'];
    await make(['-days', '3650', '-subj', '/CN=Dengke, this stack', ...rights], ca, caKey);
  }
  const certificates = await Promise.all(
    shownParts.map(async (part) => {
      const [cert, key] = [join(folder, `${part}.pem`), join(folder, `${part}-key.pem`)];
      const rights = ['-addext', 'basicConstraints=critical,CA:FALSE', '-addext', 'extendedKeyUsage=serverAuth', '-addext', names];
      await make(['-CA', ca, '-CAkey', caKey, '-days', '825', '-subj', `/CN=${part}`, ...rights], cert, key);
      return [part, { ca, cert, key }] as const;
    }),
  );
  return Object.fromEntries(certificates) as unknown as Certificates;
};

/** What mysql2 reads of an address: TLS, and whoever this authority believes, which is the stack’s own parts. */
export const mysqlTls = async (ca: string): Promise<string> =>
  `?ssl=${encodeURIComponent(JSON.stringify({ ca: await readFile(ca, 'utf8') }))}`;

const make = async (args: readonly string[], cert: string, key: string): Promise<void> => {
  const openssl = findProgram('openssl');
  if (openssl === undefined) {
    throw new SetupError(
      'The production shape speaks TLS between its parts, for which `openssl` 3 on PATH makes the certificates; there is none.',
    );
  }
  const { code, output } = await runProgram(openssl, ['req', '-x509', ...newKey, ...args, '-keyout', `${key}.new`, '-out', `${cert}.new`]);
  if (code !== 0) {
    throw new SetupError(`openssl failed:\n${lastLines(output, 5)}`);
  }
  await chmod(`${key}.new`, 0o600);
  await rename(`${key}.new`, key);
  await rename(`${cert}.new`, cert);
};
