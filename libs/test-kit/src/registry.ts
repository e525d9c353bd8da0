import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { goodNatured, knownKeys, readBundle, Register, registryServer } from '@dengke/registry';
import type { Behaviour, ReadBundle, Registered } from '@dengke/registry';

/** The stand-in national registry in this process, with a key pair of its own. */
export class TestRegistry {
  private server: Server | undefined;
  private port = 0;

  private constructor(
    private readonly folder: string,
    /** PKCS #8 PEM, for whoever reports. */
    readonly privateKey: string,
    private readonly publicKey: string,
  ) {}

  static async begin(): Promise<TestRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'dengke-registry-'));
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const registry = new TestRegistry(
      folder,
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    );
    await registry.up();
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it again on what it has kept, at the same address. */
  async up(): Promise<void> {
    this.server = registryServer(new Register(this.folder), knownKeys(this.publicKey));
    const { server } = this;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise((resolve) => (server === undefined ? resolve(undefined) : server.close(resolve) && server.closeAllConnections()));
  }

  /** Good-natured but for what is said. */
  async behaves(changes: Partial<Behaviour> = {}): Promise<void> {
    await fetch(`${this.url}/admin/behaviour`, { method: 'PUT', body: JSON.stringify({ ...goodNatured, ...changes }) });
  }

  async losesItsBundles(): Promise<void> {
    await fetch(`${this.url}/admin/bundles`, { method: 'DELETE' });
  }

  async entryOf(registrationNumber: string | null): Promise<Registered | undefined> {
    const entries = (await (await fetch(`${this.url}/admin/register`)).json()) as Registered[];
    return entries.find((entry) => entry.registrationNumber === registrationNumber);
  }

  /** As the registry reads it. @throws BundleFault */
  read(content: Readable): Promise<ReadBundle> {
    return readBundle(content, knownKeys(this.publicKey));
  }

  async end(): Promise<void> {
    await this.down();
    await rm(this.folder, { recursive: true });
  }
}
