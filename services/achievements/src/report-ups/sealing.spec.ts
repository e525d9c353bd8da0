import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { RegistrationItem } from '@dengke/contract';
import Ajv2020 from 'ajv/dist/2020';
import { databaseOptions, migrateAsOwner } from '@dengke/service-kit';
import { aDatabase } from '@dengke/test-kit';
import { extract, pack } from 'tar-stream';
import { DataSource } from 'typeorm';
import { ReportWorld } from '../../testing/a-report-world';
import { SubmissionVersion } from '../acts/submission-version.entity';
import { entities, migrations, writtenOnce } from '../schema';
import { bundleContent } from './bundle-content';
import { reportKeyOf } from './report-settings';
import { SealedBundle } from './sealed-bundle.entity';
import { SealingService } from './sealing.service';

const monday = '2023-08-07T02:00:00.000Z';
const later = '2023-08-07T04:00:00.000Z';

const changing =
  (which: RegExp, change: (text: Buffer) => Buffer) =>
  (parts: [string, Buffer][]): [string, Buffer][] =>
    parts.map(([name, text]) => [name, which.test(name) ? change(text) : text]);

describe('a sealed bundle', () => {
  let world: ReportWorld;
  let bundleId: string;
  let serials: string[];
  let content: Buffer;
  beforeAll(async () => {
    world = await ReportWorld.begin();
    ({ bundleId, serials } = await world.sealed(monday, 2));
    content = await buffer(await (await world.sealing.contentOf(bundleId)).open());
  });
  afterAll(() => world.end());

  it('is read and believed by whoever knows the key: form and evidence of the registered version, and no more [P37]', async () => {
    const read = await world.registry.read(Readable.from([content]));

    const seal = await world.sealOf(bundleId);
    expect(read).toMatchObject({ sha256: seal.sha256, bytes: seal.bytes, keyId: seal.keyId });
    expect(read.manifest).toMatchObject({ format: 'dengke-report-up', version: 1, bundleId, bodyCode: '999' });
    const version = await world.desks.database.manager.findOneByOrFail(SubmissionVersion, { serial: serials[0] ?? '' });
    const { form, evidence, ...about } = read.items[0] as RegistrationItem;
    expect({ form, evidence }).toEqual({ form: version.form, evidence: version.evidence });
    expect(Object.keys(about).sort()).toEqual(
      ['approvedOn', 'certificateVersion', 'digest', 'itemId', 'kind', 'registered', 'registrationNumber', 'round', 'serial'].sort(),
    );
  });

  it('keeps to the schema that is published for it', async () => {
    const schema = JSON.parse(readFileSync(join(__dirname, '../../../../docs/report-bundle-1.schema.json'), 'utf8')) as object;
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(schema, 'bundle');
    const parts = await partsOf(content);

    for (const [name, text] of parts.filter(([path]) => path.endsWith('.json'))) {
      const shape = name.startsWith('items/') ? 'item' : name.replace('.json', '');
      expect([name, ajv.validate(`bundle#/$defs/${shape}`, JSON.parse(text.toString())), ajv.errors]).toEqual([name, true, null]);
    }
  });

  it('never changes: sealed again, also by another key after what it holds has changed, it is what it was [P37]', async () => {
    const before = await world.sealOf(bundleId);
    const { database, ledger } = world.desks;
    const { privateKey } = generateKeyPairSync('ed25519');
    const another = reportKeyOf(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    const sealing = new SealingService(
      database,
      ledger,
      world.blobs,
      { bodyCode: '998', registrarName: '山西省科学技术厅', serialPerClass: false, demonstration: true },
      another,
      world.desks.collecting,
    );

    await sealing.seal(bundleId, later);
    await world.bundles.close({ bundleId, after: 0, at: later });

    expect(await world.sealOf(bundleId)).toEqual(before);
    expect(await database.manager.countBy(SealedBundle, { bundleId })).toBe(1);
    await expect(database.manager.insert(SealedBundle, { ...before, sha256: 'f'.repeat(64) })).rejects.toThrow(/Duplicate entry/);
    expect((await world.story(bundleId)).filter((told) => told.startsWith('seal'))).toHaveLength(1);
  });

  it('is immutable: MariaDB refuses the service to change or remove it [P37]', async () => {
    const schema = await aDatabase('sealed');
    const databaseUrl = await schema.serviceUser();
    await migrateAsOwner({ migrationUrl: schema.url, databaseUrl, profile: 'local' }, { entities, migrations, writtenOnce });
    const service = await new DataSource(databaseOptions(databaseUrl, [], [])).initialize();
    await service.query(`INSERT INTO sealed_bundle VALUES ('R-000001', '${''.padEnd(64, '0')}', 1, 'k', '2023-08-10')`);
    for (const sql of ['UPDATE sealed_bundle SET sha256 = "f"', 'DELETE FROM sealed_bundle', 'TRUNCATE TABLE sealed_bundle']) {
      // 1142: command denied on this table
      await expect(service.query(sql)).rejects.toMatchObject({ driverError: { errno: 1142 } });
    }
    await service.destroy();
    await schema.drop();
  });

  it('is sealed once when two seal it at once, and comes out alike from the same items whenever that is', async () => {
    const { bundleId: next } = await world.itemOf(await world.reported(monday));
    await world.bundles.close({ bundleId: next, after: 0, at: later });

    await Promise.all([world.sealing.seal(next, later), world.sealing.seal(next, '2023-08-07T05:00:00.000Z')]);

    const sealed = await buffer(await (await world.sealing.contentOf(next)).open());
    expect((await world.story(next)).filter((told) => told.startsWith('seal'))).toHaveLength(1);
    const { manifest, items } = await world.registry.read(Readable.from([sealed]));
    const { closedAt, bodyCode } = manifest;
    const source = { bundleId: next, closedAt, bodyCode, items, read: (sha256: string) => world.blobs.read(sha256) };
    expect(await buffer(bundleContent(source, reportKeyOf(world.registry.privateKey)))).toEqual(sealed);
  });

  it.each<[string, (parts: [string, Buffer][]) => [string, Buffer][], string]>([
    ['a changed file', changing(/files/, (text) => Buffer.concat([text.subarray(0, -1), Buffer.from('x')])), 'DIGEST_WRONG'],
    ['a changed form', changing(/item\.json/, (text) => Buffer.from(text.toString().replace('煤层气', '煤层水'))), 'DIGEST_WRONG'],
    ['a changed manifest', changing(/manifest/, (text) => Buffer.from(text.toString().replace('999', '998'))), 'SIGNATURE_WRONG'],
    ['a part too many', (parts) => [...parts, ['items/x/files/y', Buffer.from('x')]], 'PART_NOT_LISTED'],
    ['a part twice', (parts) => [...parts, ...parts.slice(-1)], 'PART_NOT_LISTED'],
    ['a part too few', (parts) => parts.slice(0, -1), 'PART_MISSING'],
    ['another key', changing(/signature/, (text) => Buffer.from(text.toString().replace(/"keyId":"../, '"keyId":"zz'))), 'UNKNOWN_KEY'],
  ])('with %s is not believed', async (_what, change, code) => {
    const archive = pack();
    change(await partsOf(content)).forEach(([name, text]) => archive.entry({ name }, text));
    archive.finalize();

    await expect(world.registry.read(Readable.from(archive))).rejects.toMatchObject({ code });
  });
});

async function partsOf(content: Buffer): Promise<[string, Buffer][]> {
  const archive = Readable.from([content]).pipe(extract() as unknown as NodeJS.ReadWriteStream);
  const parts: [string, Buffer][] = [];
  for await (const entry of archive as unknown as AsyncIterable<Readable & { header: { name: string } }>) {
    parts.push([entry.header.name, await buffer(entry)]);
  }
  return parts;
}
