import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Evidence, Instant, ReportTry, ReportUpFact } from '@dengke/contract';
import { DiskBlobStore, SecurityClock } from '@dengke/service-kit';
import type { BlobStore } from '@dengke/service-kit';
import { aPdf, TestRegistry } from '@dengke/test-kit';
import { SubmissionVersion } from '../src/acts/submission-version.entity';
import { AnsweringService } from '../src/report-ups/answering.service';
import { BundlesService } from '../src/report-ups/bundles.service';
import { HttpRegistry } from '../src/report-ups/http-registry';
import { ReportBundle } from '../src/report-ups/report-bundle.entity';
import { ReportItem } from '../src/report-ups/report-item.entity';
import { reportKeyOf } from '../src/report-ups/report-settings';
import type { ReportSettings } from '../src/report-ups/report-settings';
import { SealedBundle } from '../src/report-ups/sealed-bundle.entity';
import { SealingService } from '../src/report-ups/sealing.service';
import { at as somebodyAt, DeskWorld } from './a-desk-world';
import { aForm, anEvidence } from './a-form';

const kjt = somebodyAt('org-department');

/** The judge and what reports up, with the stand-in registry at the other end; time is what each call says. */
export class ReportWorld {
  private constructor(
    readonly desks: DeskWorld,
    readonly registry: TestRegistry,
    readonly bundles: BundlesService,
    readonly sealing: SealingService,
    readonly blobs: BlobStore,
    private readonly folder: string,
  ) {}

  static async begin(settings: Partial<ReportSettings> = {}): Promise<ReportWorld> {
    const report: ReportSettings = { mode: 'endpoint', collectSeconds: 3_600, mostItems: 3, pauseSeconds: 30, ...settings };
    const desks = await DeskWorld.begin(report);
    const registry = await TestRegistry.begin();
    const folder = await mkdtemp(join(tmpdir(), 'dengke-report-'));
    const blobs = new DiskBlobStore(folder, new SecurityClock());
    await blobs.onModuleInit();
    const { database, ledger, collecting, acts } = desks;
    const registrar = { bodyCode: '999', registrarName: '山西省科学技术厅', serialPerClass: false, demonstration: true };
    const sealing = new SealingService(database, ledger, blobs, registrar, reportKeyOf(registry.privateKey), collecting);
    const answering = new AnsweringService(database, acts);
    const bundles = new BundlesService(database, ledger, collecting, sealing, answering, new HttpRegistry(registry.url), report);
    return new ReportWorld(desks, registry, bundles, sealing, blobs, folder);
  }

  async end(): Promise<void> {
    await this.registry.end();
    await this.desks.end();
    await rm(this.folder, { recursive: true });
  }

  /** Registered, with a form and a file, and reported up. */
  async reported(at: Instant, name = '低浓度煤层气梯级利用关键技术'): Promise<string> {
    const serial = await this.desks.reaches('org-department', at);
    const content = Buffer.concat([aPdf(), Buffer.from(`% ${serial}`)]);
    await this.blobs.keep(await this.blobs.stage(Readable.from([content])));
    const sha256 = createHash('sha256').update(content).digest('hex');
    const evidence: Evidence[] = [{ ...anEvidence('evaluation-certificate'), bytes: content.length, sha256 }];
    await this.desks.database.manager.update(SubmissionVersion, { serial }, { form: aForm({ name }), evidence });
    await this.desks.act(kjt, serial, 'approve', at);
    await this.desks.byTime('reportUp', serial, at);
    return serial;
  }

  /** The open bundle with these, closed and sealed. */
  async sealed(at: Instant, count = 1): Promise<{ bundleId: string; serials: string[] }> {
    const serials: string[] = [];
    for (let made = 0; made < count; made += 1) {
      serials.push(await this.reported(at));
    }
    const { bundleId } = await this.itemOf(serials[0] ?? '');
    await this.bundles.close({ bundleId, after: 0, at });
    await this.bundles.seal({ bundleId, after: 0, at });
    return { bundleId, serials };
  }

  send(bundleId: string, at: Instant): Promise<ReportTry> {
    return this.bundles.send({ bundleId, after: 0, at });
  }

  ask(bundleId: string, at: Instant): Promise<ReportTry> {
    return this.bundles.ask({ bundleId, after: 0, at });
  }

  bundle(id: string): Promise<ReportBundle> {
    return this.desks.database.manager.findOneByOrFail(ReportBundle, { id });
  }

  sealOf(bundleId: string): Promise<SealedBundle> {
    return this.desks.database.manager.findOneByOrFail(SealedBundle, { bundleId });
  }

  /** The latest one of a submission. */
  async itemOf(serial: string): Promise<ReportItem> {
    const [item] = await this.desks.database.manager.find(ReportItem, {
      where: { serial },
      order: { collectedAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    return item as ReportItem;
  }

  async story(bundleId: string): Promise<string[]> {
    const told = ({ act, state }: ReportUpFact): string => `${act} → ${state}`;
    return (await this.bundles.factsAfter(bundleId, 0)).map(told);
  }
}
