import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AScanner, aSpecVirus } from '@dengke/test-kit';
import { SecurityClock } from '../clock/security-clock';
import type { DomainError } from '../http/domain-error';
import { DiskBlobStore } from './blob-store';
import { VirusScanner } from './virus-scanner';

const of = (content: string | Buffer): Readable => Readable.from([Buffer.from(content)]);
const away = { code: 'UNAVAILABLE', details: { reason: 'scanner' } };

describe('the virus scanner', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dengke-scan-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(['a port', 'a socket'])('tells clean from infected over %s', async (where) => {
    const clamd = await AScanner.begin(where === 'a port' ? 0 : join(folder, 'clamd.ctl'));
    const scanner = new VirusScanner(clamd.address);
    expect(await scanner.isUp()).toBe(true);
    expect(await scanner.verdictOn(of('harmless'))).toEqual({ clean: true });
    expect(await scanner.verdictOn(of(`x ${aSpecVirus}`))).toEqual({ clean: false, signature: 'Dengke.Spec-1' });
    expect(await scanner.verdictOn(of(Buffer.alloc(2 * 1024 * 1024, 7)))).toEqual({ clean: true });
    await clamd.goAway();
    expect(await scanner.isUp()).toBe(false);
    await expect(scanner.verdictOn(of('harmless'))).rejects.toMatchObject(away);
  });

  it.each(['INSTREAM size limit exceeded. ERROR\0', 'nonsense\0', ''])('knows nothing when it is answered %j', async (answer) => {
    const odd = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end(answer),
    );
    await new Promise<void>((settle) => odd.listen(0, '127.0.0.1', settle));
    const scanner = new VirusScanner(`tcp://127.0.0.1:${(odd.address() as AddressInfo).port}`);
    await expect(scanner.verdictOn(of(Buffer.alloc(5_000_000)))).rejects.toMatchObject(away);
    expect(await scanner.isUp()).toBe(false);
    await new Promise((settle) => odd.close(settle));
  });

  it('lets pass what is clean, puts what is infected into quarantine, and nothing passes while it is away', async () => {
    const clamd = await AScanner.begin();
    const [scanner, none] = [new VirusScanner(clamd.address), new VirusScanner(undefined)];
    const blobs = new DiskBlobStore(folder, new SecurityClock());
    await blobs.onModuleInit();
    const judged = async (by: VirusScanner, content: string) => {
      const blob = await blobs.stage(of(content));
      return by
        .requireClean(blob, blobs)
        .then(
          () => 'passed',
          ({ code }: DomainError) => code,
        )
        .finally(() => blobs.discard(blob));
    };

    expect([await judged(scanner, 'harmless'), await judged(scanner, `x ${aSpecVirus}`), await judged(none, aSpecVirus)]).toEqual([
      ...['passed', 'FILE_INFECTED', 'passed'],
    ]);
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(1);
    await clamd.goAway();
    expect(await judged(scanner, 'harmless')).toBe('UNAVAILABLE');
  });

  it('is not configured without an address', () => {
    expect([new VirusScanner(undefined).isConfigured, new VirusScanner('unix:/x').isConfigured]).toEqual([false, true]);
  });
});
