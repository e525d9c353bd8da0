import { createServer } from 'node:http';
import { BareWorker } from '../bare-worker';

/** The bare worker as a process of its own, so that what it costs is told from the load: PORT, TEMPORAL_ADDRESS, DATABASE_ROOT_URL. */
async function main({ PORT, TEMPORAL_ADDRESS, DATABASE_ROOT_URL }: NodeJS.ProcessEnv): Promise<void> {
  const worker = await BareWorker.begin(TEMPORAL_ADDRESS ?? '', DATABASE_ROOT_URL ?? '');
  const health = createServer((_request, response) => response.end()).listen(Number(PORT), '127.0.0.1');
  process.once('SIGTERM', () => {
    health.close();
    void worker.end().then(() => process.exit(0));
  });
}

main(process.env).catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
