import { BackgroundLoop, LeavingFiles, Log } from '@dengke/service-kit';
import { Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ScansService } from './scans.service';
import { UploadsService } from './uploads.service';

const scanEveryMs = 5_000;
const clearEveryMs = 600_000;

/** What goes on beside the requests: files that wait for their scan, uploads that nobody finishes, files that leave. */
@Injectable()
export class EvidenceUpkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loops: readonly BackgroundLoop[];

  constructor(scans: ScansService, uploads: UploadsService, leaving: LeavingFiles, log: Log) {
    this.loops = [
      new BackgroundLoop('scanning evidence', async () => ((await scans.sweep()) > 0 ? 0 : scanEveryMs), log),
      new BackgroundLoop('clearing unfinished uploads', () => uploads.sweep().then(() => clearEveryMs), log),
      new BackgroundLoop('taking files off the disk', () => leaving.sweep().then(() => clearEveryMs), log),
    ];
  }

  onApplicationBootstrap(): void {
    this.loops.forEach((loop) => loop.start());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}
