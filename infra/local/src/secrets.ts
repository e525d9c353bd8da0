import { createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseOwner } from './house';
import { databaseOwners } from './house';

/** Random values of one stack, kept in its directory and readable by its owner only. */
export interface Secrets {
  readonly databaseRoot: string;
  readonly databasePasswords: Readonly<Record<DatabaseOwner, string>>;
  readonly service: string;
}

export const loadSecrets = async (directory: string): Promise<Secrets> => {
  const path = join(directory, 'secrets.json');
  if (existsSync(path)) {
    return JSON.parse(await readFile(path, 'utf8')) as Secrets;
  }
  const passwords = Object.fromEntries(databaseOwners.map((owner) => [owner, random()])) as Record<DatabaseOwner, string>;
  const secrets: Secrets = { databaseRoot: random(), databasePasswords: passwords, service: random() };
  await writePrivate(path, JSON.stringify(secrets, undefined, 2));
  return secrets;
};

/** Ed25519 key with which accounts signs its short-lived tokens; PKCS #8 PEM. */
export const signingKeyFile = async (directory: string): Promise<string> => {
  const path = join(directory, 'secrets', 'signing-key.pem');
  if (!existsSync(path)) {
    await makeKey(directory, path);
  }
  return path;
};

/** Ed25519 key with which achievements signs what it reports up; its public half beside it is what the stand-in registry believes. */
export const reportKeyFiles = async (directory: string): Promise<{ readonly own: string; readonly public: string }> => {
  const own = join(directory, 'secrets', 'report-key.pem');
  const shown = join(directory, 'secrets', 'report-key.pub.pem');
  if (!existsSync(own)) {
    await makeKey(directory, own);
  }
  await writePrivate(
    shown,
    createPublicKey(await readFile(own, 'utf8'))
      .export({ type: 'spki', format: 'pem' })
      .toString(),
  );
  return { own, public: shown };
};

const makeKey = async (directory: string, path: string): Promise<void> => {
  await mkdir(join(directory, 'secrets'), { recursive: true, mode: 0o700 });
  await writePrivate(path, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
};

/** Keys with which achievements signs certificates (`SigningKeys` of service-kit). Lost, new certificates need a new one; those given out verify still. */
export const certificateKeysFile = async (directory: string): Promise<string> => {
  const path = join(directory, 'secrets', 'certificate-keys.json');
  if (!existsSync(path)) {
    await mkdir(join(directory, 'secrets'), { recursive: true, mode: 0o700 });
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await writePrivate(path, JSON.stringify({ current: 'c1', keys: { c1: pem } }));
  }
  return path;
};

/** Keys with which a service seals personal data (`Keyring` of service-kit). Whoever loses the file loses the data. */
export const personalKeysFile = async (directory: string, service: DatabaseOwner): Promise<string> => {
  const path = join(directory, 'secrets', `personal-keys-${service}.json`);
  if (!existsSync(path)) {
    await mkdir(join(directory, 'secrets'), { recursive: true, mode: 0o700 });
    await writePrivate(path, JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64url') } }));
  }
  return path;
};

/** Keys with which all that Temporal keeps of us is sealed (`PayloadSeal` of service-kit). Lost, workflows are made anew from the ledgers. */
export const payloadKeysFile = async (directory: string): Promise<string> => {
  const path = join(directory, 'secrets', 'payload-keys.json');
  if (!existsSync(path)) {
    await mkdir(join(directory, 'secrets'), { recursive: true, mode: 0o700 });
    await writePrivate(path, JSON.stringify({ current: 'k1', keys: { k1: randomBytes(32).toString('base64url') } }));
  }
  return path;
};

/** Password of the user to whom Temporal’s databases belong, alone in a file. */
export const temporalPasswordFile = (directory: string): Promise<string> => passwordFile(directory, 'temporal-database-password');

/** Password with which MariaDB’s replica reads the log of the primary. */
export const replicaPasswordFile = (directory: string): Promise<string> => passwordFile(directory, 'mariadb-replica-password');

const passwordFile = async (directory: string, name: string): Promise<string> => {
  const path = join(directory, 'secrets', name);
  if (!existsSync(path)) {
    await mkdir(join(directory, 'secrets'), { recursive: true, mode: 0o700 });
    await writePrivate(path, random());
  }
  return path;
};

const random = (): string => randomBytes(24).toString('base64url');

const writePrivate = async (path: string, content: string): Promise<void> => {
  await writeFile(`${path}.new`, content, { mode: 0o600 });
  await rename(`${path}.new`, path);
};
